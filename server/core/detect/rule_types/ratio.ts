import { SiemError } from '../../errors';
import {
  checkComparison,
  type Comparison,
  comparisonFields,
  comparisonScript,
  comparisonWords,
  delayField,
  holds,
  limitsOf,
  needsCompleteWindow,
} from '../comparison';
import { matching } from '../metrics';
import { defineRuleType } from '../rule_type';
import { type BucketSelector, countWindows, MOST_POINTS, type WindowBucket } from '../windowed_groups';
import { eventsOf, forTheSame, inWords, paceFirst } from '../wording';

interface RatioParams extends Comparison {
  part: string;
  atLeast: number;
  window: string;
  delay: string;
  groupBy: string[];
}

/** Fires when the share of the events that also match a second query lies beyond a limit. */
export const ratio = defineRuleType<RatioParams>({
  id: 'ratio',
  title: 'Ratio',
  description:
    'Alerts when the share of events that also match a second query lies beyond a limit, such as the share of failed requests among all.',
  docsUrl: 'https://opensearch.org/docs/latest/aggregations/bucket/filter/',
  fields: [
    {
      name: 'part',
      type: 'query',
      label: 'Share of events that match',
      help: 'A second query: its matches among the events of the rule are the share.',
      placeholder: 'event.outcome:failure',
      default: '',
    },
    ...comparisonFields({ limit: 50, min: 0, max: 100, unit: '%' }),
    {
      name: 'atLeast',
      type: 'number',
      label: 'Events at least',
      help: 'Windows with fewer events are left alone: half of two events says little.',
      default: 100,
      min: 1,
      max: 1_000_000_000,
      unit: 'events',
    },
    {
      name: 'window',
      type: 'duration',
      label: 'Within',
      help: 'Events are taken together over this long, such as 5m or 1h.',
      default: '5m',
    },
    delayField('operator'),
    {
      name: 'groupBy',
      type: 'event_fields',
      label: 'For each',
      help: 'The share is worked out apart for each value, such as source.ip. Events without the field are a group of their own.',
      optional: true,
      default: [],
      maxItems: 3,
    },
  ],

  windowOf: ({ window }) => window,
  judgedAfter: (params) => (needsCompleteWindow(params) ? params.delay : undefined),

  *judge(params, { windows, clause, withPoints }) {
    const { atLeast, groupBy, limit, window } = params;
    const { buckets, warnings } = yield* countWindows({
      windows,
      groupBy,
      metrics: { part: matching(clause(params.part)) },
      ...(withPoints ? { most: MOST_POINTS } : { keep: () => selectorOf(params) }),
    });
    const judged = buckets
      .filter(({ count }) => count >= atLeast)
      .map((bucket) => ({ ...bucket, limit, value: shareOf(bucket) }));
    const findings = judged
      .filter(({ value }) => holds(params, value))
      .map((each) => ({
        ...each,
        reason: `${inWords(each.values.part ?? 0)} of ${inWords(each.count)} events within ${window} are ${inWords(each.value)} %; the rule asks for ${comparisonWords(params)} %.`,
      }));
    if (!withPoints) return { findings, warnings };
    const points = judged.map(({ window: { to }, group, value }) => ({
      at: to,
      group,
      value,
      limits: limitsOf(params),
      fired: holds(params, value),
    }));
    return { findings, points, warnings };
  },

  summary(rule, params) {
    const share = params.part ? `match "${params.part}"` : 'are there';
    return `${paceFirst(rule)}, takes the ${eventsOf(rule)} within ${params.window}${forTheSame(params.groupBy)}, and alerts when of at least ${inWords(params.atLeast)} of them ${comparisonWords(params)} % ${share}.`;
  },

  check(params) {
    if (params.part.trim() === '') {
      throw new SiemError('invalid_input', 'params.part: type the query that makes the share.');
    }
    checkComparison('params', params);
  },

  examples: [
    {
      title: 'Most logins of one address fail',
      params: { part: 'event.outcome:failure', limit: 80, atLeast: 5, groupBy: ['source.ip'] },
      interval: '5m',
      query: 'event.action:ConsoleLogin',
      events: [
        ...logins('192.0.2.7', 4, 1),
        ...logins('192.0.2.8', 3, 2),
        // Too few to say anything.
        ...logins('192.0.2.9', 2, 0),
      ],
      fires: [{ window: '10:05', group: ['192.0.2.7'], value: 80 }],
    },
    {
      title: 'Few requests succeed, judged when the window is complete',
      params: { part: 'event.outcome:success', operator: '<', limit: 25, atLeast: 4, delay: '10m' },
      interval: '5m',
      events: [...logins('192.0.2.7', 4, 1), { ...logins('192.0.2.7', 0, 4)[1], at: '10:06' }],
      fires: [{ window: '10:05', group: [], value: 20 }],
    },
    {
      title: 'A share between two limits, both included',
      params: {
        part: 'event.outcome:failure',
        operator: 'between',
        limit: 25,
        upTo: 50,
        atLeast: 1,
        groupBy: ['source.ip'],
      },
      interval: '5m',
      events: [...logins('192.0.2.1', 1, 3), ...logins('192.0.2.2', 1, 1), ...logins('192.0.2.3', 2, 1)],
      fires: [
        { window: '10:05', group: ['192.0.2.1'], value: 25 },
        { window: '10:05', group: ['192.0.2.2'], value: 50 },
      ],
    },
  ],
});

/** The share in Painless. */
const SHARE = '(100.0 * params.part / params.count)';

function selectorOf({ atLeast, ...comparison }: RatioParams): BucketSelector {
  const { script, parameters } = comparisonScript('share', comparison, SHARE);
  return {
    script: `params.count >= params.least && ${script}`,
    parameters: { ...parameters, least: atLeast },
  };
}

/** In percent. */
function shareOf({ values, count }: WindowBucket): number {
  return (100 * (values.part ?? 0)) / count;
}

function logins(ip: string, failures: number, successes: number) {
  const login = (times: number, outcome: string) => ({
    at: '10:01',
    times,
    source: { ip },
    event: { action: 'ConsoleLogin', outcome },
  });
  return [login(failures, 'failure'), login(successes, 'success')];
}
