import { durationMs } from '../../../../common/duration';
import { SiemError } from '../../errors';
import { newcomersOf, withOldLogs, withoutHistory } from '../newcomers';
import { defineRuleType } from '../rule_type';
import { countWindows } from '../windowed_groups';
import { eventCount, eventsOf, pace } from '../wording';

const DAY = 86_400_000;
/** Values of an hour whose history is looked up; more are not terms that are ever "new". */
const MOST_VALUES = 20_000;

interface NewTermsParams {
  fields: string[];
  forEach: string[];
  history: number;
  minHistory: number;
}

/** Fires when a value, or a combination of values, comes that was not seen in the days before. */
export const newTerms = defineRuleType<NewTermsParams>({
  id: 'new_terms',
  title: 'New terms',
  description:
    'Alerts when a field takes a value, or several fields a combination of values, that was not seen in the days before: a country, an API call, a user agent.',
  docsUrl: 'https://opensearch.org/docs/latest/aggregations/bucket/composite/',
  fields: [
    {
      name: 'fields',
      type: 'event_fields',
      label: 'New value of',
      help: 'One field, or up to three whose combination must be new. Events that lack one of them are left out.',
      maxItems: 3,
    },
    {
      name: 'forEach',
      type: 'event_fields',
      label: 'For each',
      help: 'New for one user.name, say, though others have used the value before.',
      optional: true,
      default: [],
      maxItems: 2,
    },
    {
      name: 'history',
      type: 'number',
      label: 'Not seen for',
      help: 'How far back the value must not have been seen.',
      default: 14,
      min: 1,
      max: 90,
      unit: 'days',
    },
    {
      name: 'minHistory',
      type: 'number',
      label: 'Only once the logs reach back',
      help: 'No alerts before there are events this old, as on the first day everything is new. 0 alerts from the start.',
      default: 3,
      min: 0,
      max: 90,
      unit: 'days',
    },
  ],
  mostNewAlerts: 100,

  windowOf: (_, interval) => interval,

  *judge(params, { windows, ends, withPoints }) {
    const groupBy = [...params.fields, ...params.forEach];
    const filter = groupBy.map((field) => ({ exists: { field } }));
    const { buckets, warnings } = yield* countWindows({ windows, groupBy, filter });
    const all = newcomersOf(buckets, ends);
    const looked = all.slice(0, MOST_VALUES);
    const unseen = yield* withoutHistory(looked, params.history * DAY, windows);
    const fresh = yield* withOldLogs(unseen, params.minHistory * DAY, windows);
    const findings = fresh.map((bucket) => ({
      ...bucket,
      value: bucket.count,
      limit: 1,
      reason: `Not seen in the ${days(params.history)} before, and now in ${eventCount(bucket.count)}.`,
    }));
    if (all.length > looked.length) {
      warnings.push(
        `${all.length} values are more than can be looked up at once; ${all.length - looked.length} were not. Narrow the query.`,
      );
    }
    if (!withPoints) return { findings, warnings };
    const points = [...ends].map((at) => {
      const value = findings.filter(({ window }) => window.to === at).length;
      return { at, group: [], value, limits: { above: 0 }, fired: value > 0 };
    });
    return { findings, warnings, points };
  },

  summary(rule, { fields, forEach, history }) {
    const what = fields.length > 1 ? `a combination of ${listed(fields)}` : `a value of ${fields[0] ?? ''}`;
    const whom = forEach.length > 0 ? ` for the same ${listed(forEach)}` : '';
    return `Alerts when ${eventsOf(rule)} bring ${what} that was not seen${whom} in the ${days(history)} before, checked ${pace(rule)}.`;
  },

  check({ fields, forEach, history, minHistory }, interval) {
    if (fields.length === 0)
      throw new SiemError('invalid_input', 'params.fields: choose at least one field.');
    const twice = forEach.find((field) => fields.includes(field));
    if (twice !== undefined) {
      throw new SiemError('invalid_input', `params.forEach: ${twice} is among the fields that must be new.`);
    }
    if (minHistory > history) {
      throw new SiemError('invalid_input', 'params.minHistory: must not be longer than the history.');
    }
    if (durationMs(interval) > history * DAY) {
      throw new SiemError(
        'invalid_input',
        `interval: ${interval} is longer than the ${days(history)} in which the value must not have been seen.`,
      );
    }
  },

  examples: [
    {
      title: 'A user who was never seen logs in',
      params: { fields: ['user.name'], history: 14, minHistory: 3 },
      interval: '5m',
      events: [
        { at: '-5d 09:00', user: { name: 'alice' } },
        { at: '10:01', user: { name: 'alice' } },
        { at: '10:02', times: 2, user: { name: 'mallory' } },
        { at: '10:07', user: { name: 'mallory' } },
        { at: '10:08' },
      ],
      fires: [{ window: '10:05', group: ['mallory'], value: 2 }],
    },
    {
      title: 'A call that others make is new for this user',
      params: { fields: ['event.action'], forEach: ['user.name'], history: 14, minHistory: 3 },
      interval: '5m',
      query: 'event.outcome:success',
      events: [
        {
          at: '-5d 09:00',
          user: { name: 'alice' },
          event: { action: 'CreateUser', outcome: 'success' },
        },
        { at: '-4d 09:00', user: { name: 'bob' }, event: { action: 'CreateUser', outcome: 'failure' } },
        { at: '10:01', user: { name: 'alice' }, event: { action: 'CreateUser', outcome: 'success' } },
        { at: '10:02', user: { name: 'bob' }, event: { action: 'CreateUser', outcome: 'success' } },
      ],
      fires: [{ window: '10:05', group: ['CreateUser', 'bob'], value: 1 }],
    },
    {
      title: 'What was last seen longer ago than the history is new again',
      params: { fields: ['source.ip'], history: 2, minHistory: 1 },
      interval: '10m',
      events: [
        { at: '-2d 09:59', source: { ip: '192.0.2.7' } },
        { at: '-2d 10:00', source: { ip: '192.0.2.8' } },
        { at: '10:07', source: { ip: '192.0.2.7' } },
        { at: '10:07', source: { ip: '192.0.2.8' } },
      ],
      fires: [{ window: '10:10', group: ['192.0.2.7'], value: 1 }],
    },
    {
      title: 'On the first day everything is new, and nothing fires',
      params: { fields: ['user.name'], history: 14, minHistory: 1 },
      interval: '5m',
      events: [
        { at: '09:01', user: { name: 'alice' } },
        { at: '10:01', user: { name: 'bob' } },
      ],
      fires: [],
    },
  ],
});

function days(count: number): string {
  return count === 1 ? 'day' : `${count} days`;
}

function listed(names: readonly string[]): string {
  return names.join(' and ');
}
