import { SiemError } from '../../errors';
import type { ValueList } from '../../ports';
import { parseRanges } from '../address_ranges';
import { type AddressSet, addressSetOf } from '../address_set';
import { joinGroups } from '../join_groups';
import { matchVerdict } from '../match_verdict';
import { BUILT_IN_LISTS } from '../query/built_in_lists';
import { defineRuleType, type Judging, type RuleContext } from '../rule_type';
import { sideBySide } from '../side_by_side';
import { type CountedWindows, countWindows, MOST_POINTS } from '../windowed_groups';
import { eventCount, eventsOf, onceForEach, paceFirst } from '../wording';

interface IpListParams {
  fields: string[];
  mode: 'inside' | 'outside';
  lists: string[];
  addresses: string[];
  groupBy: string[];
}

/** Fires when an address of an event is on a list of those denied, or not on a list of those allowed. */
export const ipList = defineRuleType<IpListParams>({
  id: 'ip_list',
  title: 'IP list',
  description: 'Alerts when an address of an event is on a list, or when it is not on a list.',
  docsUrl: 'https://opensearch.org/docs/latest/field-types/supported-field-types/ip/',
  fields: [
    {
      name: 'fields',
      type: 'event_fields',
      label: 'The address in',
      help: 'Each field is looked at by itself; events without it are left alone.',
      default: ['source.ip'],
      maxItems: 5,
      types: ['ip'],
    },
    {
      name: 'mode',
      type: 'select',
      label: 'Is',
      default: 'inside',
      options: [
        { value: 'inside', label: 'on one of the lists (they are denied)' },
        { value: 'outside', label: 'on none of the lists (they are allowed)' },
      ],
    },
    {
      name: 'lists',
      type: 'value_lists',
      label: 'Lists',
      help: 'Lists of addresses and CIDR blocks from the Lists page; "private" has all private ranges.',
      kinds: ['ip'],
      optional: true,
      default: [],
      maxItems: 10,
    },
    {
      name: 'addresses',
      type: 'text_list',
      label: 'Further addresses',
      help: 'IPv4 or IPv6, also as CIDR blocks such as 192.0.2.0/24; @private stands for all private ranges.',
      placeholder: '192.0.2.0/24',
      optional: true,
      default: [],
      maxItems: 1_000,
    },
    {
      name: 'groupBy',
      type: 'event_fields',
      label: 'An alert for each',
      help: 'Left empty, each address has an alert of its own.',
      optional: true,
      default: [],
      maxItems: 3,
    },
  ],
  mostNewAlerts: 100,

  windowOf: (_params, interval) => interval,

  *judge(params, context) {
    const { fields, mode, groupBy } = params;
    const set = addressSetOf([...params.lists.map(context.list), typedList(params.addresses)]);
    // An allow list that has just run out would otherwise let every address fire.
    if (set.size === 0)
      return { findings: [], warnings: [`${listWords(params)} is empty, so nothing is looked for.`] };
    const counted = yield* sideBySide(fields.map((field) => countAddresses(field, set, params, context)));
    const found = counted.flatMap(({ buckets }) => buckets);
    return matchVerdict(
      {
        buckets: groupBy.length > 0 ? joinGroups(found) : found,
        warnings: counted.flatMap(({ warnings }) => warnings),
      },
      context.withPoints,
      ({ count, group }) => {
        const field = groupBy.length > 0 ? fields.join(' or ') : (group[0]?.field ?? '');
        return `${eventCount(count)} whose ${field} is ${mode === 'inside' ? 'on' : 'not on'} ${listWords(params)}.`;
      },
    );
  },

  summary(rule, params) {
    const { fields, mode, groupBy } = params;
    const where = mode === 'inside' ? 'on' : 'not on';
    return `${paceFirst(rule)}, looks at the ${eventsOf(rule)} and alerts when ${fields.join(' or ')} is ${where} ${listWords(params)}${onceForEach(groupBy)}.`;
  },

  check({ fields, lists, addresses }) {
    const refuse = (message: string) => {
      throw new SiemError('invalid_input', message);
    };
    if (fields.length === 0) refuse('params.fields: choose at least one field that holds an address.');
    if (lists.length + addresses.length === 0) refuse('params.lists: choose a list, or type addresses.');
    const wrong = addresses.find((text) => text !== PRIVATE && !parseRanges(text));
    if (wrong !== undefined) {
      refuse(`params.addresses: "${wrong}" is neither an address nor a CIDR block such as 192.0.2.0/24.`);
    }
  },

  examples: [
    {
      title: 'A source that is on a block list, as an address or in a CIDR block',
      params: { lists: ['blocklist'] },
      interval: '5m',
      lists: { blocklist: { kind: 'ip', entries: ['192.0.2.7', '198.51.100.0/24', '2001:db8:1::/48'] } },
      events: [
        { at: '10:01', times: 2, source: { ip: '192.0.2.7' } },
        { at: '10:01', source: { ip: '192.0.2.8' } },
        { at: '10:02', source: { ip: '198.51.100.200' } },
        { at: '10:03', source: { ip: '2001:db8:1:2::3' } },
        { at: '10:04', source: { ip: '2001:db8:2::3' } },
        { at: '10:04', user: { name: 'without an address' } },
      ],
      fires: [
        { window: '10:05', group: ['192.0.2.7'], value: 2 },
        { window: '10:05', group: ['198.51.100.200'], value: 1 },
        { window: '10:05', group: ['2001:db8:1:2::3'], value: 1 },
      ],
    },
    {
      title: 'A destination that is neither private nor on the allow list',
      params: {
        fields: ['destination.ip'],
        mode: 'outside',
        lists: ['partners'],
        addresses: ['@private', '203.0.113.9'],
      },
      interval: '5m',
      lists: { partners: { kind: 'ip', entries: ['198.51.100.0/25'] } },
      events: [
        { at: '10:01', destination: { ip: '10.1.2.3' } },
        { at: '10:01', destination: { ip: '203.0.113.9' } },
        { at: '10:02', destination: { ip: '198.51.100.127' } },
        { at: '10:02', destination: { ip: '198.51.100.128' } },
        { at: '10:03', source: { ip: '198.51.100.200' } },
      ],
      fires: [{ window: '10:05', group: ['198.51.100.128'], value: 1 }],
    },
    {
      title: 'Either end of a connection, an alert for each user',
      params: {
        fields: ['source.ip', 'destination.ip'],
        addresses: ['192.0.2.0/30'],
        groupBy: ['user.name'],
      },
      interval: '5m',
      events: [
        {
          at: '10:01',
          source: { ip: '192.0.2.1' },
          destination: { ip: '198.51.100.1' },
          user: { name: 'alice' },
        },
        {
          at: '10:02',
          source: { ip: '198.51.100.1' },
          destination: { ip: '192.0.2.3' },
          user: { name: 'alice' },
        },
        {
          at: '10:03',
          source: { ip: '192.0.2.4' },
          destination: { ip: '198.51.100.1' },
          user: { name: 'bob' },
        },
      ],
      fires: [{ window: '10:05', group: ['alice'], value: 2 }],
    },
  ],
});

const PRIVATE = '@private';

/** What was typed, as a list like others. */
function typedList(addresses: readonly string[]): Pick<ValueList, 'name' | 'revision' | 'entries'> {
  const entries = addresses.flatMap((text) =>
    text === PRIVATE ? (BUILT_IN_LISTS.get('private')?.entries ?? []) : [text],
  );
  return { name: '', revision: addresses.join(' '), entries };
}

/** Counts by the address, which is also how addresses that the query could not leave out are found, then by the groups asked for. */
function* countAddresses(
  field: string,
  set: AddressSet,
  { mode, groupBy }: IpListParams,
  { windows, withPoints }: RuleContext,
): Judging<CountedWindows> {
  const inside = mode === 'inside';
  const { buckets, warnings } = yield* countWindows({
    windows,
    groupBy: [...groupBy, field],
    filter: [inside ? set.within(field) : set.outside(field)],
    filterValues: set.filterValues,
    ...(withPoints && { most: MOST_POINTS }),
  });
  const right = buckets.filter(({ group }) => set.has(String(group[groupBy.length]?.value)) === inside);
  if (groupBy.length === 0) return { buckets: right, warnings };
  return { buckets: right.map((bucket) => ({ ...bucket, group: bucket.group.slice(0, -1) })), warnings };
}

function listWords({ lists, addresses }: IpListParams): string {
  const given = addresses.length > 0 ? ['the addresses given'] : [];
  return [...lists, ...given].join(' or ');
}
