import { defaultsOf } from '../../../../common/field';
import { checkComparison, delayField, limitsOf } from '../comparison';
import {
  type Conditions,
  conditionsHold,
  conditionFields,
  conditionsWords,
  emptyValues,
  judgeBucket,
  metricsOf,
  needCompleteWindow,
  selectorOf,
} from '../conditions';
import { defineRuleType, type RuleContext } from '../rule_type';
import { countWindows, MOST_POINTS, type WindowBucket } from '../windowed_groups';
import { eventsOf, forTheSame, paceFirst } from '../wording';

interface ThresholdParams extends Conditions {
  window: string;
  delay: string;
  groupBy: string[];
}

const FIVE_EVENTS: Pick<ThresholdParams, 'conditions'> = {
  conditions: [{ metric: 'count', operator: '>=', limit: 5 }],
};

function attempt(ip: string, name: string) {
  return { at: '10:01', source: { ip }, user: { name }, event: { outcome: 'failure' } };
}

/** Fires when numbers made of the events within the window lie beyond limits, for one group or for all together. */
export const threshold = defineRuleType<ThresholdParams>({
  id: 'threshold',
  title: 'Threshold',
  description:
    'Alerts when the number of events within a window of time, or a number made of one of their fields, lies beyond a limit, in all or for one group.',
  docsUrl: 'https://opensearch.org/docs/latest/aggregations/metric/index/',
  fields: [
    {
      name: 'conditions',
      type: 'rows',
      label: 'When',
      help: '"Less than" without "for each" also holds in a window without any event. To be told when one of several values falls silent, use a rule of the type "No data".',
      rowLabel: 'condition',
      fields: conditionFields,
      default: [defaultsOf(conditionFields)],
      minItems: 1,
      maxItems: 5,
    },
    {
      name: 'join',
      type: 'select',
      label: 'Of several conditions',
      default: 'and',
      options: [
        { value: 'and', label: 'all must hold' },
        { value: 'or', label: 'one is enough' },
      ],
    },
    {
      name: 'window',
      type: 'duration',
      label: 'Within',
      help: 'Events are taken together over this long, such as 5m or 1h.',
      default: '5m',
    },
    delayField('conditions.operator'),
    {
      name: 'groupBy',
      type: 'event_fields',
      label: 'For each',
      help: 'Events are taken apart for each value, such as source.ip. Events without the field are a group of their own.',
      optional: true,
      default: [],
      maxItems: 3,
    },
  ],

  windowOf: ({ window }) => window,
  judgedAfter: ({ conditions, delay }) => (needCompleteWindow(conditions) ? delay : undefined),

  *judge(params, context) {
    const { conditions, groupBy, window } = params;
    const { windows, withPoints } = context;
    const { buckets, warnings } = yield* countWindows({
      windows,
      groupBy,
      metrics: metricsOf(conditions),
      ...(withPoints ? { most: MOST_POINTS } : { keep: () => selectorOf(params) }),
    });
    if (groupBy.length === 0) buckets.push(...emptyWindows(params, context, buckets));
    const judged = buckets.map((bucket) => ({ bucket, outcome: judgeBucket(params, bucket) }));
    const findings = judged
      .filter(({ outcome }) => outcome.fired)
      .map(({ bucket, outcome: { value, condition, found, wanted } }) => ({
        ...bucket,
        value,
        limit: condition.limit,
        reason: `${found} within ${window}; the rule asks for ${wanted}.`,
      }));
    if (!withPoints) return { findings, warnings };
    const points = judged.map(({ bucket, outcome: { value, condition, fired } }) => ({
      at: bucket.window.to,
      group: bucket.group,
      value,
      limits: limitsOf(condition),
      fired,
    }));
    return { findings, points, warnings };
  },

  summary(rule, params) {
    const { window, groupBy } = params;
    return `${paceFirst(rule)}, takes the ${eventsOf(rule)} within ${window}${forTheSame(groupBy)}, and alerts when ${conditionsWords(params)}.`;
  },

  check({ conditions }) {
    conditions.forEach((condition, index) => checkComparison(`params.conditions.${index}`, condition));
  },

  examples: [
    {
      title: 'Five failed logins of one user within five minutes',
      params: { ...FIVE_EVENTS, groupBy: ['user.name'] },
      interval: '5m',
      events: [
        { at: '10:01', times: 3, user: { name: 'alice' } },
        { at: '10:04', times: 2, user: { name: 'alice' } },
        { at: '10:02', times: 4, user: { name: 'bob' } },
      ],
      fires: [{ window: '10:05', group: ['alice'], value: 5 }],
    },
    {
      title: 'Events without the field are a group of their own',
      params: {
        conditions: [{ metric: 'count', operator: '>', limit: 2 }],
        groupBy: ['user.name'],
      },
      interval: '5m',
      events: [
        { at: '10:01', times: 3 },
        { at: '10:02', times: 2, user: { name: 'alice' } },
      ],
      fires: [{ window: '10:05', group: [null], value: 3 }],
    },
    {
      title: 'A burst across the border of two windows is seen by the one that overlaps both',
      params: { ...FIVE_EVENTS, window: '10m' },
      interval: '5m',
      events: [
        { at: '10:09', times: 2 },
        { at: '10:11', times: 3 },
      ],
      fires: [{ window: '10:15', group: [], value: 5 }],
    },
    {
      title: 'One address tries many users, each few times',
      params: {
        conditions: [
          { metric: 'cardinality', field: 'user.name', operator: '>=', limit: 3 },
          { metric: 'count', operator: '<=', limit: 6 },
        ],
        groupBy: ['source.ip'],
      },
      interval: '5m',
      query: 'event.outcome:failure',
      events: [
        ...['alice', 'bob', 'carol'].map((name) => attempt('192.0.2.7', name)),
        ...['alice', 'alice', 'bob'].map((name) => attempt('192.0.2.8', name)),
      ],
      fires: [{ window: '10:05', group: ['192.0.2.7'], value: 3 }],
    },
    {
      title: 'Much sent out in all, or by one event; events without the field count for nothing',
      params: {
        conditions: [
          { metric: 'sum', field: 'source.bytes', operator: '>', limit: 1_000 },
          { metric: 'max', field: 'source.bytes', operator: 'between', limit: 500, upTo: 600 },
        ],
        join: 'or',
        groupBy: ['user.name'],
      },
      interval: '5m',
      events: [
        { at: '10:01', times: 3, user: { name: 'alice' }, source: { bytes: 400 } },
        { at: '10:02', user: { name: 'bob' }, source: { bytes: 600 } },
        { at: '10:03', user: { name: 'carol' }, source: { bytes: 400 } },
        { at: '10:04', times: 9, user: { name: 'dave' } },
      ],
      fires: [
        { window: '10:05', group: ['alice'], value: 1_200 },
        { window: '10:05', group: ['bob'], value: 600 },
      ],
    },
    {
      title: 'Averages and percentiles of a field',
      params: {
        conditions: [
          { metric: 'avg', field: 'source.bytes', operator: '>', limit: 100 },
          { metric: 'percentile', percent: 50, field: 'source.bytes', operator: '>=', limit: 10.5 },
          { metric: 'min', field: 'source.bytes', operator: '>', limit: 0 },
        ],
      },
      interval: '5m',
      events: [
        { at: '10:01', times: 9, source: { bytes: 10 } },
        { at: '10:02', source: { bytes: 2_000 } },
        { at: '10:06', times: 3, source: { bytes: 110 } },
      ],
      fires: [{ window: '10:10', group: [], value: 110 }],
    },
    {
      title: 'A window without events has less than one',
      params: {
        conditions: [{ metric: 'count', operator: '<', limit: 1 }],
        window: '12h',
        delay: '10m',
      },
      interval: '12h',
      now: '12:30',
      events: [{ at: '-1d 13:00' }],
      fires: [{ window: '12:00', group: [], value: 0 }],
    },
  ],
});

/** The windows to judge that have no event and fire for that: OpenSearch makes no bucket of them. */
function emptyWindows(
  params: ThresholdParams,
  { windows, ends }: RuleContext,
  found: WindowBucket[],
): WindowBucket[] {
  const values = emptyValues(params.conditions);
  if (!conditionsHold(params, values)) return [];
  const there = new Set(found.map(({ window }) => window.to));
  return [...ends]
    .filter((to) => !there.has(to))
    .map((to) => {
      const from = to - windows.length;
      return { window: { from, to }, group: [], count: 0, firstSeen: from, lastSeen: to, values };
    });
}
