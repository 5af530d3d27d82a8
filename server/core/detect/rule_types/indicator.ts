import type { ListKind } from '../../../../common/list';
import { SiemError } from '../../errors';
import type { ValueList } from '../../ports';
import { addressSetOf } from '../address_set';
import type { Clause } from '../clauses';
import { listClause } from '../list_clause';
import { matchVerdict } from '../match_verdict';
import { defineRuleType, type GroupValue, type Judging, type RuleContext } from '../rule_type';
import { sideBySide } from '../side_by_side';
import { type CountedWindows, countWindows, MOST_POINTS } from '../windowed_groups';
import { eventCount, eventsOf, paceFirst } from '../wording';

interface IndicatorParams {
  marked: boolean;
  lists: string[];
  addressFields: string[];
  domainFields: string[];
  hashFields: string[];
}

/** What ingest puts on events that hold a value of an indicator list, and where it puts the value (ECS `threat.indicator.*`). */
const MARKED: Clause = { term: { tags: 'threat_indicator' } };
const MARKED_VALUES = [
  'threat.indicator.ip',
  'threat.indicator.url.domain',
  'threat.indicator.file.hash.md5',
  'threat.indicator.file.hash.sha1',
  'threat.indicator.file.hash.sha256',
];

/** Fires when an event holds a value of an indicator list, whether it was marked at ingest or the value was listed only later. */
export const indicator = defineRuleType<IndicatorParams>({
  id: 'indicator',
  title: 'Indicator match',
  description:
    'Alerts when an event holds an address, domain or hash of an indicator list, marked at ingest or found by searching.',
  docsUrl: 'https://www.elastic.co/docs/reference/ecs/ecs-threat',
  fields: [
    {
      name: 'marked',
      type: 'boolean',
      label: 'Events that were marked at ingest',
      help: 'Events with a value of an indicator list are marked as they come in, by the lists as they are then.',
      default: true,
    },
    {
      name: 'lists',
      type: 'value_lists',
      label: 'Search for the values of',
      help: 'Finds events whose value was listed only after they came in, and lists that are not for ingest. Domains are found as they are written, not those below them.',
      kinds: ['ip', 'domain', 'hash'],
      optional: true,
      default: [],
      maxItems: 20,
    },
    {
      name: 'addressFields',
      type: 'event_fields',
      label: 'Addresses in',
      optional: true,
      default: ['source.ip', 'destination.ip'],
      maxItems: 5,
      types: ['ip'],
      mayBeAbsent: true,
    },
    {
      name: 'domainFields',
      type: 'event_fields',
      label: 'Domains in',
      optional: true,
      default: ['dns.question.name', 'url.domain'],
      maxItems: 5,
      types: ['keyword'],
      mayBeAbsent: true,
    },
    {
      name: 'hashFields',
      type: 'event_fields',
      label: 'Hashes in',
      optional: true,
      default: ['file.hash.md5', 'file.hash.sha1', 'file.hash.sha256'],
      maxItems: 5,
      types: ['keyword'],
      mayBeAbsent: true,
    },
  ],
  mostNewAlerts: 100,

  windowOf: (_params, interval) => interval,

  *judge(params, context) {
    const lists = params.lists.map(context.list);
    const found = yield* sideBySide([
      ...(params.marked ? [marked(context)] : []),
      ...lookUps(params, lists).map((lookUp) => listed(lookUp, params.marked, context)),
    ]);
    const empty = lists.filter(({ entries }) => entries.length === 0);
    return matchVerdict(
      {
        buckets: found.flatMap(({ buckets }) => buckets),
        warnings: [
          ...empty.map(({ name }) => `${name} is empty, so nothing of it is looked for.`),
          ...found.flatMap(({ warnings }) => warnings),
        ],
      },
      context.withPoints,
      ({ count, group }) =>
        group[0]?.field.startsWith('threat.')
          ? `${eventCount(count)} with an indicator, found at ingest.`
          : `${eventCount(count)} whose ${group[0]?.field} is on ${params.lists.join(' or ')}.`,
    );
  },

  summary(rule, { marked: byMark, lists }) {
    const ways = [
      ...(byMark ? ['was marked at ingest as an indicator match'] : []),
      ...(lists.length > 0 ? [`holds a value of ${lists.join(' or ')}`] : []),
    ];
    return `${paceFirst(rule)}, looks at the ${eventsOf(rule)} and alerts for each value when one ${ways.join(' or ')}.`;
  },

  check({ marked: byMark, lists }) {
    if (byMark || lists.length > 0) return;
    throw new SiemError('invalid_input', 'params.lists: choose a list, or take the events marked at ingest.');
  },

  examples: [
    {
      title: 'An address, a domain and a hash that are listed',
      params: { lists: ['bad_ips', 'bad_domains', 'bad_hashes'] },
      interval: '5m',
      lists: {
        bad_ips: { kind: 'ip', entries: ['192.0.2.0/28'] },
        bad_domains: { kind: 'domain', entries: ['evil.example'] },
        bad_hashes: { kind: 'hash', entries: ['d41d8cd98f00b204e9800998ecf8427e'.repeat(2)] },
      },
      events: [
        { at: '10:01', times: 2, source: { ip: '198.51.100.1' }, destination: { ip: '192.0.2.9' } },
        { at: '10:02', dns: { question: { name: 'evil.example' } } },
        { at: '10:02', dns: { question: { name: 'good.example' } } },
        { at: '10:03', file: { hash: { sha256: 'd41d8cd98f00b204e9800998ecf8427e'.repeat(2) } } },
      ],
      fires: [
        { window: '10:05', group: ['192.0.2.9'], value: 2 },
        { window: '10:05', group: ['evil.example'], value: 1 },
        { window: '10:05', group: ['d41d8cd98f00b204e9800998ecf8427e'.repeat(2)], value: 1 },
      ],
    },
    {
      title: 'Events marked at ingest, an alert for each value',
      params: {},
      interval: '5m',
      events: [
        { at: '10:01', times: 3, ...markedBy({ ip: '192.0.2.7' }) },
        { at: '10:02', ...markedBy({ url: { domain: 'evil.example' } }) },
        { at: '10:03', source: { ip: '192.0.2.8' } },
      ],
      fires: [
        { window: '10:05', group: ['192.0.2.7'], value: 3 },
        { window: '10:05', group: ['evil.example'], value: 1 },
      ],
    },
    {
      title: 'An event that was marked is not found again by searching',
      params: { lists: ['bad_ips_of_today'] },
      interval: '5m',
      lists: { bad_ips_of_today: { kind: 'ip', entries: ['192.0.2.7', '192.0.2.8'] } },
      events: [
        { at: '10:01', source: { ip: '192.0.2.7' }, ...markedBy({ ip: '192.0.2.7' }) },
        { at: '10:02', source: { ip: '192.0.2.8' } },
      ],
      fires: [
        { window: '10:05', group: ['192.0.2.7'], value: 1 },
        { window: '10:05', group: ['192.0.2.8'], value: 1 },
      ],
    },
  ],
});

/** An event as ingest marks it. */
function markedBy(value: Record<string, unknown>) {
  return { tags: ['threat_indicator'], threat: { indicator: value } };
}

interface LookUp {
  field: string;
  clause: Clause;
  /** Values in the clause. */
  filterValues: number;
  has(value: string): boolean;
}

/** One for each field that holds values of the kind of one of the lists. */
function lookUps(params: IndicatorParams, lists: readonly ValueList[]): LookUp[] {
  const of = (kind: ListKind) => lists.filter((list) => list.kind === kind && list.entries.length > 0);
  const addresses = of('ip');
  const set = addressSetOf(addresses);
  const texts = (kinds: readonly ValueList[], fields: readonly string[]): LookUp[] => {
    const entries = kinds.flatMap((list) => list.entries);
    const values = entries.length > 0 ? new Set(entries) : undefined;
    if (!values) return [];
    return fields.map((field) => ({
      field,
      clause: listClause(field, { entries }),
      filterValues: entries.length,
      has: (value) => values.has(value),
    }));
  };
  const addressLookUps =
    addresses.length === 0
      ? []
      : params.addressFields.map((field): LookUp => ({
          field,
          clause: set.within(field),
          filterValues: set.filterValues,
          has: set.has,
        }));
  return [
    ...addressLookUps,
    ...texts(of('domain'), params.domainFields),
    ...texts(of('hash'), params.hashFields),
  ];
}

/** Events that hold a listed value in the field, one group for each; those that ingest marked are left to `marked`. */
function* listed(
  { field, clause, filterValues, has }: LookUp,
  withoutMarked: boolean,
  { windows, withPoints }: RuleContext,
): Judging<CountedWindows> {
  const { buckets, warnings } = yield* countWindows({
    windows,
    groupBy: [field],
    filter: withoutMarked ? [clause, { bool: { must_not: [MARKED] } }] : [clause],
    filterValues,
    ...(withPoints && { most: MOST_POINTS }),
  });
  return { buckets: buckets.filter(({ group }) => has(String(group[0]?.value))), warnings };
}

/** Events that ingest marked, one group for each combination of values. */
function* marked({ windows, withPoints }: RuleContext): Judging<CountedWindows> {
  const { buckets, warnings } = yield* countWindows({
    windows,
    groupBy: MARKED_VALUES,
    filter: [MARKED],
    ...(withPoints && { most: MOST_POINTS }),
  });
  const there = (group: GroupValue[]) => group.filter(({ value }) => value !== null);
  return { buckets: buckets.map((bucket) => ({ ...bucket, group: there(bucket.group) })), warnings };
}
