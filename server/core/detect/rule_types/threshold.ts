import { defineRuleType } from '../rule_type';
import { countWindows } from '../windowed_groups';

interface ThresholdParams {
  operator: '>=' | '>';
  limit: number;
  window: string;
  groupBy?: string[];
}

/** Fires when enough events match within the window, for one group or for all together. */
export const threshold = defineRuleType<ThresholdParams>({
  id: 'threshold',
  title: 'Threshold',
  description: 'Alerts when many matching events arrive within a window of time, in all or for one group.',
  docsUrl: 'https://opensearch.org/docs/latest/query-dsl/full-text/query-string/',
  fields: [
    {
      name: 'operator',
      type: 'select',
      label: 'Number of events',
      default: '>=',
      options: [
        { value: '>=', label: 'at least' },
        { value: '>', label: 'more than' },
      ],
    },
    {
      name: 'limit',
      type: 'number',
      label: 'Limit',
      default: 10,
      min: 0,
      max: 1_000_000_000,
      unit: 'events',
    },
    {
      name: 'window',
      type: 'duration',
      label: 'Within',
      help: 'Events are counted over this long, such as 5m or 1h.',
      default: '5m',
    },
    {
      name: 'groupBy',
      type: 'event_fields',
      label: 'For each',
      help: 'Events are counted apart for each value, such as source.ip. Events without the field are a group of their own.',
      optional: true,
      default: [],
      maxItems: 3,
    },
  ],

  windowOf: ({ window }) => window,

  *judge(params, { windows, withPoints }) {
    const needed = leastCount(params);
    const atLeast = withPoints ? 1 : needed;
    const buckets = yield* countWindows({ windows, groupBy: params.groupBy ?? [], atLeast });
    const findings = buckets
      .filter(({ count }) => count >= needed)
      .map((bucket) => ({
        ...bucket,
        value: bucket.count,
        limit: params.limit,
        reason: `${counted(bucket.count)} within ${params.window}; the rule asks for ${wordsOf(params)}.`,
      }));
    if (!withPoints) return { findings };
    const points = buckets.map(({ window, group, count }) => ({
      at: window.to,
      group,
      value: count,
      limits: { above: params.limit },
      fired: count >= needed,
    }));
    return { findings, points };
  },

  summary({ query, index, interval }, params) {
    const one = params.limit === 1;
    const events = query
      ? `${one ? 'event matches' : 'events match'} "${query}"`
      : one
        ? 'event is there'
        : 'events are there';
    const group = params.groupBy?.length ? ` for the same ${params.groupBy.join(' and ')}` : '';
    return `Alerts when ${wordsOf(params)} ${events} in ${index.title} within ${params.window}${group}, checked every ${interval}.`;
  },

  examples: [
    {
      title: 'Five failed logins of one user within five minutes',
      params: { operator: '>=', limit: 5, window: '5m', groupBy: ['user.name'] },
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
      params: { operator: '>', limit: 2, window: '5m', groupBy: ['user.name'] },
      interval: '5m',
      events: [
        { at: '10:01', times: 3 },
        { at: '10:02', times: 2, user: { name: 'alice' } },
      ],
      fires: [{ window: '10:05', group: [null], value: 3 }],
    },
    {
      title: 'A burst across the border of two windows is seen by the one that overlaps both',
      params: { operator: '>=', limit: 4, window: '10m', groupBy: [] },
      interval: '5m',
      events: [
        { at: '10:09', times: 2 },
        { at: '10:11', times: 2 },
      ],
      fires: [{ window: '10:15', group: [], value: 4 }],
    },
  ],
});

function leastCount({ operator, limit }: ThresholdParams): number {
  return Math.max(1, operator === '>' ? limit + 1 : limit);
}

function wordsOf({ operator, limit }: ThresholdParams): string {
  return `${operator === '>' ? 'more than' : 'at least'} ${limit}`;
}

function counted(count: number): string {
  return count === 1 ? '1 event' : `${count} events`;
}
