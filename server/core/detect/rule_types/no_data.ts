import { durationMs } from '../../../../common/duration';
import { SiemError } from '../../errors';
import { knownTimes, seenGroups } from '../expected_groups';
import { groupKey } from '../group';
import { type Finding, type GroupValue, defineRuleType } from '../rule_type';
import { timeText } from '../time_text';
import { countWindows } from '../windowed_groups';
import { pace } from '../wording';

const DAY = 86_400_000;

interface NoDataParams {
  expected: 'any' | 'seen' | 'listed';
  field: string;
  values: string[];
  history: number;
  window: string;
  delay: string;
}

/** Fires when events stay away: all that the query matches, or those of a source, host or other value of a field. */
export const noData = defineRuleType<NoDataParams>({
  id: 'no_data',
  title: 'No data',
  description:
    'Alerts when no event arrives for a while: of the whole query, or of a source, account or other value of a field that should send some.',
  docsUrl: 'https://opensearch.org/docs/latest/aggregations/bucket/terms/',
  fields: [
    {
      name: 'expected',
      type: 'select',
      label: 'Alert when there is no event',
      default: 'any',
      options: [
        { value: 'any', label: 'at all' },
        { value: 'seen', label: 'with a value that was seen before' },
        { value: 'listed', label: 'with a value of this list' },
      ],
    },
    {
      name: 'field',
      type: 'event_field',
      label: 'Values of',
      help: 'siem.source.id watches each source, cloud.account.id each account.',
      default: 'siem.source.id',
      visibleIf: { field: 'expected', in: ['seen', 'listed'] },
    },
    {
      name: 'values',
      type: 'text_list',
      label: 'Expected values',
      help: 'One a line, written as in the events.',
      default: [],
      maxItems: 1_000,
      visibleIf: { field: 'expected', in: ['listed'] },
    },
    {
      name: 'history',
      type: 'number',
      label: 'Seen in the last',
      help: 'A value that stays away for longer is expected no more.',
      default: 7,
      min: 1,
      max: 30,
      unit: 'days',
      visibleIf: { field: 'expected', in: ['seen'] },
    },
    {
      name: 'window',
      type: 'duration',
      label: 'No event for',
      default: '1h',
    },
    {
      name: 'delay',
      type: 'duration',
      label: 'Wait for late events',
      help: 'How long after that time events may still arrive. AWS logs often take up to 15m.',
      default: '15m',
    },
  ],
  mostNewAlerts: 100,

  windowOf: ({ window }) => window,
  judgedAfter: ({ delay }) => delay,

  *judge(params, { windows, ends, withPoints }) {
    const { expected, field, values, history, window } = params;
    const { buckets, warnings } = yield* countWindows({
      windows,
      groupBy: expected === 'any' ? [] : [field],
    });
    const present = new Map(buckets.map((bucket) => [placeOf(bucket.window.to, bucket.group), bucket]));
    const sorted = [...ends].sort((a, b) => a - b);
    const first = (sorted[0] ?? 0) - windows.length;
    const reach = history * DAY;

    let groups = expected === 'any' ? [[]] : values.map((value): GroupValue[] => [{ field, value }]);
    if (expected === 'seen') {
      const seen = yield* seenGroups(field, buckets, { from: first - reach, to: first });
      groups = seen.groups;
      warnings.push(...seen.warnings);
    }
    const silent = groups.flatMap((group) =>
      sorted.filter((to) => !present.has(placeOf(to, group))).map((to) => ({ group, to })),
    );
    const past = { before: first, reach, timeField: windows.timeField };
    const times = expected === 'seen' ? yield* knownTimes(silent, buckets, past) : undefined;

    const findings = silent.flatMap(({ group, to }): Finding[] => {
      const from = to - windows.length;
      const before = times?.get(groupKey(group))?.filter((time) => time < from) ?? [];
      const last = before[before.length - 1] ?? -Infinity;
      if (times && last < from - reach) return [];
      const since = times ? ` The last one before came at ${timeText(last)}.` : '';
      const reason = `No event for ${window}, from ${timeText(from)} on.${since}`;
      const none = { value: 0, limit: 1, count: 0, firstSeen: from, lastSeen: to };
      return [{ window: { from, to }, group, ...none, reason }];
    });
    if (!withPoints) return { findings, warnings };
    const fired = new Set(findings.map(({ window, group }) => placeOf(window.to, group)));
    const points = groups.flatMap((group) =>
      sorted.map((at) => ({
        at,
        group,
        value: present.get(placeOf(at, group))?.count ?? 0,
        limits: { below: 1 },
        fired: fired.has(placeOf(at, group)),
      })),
    );
    return { findings, points, warnings };
  },

  summary(rule, { expected, field, values, history, window, delay }) {
    const { query, index } = rule;
    const events = query ? `event that matches "${query}"` : 'event';
    const whose = {
      any: '',
      seen: ` with a ${field} that was seen in the ${history} days before`,
      listed: ` with one of ${values.length} values of ${field}`,
    }[expected];
    return `Alerts when no ${events} arrives in ${index.title}${whose} for ${window}, checked ${pace(rule)} and ${delay} later.`;
  },

  check({ expected, field, values, history, window }) {
    if (expected !== 'any' && field.trim() === '') {
      throw new SiemError('invalid_input', 'params.field: choose the field whose values are expected.');
    }
    if (expected === 'listed' && values.length === 0) {
      throw new SiemError('invalid_input', 'params.values: type at least one value that is expected.');
    }
    if (expected === 'seen' && durationMs(window) > history * DAY) {
      throw new SiemError(
        'invalid_input',
        'params.window: must not be longer than the time in which values were seen.',
      );
    }
  },

  examples: [
    {
      title: 'Nothing at all for an hour',
      params: { expected: 'any', window: '1h', delay: '15m' },
      interval: '1h',
      now: '04:30',
      query: 'event.action:heartbeat',
      events: [
        ...[10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23].map((hour) =>
          heartbeat(`-1d ${hour}:30`),
        ),
        ...['-1d 04:30', '-1d 05:30', '-1d 06:30', '-1d 07:30', '-1d 08:30', '-1d 09:30'].map(heartbeat),
        ...['00:30', '01:30', '03:10'].map(heartbeat),
        { at: '02:30', event: { action: 'other' } },
      ],
      fires: [{ window: '03:00', group: [], value: 0 }],
    },
    {
      title: 'A user who was seen in the days before, but not one who left long ago',
      params: { expected: 'seen', field: 'user.name', history: 2, window: '12h', delay: '15m' },
      interval: '12h',
      now: '12:30',
      events: [
        { at: '-4d 10:00', user: { name: 'carol' } },
        { at: '-1d 10:00', user: { name: 'alice' } },
        { at: '-1d 10:00', user: { name: 'bob' } },
        { at: '-1d 20:00', user: { name: 'alice' } },
        { at: '-1d 20:00', user: { name: 'bob' } },
        { at: '10:00', user: { name: 'alice' } },
      ],
      fires: [{ window: '12:00', group: ['bob'], value: 0 }],
    },
    {
      title: 'An address of the list, seen before or not',
      params: {
        expected: 'listed',
        field: 'source.ip',
        values: ['192.0.2.7', '192.0.2.8'],
        window: '1d',
        delay: '1h',
      },
      interval: '1d',
      events: [{ at: '-1d 10:00', source: { ip: '192.0.2.7' } }],
      fires: [{ window: '00:00', group: ['192.0.2.8'], value: 0 }],
    },
  ],
});

function placeOf(to: number, group: readonly GroupValue[]): string {
  return `${to} ${groupKey(group)}`;
}

function heartbeat(at: string) {
  return { at, event: { action: 'heartbeat' } };
}
