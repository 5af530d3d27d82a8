import { durationMs, durationText } from '../../../../common/duration';
import { SiemError } from '../../errors';
import { matchSequence } from '../match_sequence';
import { type Finding, type Windows, defineRuleType } from '../rule_type';
import { type GroupEvents, candidates, eventsOfGroups, stepCounts } from '../sequence_events';
import { timeText } from '../time_text';
import { pace } from '../wording';

interface SequenceParams {
  steps: Array<{ name: string; query: string }>;
  groupBy: string[];
  within: string;
  afterwards: 'anything' | 'nothing';
  notQuery: string;
  notWithin: string;
  delay: string;
}

const GROUPED_TYPES = [
  'keyword',
  'constant_keyword',
  'wildcard',
  'ip',
  'boolean',
  'byte',
  'short',
  'integer',
  'long',
];

/** Fires when one group has events of several kinds in order, and if wished, none of another kind soon after. */
export const sequence = defineRuleType<SequenceParams>({
  id: 'sequence',
  title: 'Sequence',
  description:
    'Alerts when events follow each other for the same user, address or other field: failed logins, then one that succeeds, then a new access key.',
  docsUrl: 'https://opensearch.org/docs/latest/query-dsl/full-text/query-string/',
  fields: [
    {
      name: 'steps',
      type: 'rows',
      label: 'Steps',
      rowLabel: 'Step',
      help: 'Each step is another event, after the one before it or at the same time, as many logs only tell seconds. Other events may come between.',
      minItems: 1,
      maxItems: 6,
      fields: [
        { name: 'name', type: 'text', label: 'Name', placeholder: 'Failed login', maxLength: 100 },
        { name: 'query', type: 'query', label: 'Query', placeholder: 'event.outcome:failure' },
      ],
    },
    {
      name: 'groupBy',
      type: 'event_fields',
      label: 'For the same',
      help: 'Fields that all steps share, such as user.name. Events that lack one of them are left out.',
      maxItems: 3,
      // Not dates, which OpenSearch writes in one way as a key and in another as a value.
      types: GROUPED_TYPES,
    },
    {
      name: 'within',
      type: 'duration',
      label: 'Within',
      help: 'From the first step to the last, at most.',
      default: '10m',
    },
    {
      name: 'afterwards',
      type: 'select',
      label: 'After the last step',
      default: 'anything',
      options: [
        { value: 'anything', label: 'anything may come' },
        { value: 'nothing', label: 'a certain event must be missing' },
      ],
    },
    {
      name: 'notQuery',
      type: 'query',
      label: 'Not followed by',
      help: 'Alerts only where no such event follows for the same fields.',
      placeholder: 'event.action:TerminateInstances',
      visibleIf: { field: 'afterwards', in: ['nothing'] },
    },
    {
      name: 'notWithin',
      type: 'duration',
      label: 'Not followed within',
      help: 'So long after the last step, and at the same time.',
      default: '10m',
      visibleIf: { field: 'afterwards', in: ['nothing'] },
    },
    {
      name: 'delay',
      type: 'duration',
      label: 'Wait for late events',
      help: 'How much longer to wait before an event counts as missing. AWS logs often take up to 15m.',
      default: '15m',
      visibleIf: { field: 'afterwards', in: ['nothing'] },
    },
  ],

  /** Longer by the interval than a sequence may be, so that each lies in some window as a whole. */
  windowOf: ({ within }, interval) => durationText(durationMs(within) + durationMs(interval)),

  judgedAfter: ({ afterwards, notWithin, delay }) =>
    afterwards === 'nothing' ? durationText(durationMs(notWithin) + durationMs(delay)) : undefined,

  *judge(params, { windows, ends, clause, withPoints }) {
    const steps = params.steps.map(({ query }) => clause(query));
    const closing = params.afterwards === 'nothing' ? clause(params.notQuery) : undefined;
    const filter = params.groupBy.map((field) => ({ exists: { field } }));
    const [first] = yield [stepCounts(steps, closing, filter)];
    const buckets = (first?.aggregations?.steps as StepBuckets | undefined)?.buckets ?? {};
    const groups = steps.every((_, n) => (buckets[`s${n}`]?.doc_count ?? 0) > 0)
      ? yield* candidates(steps, params.groupBy)
      : { candidates: [], cut: false };

    const sorted = [...ends].sort((a, b) => a - b);
    const from = (sorted[0] ?? 0) - windows.length;
    const to = (sorted[sorted.length - 1] ?? 0) + (closing ? durationMs(params.notWithin) : 0);
    const events = yield* eventsOfGroups(groups.candidates, {
      steps,
      closing,
      timeField: windows.timeField,
      span: { from, to },
    });
    const findings = events
      .filter(({ cut }) => !cut || !closing)
      .flatMap((each) => findingsOf(each, sorted, windows, params));

    const warnings = warningsOf(groups.cut, events.filter(({ cut }) => cut).length, closing !== undefined);
    if (!withPoints) return { findings, warnings };
    const points = sorted.map((at) => {
      const value = findings.filter(({ window }) => window.to === at).length;
      return { at, group: [], value, limits: { above: 0 }, fired: value > 0 };
    });
    return { findings, warnings, points };
  },

  summary(rule, { steps, groupBy, within, afterwards, notQuery, notWithin }) {
    const { query, index } = rule;
    const names = steps.map(({ name }) => `"${name}"`).join(', then ');
    const events = query ? ` among events that match "${query}"` : '';
    const not = afterwards === 'nothing' ? `, not followed by "${notQuery}" within ${notWithin}` : '';
    return `Alerts when ${names} come in this order for the same ${groupBy.join(' and ')} within ${within}${not}${events} in ${index.title}, checked ${pace(rule)}.`;
  },

  check({ steps, groupBy, within, afterwards }, interval) {
    if (groupBy.length === 0) {
      throw new SiemError('invalid_input', 'params.groupBy: choose at least one field that all steps share.');
    }
    if (steps.length < 2 && afterwards === 'anything') {
      throw new SiemError(
        'invalid_input',
        'params.steps: add a second step, or an event that must not follow; for one kind of event use a rule of the type Match.',
      );
    }
    if (durationMs(within) % durationMs(interval) !== 0) {
      throw new SiemError(
        'invalid_input',
        `interval: ${interval} must go into the ${within} of the sequence without a rest, such as 1m or 5m into 10m.`,
      );
    }
  },

  examples: [
    {
      title: 'Failed login, then success, then a new key, for the same user',
      params: {
        steps: [
          { name: 'Failed login', query: 'event.outcome:failure' },
          { name: 'Login', query: 'event.action:ConsoleLogin AND event.outcome:success' },
          { name: 'New key', query: 'event.action:CreateAccessKey' },
        ],
        groupBy: ['user.name'],
        within: '10m',
      },
      interval: '10m',
      events: [
        { at: '10:01', user: { name: 'alice' }, event: { action: 'ConsoleLogin', outcome: 'failure' } },
        { at: '10:02', user: { name: 'alice' }, event: { action: 'ConsoleLogin', outcome: 'success' } },
        { at: '10:05', user: { name: 'alice' }, event: { action: 'CreateAccessKey', outcome: 'success' } },
        { at: '10:01', user: { name: 'bob' }, event: { action: 'CreateAccessKey', outcome: 'success' } },
        { at: '10:02', user: { name: 'bob' }, event: { action: 'ConsoleLogin', outcome: 'failure' } },
        { at: '10:05', user: { name: 'bob' }, event: { action: 'ConsoleLogin', outcome: 'success' } },
      ],
      fires: [
        { window: '10:10', group: ['alice'], value: 3 },
        { window: '10:20', group: ['alice'], value: 3 },
      ],
    },
    {
      title: 'Within the time to the second, whatever windows it falls into',
      params: {
        steps: [
          { name: 'First', query: 'event.action:first' },
          { name: 'Second', query: 'event.action:second' },
        ],
        groupBy: ['source.ip', 'destination.port'],
        within: '5m',
      },
      interval: '5m',
      events: [
        { at: '10:03', event: { action: 'first' }, ...connection(22) },
        { at: '10:08', event: { action: 'second' }, ...connection(22) },
        { at: '10:03', event: { action: 'first' }, ...connection(23) },
        { at: '10:08:01', event: { action: 'second' }, ...connection(23) },
        { at: '10:04', event: { action: 'first' }, ...connection(24) },
        { at: '10:06', event: { action: 'second' }, ...connection(25) },
      ],
      fires: [{ window: '10:10', group: ['192.0.2.7', 22], value: 2 }],
    },
    {
      title: 'A step that is not undone soon after',
      params: {
        steps: [{ name: 'Logging stopped', query: 'event.action:StopLogging' }],
        groupBy: ['user.name'],
        within: '10m',
        afterwards: 'nothing',
        notQuery: 'event.action:StartLogging',
        notWithin: '10m',
        delay: '5m',
      },
      interval: '10m',
      events: [
        { at: '10:08', user: { name: 'alice' }, event: { action: 'StopLogging' } },
        { at: '10:13', user: { name: 'alice' }, event: { action: 'StartLogging' } },
        { at: '10:08', user: { name: 'bob' }, event: { action: 'StopLogging' } },
        { at: '10:30', user: { name: 'bob' }, event: { action: 'StartLogging' } },
        { at: '11:50', user: { name: 'carol' }, event: { action: 'StopLogging' } },
      ],
      fires: [
        { window: '10:10', group: ['bob'], value: 1 },
        { window: '10:20', group: ['bob'], value: 1 },
      ],
    },
  ],
});

interface StepBuckets {
  buckets: Record<string, { doc_count: number }>;
}

function connection(port: number) {
  return { source: { ip: '192.0.2.7' }, destination: { port } };
}

function findingsOf(
  { group, events }: GroupEvents,
  ends: readonly number[],
  { length }: Windows,
  params: SequenceParams,
): Finding[] {
  const closing = events.filter(({ closes }) => closes);
  const form = {
    steps: params.steps.length,
    within: durationMs(params.within),
    ...(params.afterwards === 'nothing' && { notWithin: durationMs(params.notWithin) }),
  };
  return ends.flatMap((to) => {
    const inWindow = events.filter(({ time, steps }) => steps > 0 && time >= to - length && time < to);
    const times = matchSequence(inWindow, form, closing);
    if (!times) return [];
    return {
      window: { from: to - length, to },
      group,
      value: times.length,
      limit: times.length,
      count: inWindow.length,
      firstSeen: times[0] ?? to,
      lastSeen: times[times.length - 1] ?? to,
      reason: reasonOf(times, params),
    };
  });
}

function reasonOf(
  times: readonly number[],
  { steps, afterwards, notQuery, notWithin }: SequenceParams,
): string {
  const parts = steps.map(({ name }, n) => `"${name}" at ${timeText(times[n] ?? 0)}`);
  const not = afterwards === 'nothing' ? `, not followed by "${notQuery}" within ${notWithin}` : '';
  return `${parts.join(', then ')}${not}.`;
}

function warningsOf(cut: boolean, groupsCut: number, skipped: boolean): string[] {
  const warnings: string[] = [];
  if (cut)
    warnings.push('More groups have all steps than can be looked at; narrow the queries of the steps.');
  if (groupsCut > 0) {
    warnings.push(
      skipped
        ? `${groupsCut} groups have too many events to tell what did not follow, and were not judged; narrow the queries of the steps.`
        : `${groupsCut} groups have too many events; only their first ones were judged. Narrow the queries of the steps.`,
    );
  }
  return warnings;
}
