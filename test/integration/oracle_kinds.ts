import { conditionsKind } from './oracle_conditions';
import { LOOKING_BACK } from './oracle_looking_back';
import {
  ACTIONS,
  ADDRESSES,
  GROUPINGS,
  grouped,
  inWindow,
  ipKey,
  MINUTE,
  type OracleEvent,
  type OracleKind,
  quiet,
  randomWindows,
  userKey,
} from './oracle_rule';
import { testLists } from './detect_setup';

function thresholdOn(
  name: string,
  condition: Record<string, unknown>,
  limits: [number, number],
  valueOf: (events: readonly OracleEvent[]) => number,
): OracleKind {
  return {
    name,
    onlyAdds: name !== 'threshold on an average',
    make(random) {
      const { window, interval, windows } = randomWindows(random);
      const { groupBy, keyOf } = random.pick(GROUPINGS);
      const limit = random.integer(...limits);
      return {
        rule: {
          type: 'threshold',
          params: { conditions: [{ ...condition, operator: '>=', limit }], window, groupBy },
          interval,
          ...quiet(random),
        },
        windows,
        fires: (events, from, to) =>
          grouped(inWindow(events, from, to), keyOf).flatMap(([key, members]) =>
            valueOf(members) >= limit ? [key] : [],
          ),
      };
    },
  };
}

const bytes = (events: readonly OracleEvent[]) => events.map((event) => event.bytes);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Lists of addresses, and which of the events' addresses they hold. */
const INDICATORS = {
  oracle_block: { entries: ['192.0.2.0/28'], listed: ADDRESSES.slice(0, 2) },
  oracle_addresses: { entries: ['192.0.2.8', '2001:db8::5'], listed: [ADDRESSES[1], ADDRESSES[3]] },
};

/** Every kind that the oracle speaks. */
export const ORACLE_KINDS: OracleKind[] = [
  thresholdOn('threshold on a count', { metric: 'count' }, [1, 4], (events) => events.length),
  thresholdOn('threshold on a sum', { metric: 'sum', field: 'source.bytes' }, [80, 250], (events) =>
    sum(bytes(events)),
  ),
  thresholdOn(
    'threshold on a greatest value',
    { metric: 'max', field: 'source.bytes' },
    [80, 100],
    (events) => Math.max(...bytes(events)),
  ),
  conditionsKind,
  thresholdOn(
    'threshold on an average',
    { metric: 'avg', field: 'source.bytes' },
    [55, 80],
    (events) => sum(bytes(events)) / events.length,
  ),
  {
    name: 'match',
    onlyAdds: true,
    make(random) {
      const { groupBy, keyOf } = random.pick(GROUPINGS);
      const every = random.pick([5, 10, 30]);
      const action = random.pick(ACTIONS);
      return {
        rule: {
          type: 'match',
          params: { groupBy },
          interval: `${every}m`,
          query: `event.action:${action}`,
          ...quiet(random),
        },
        windows: { length: every * MINUTE, every: every * MINUTE },
        fires: (events, from, to) =>
          grouped(inWindow(events, from, to), keyOf).flatMap(([key, members]) =>
            members.some((event) => event.action === action) ? [key] : [],
          ),
      };
    },
  },
  {
    name: 'ip_list',
    onlyAdds: true,
    make(random) {
      const every = random.pick([5, 10, 30]);
      const [addresses, listed] = random.pick<[string[], string[]]>([
        [['192.0.2.0/24'], ['192.0.2.7', '192.0.2.8']],
        [['198.51.100.9'], ['198.51.100.9']],
        [
          ['2001:db8::/32', '192.0.2.8'],
          ['2001:db8::5', '192.0.2.8'],
        ],
      ]);
      const mode = random.pick(['inside', 'outside'] as const);
      return {
        rule: { type: 'ip_list', params: { fields: ['source.ip'], mode, addresses }, interval: `${every}m` },
        windows: { length: every * MINUTE, every: every * MINUTE },
        fires: (events, from, to) =>
          grouped(inWindow(events, from, to), ipKey).flatMap(([key, [first]]) =>
            first?.ip !== undefined && listed.includes(first.ip) === (mode === 'inside') ? [key] : [],
          ),
      };
    },
  },
  {
    name: 'ratio',
    onlyAdds: false,
    make(random) {
      const { window, interval, windows } = randomWindows(random);
      const { groupBy, keyOf } = random.pick(GROUPINGS.slice(0, 2));
      const [limit, atLeast] = [random.integer(30, 70), random.integer(1, 3)];
      const action = random.pick(ACTIONS);
      const part = `event.action:${action}`;
      return {
        rule: {
          type: 'ratio',
          params: { part, operator: '>=', limit, atLeast, window, groupBy },
          interval,
          ...quiet(random),
        },
        windows,
        fires: (events, from, to) =>
          grouped(inWindow(events, from, to), keyOf).flatMap(([key, members]) => {
            const share = (100 * members.filter((event) => event.action === action).length) / members.length;
            return members.length >= atLeast && share >= limit ? [key] : [];
          }),
      };
    },
  },
  {
    name: 'new_terms',
    onlyAdds: false,
    make(random) {
      const every = random.pick([5, 10, 30]);
      const day = 1_440 * MINUTE;
      return {
        rule: {
          type: 'new_terms',
          params: { fields: ['user.name', 'source.ip'], history: 1, minHistory: 0 },
          interval: `${every}m`,
        },
        windows: { length: every * MINUTE, every: every * MINUTE },
        fires(events, from, to) {
          const keyOf = (event: OracleEvent) => `${userKey(event)}, ${ipKey(event)}`;
          const before = new Set(inWindow(events, from - day, from).map(keyOf));
          const known = inWindow(events, from, to).filter(
            ({ user, ip }) => user !== undefined && ip !== undefined,
          );
          return [...new Set(known.map(keyOf))].filter((key) => !before.has(key));
        },
      };
    },
  },
  {
    name: 'no_data',
    onlyAdds: false,
    make(random) {
      const every = random.pick([30, 60]);
      const delay = random.pick([5, 15]);
      const values = ['alice', 'dora'];
      const params = {
        expected: 'listed',
        field: 'user.name',
        values,
        window: `${every}m`,
        delay: `${delay}m`,
      };
      return {
        rule: { type: 'no_data', params, interval: `${every}m`, ...quiet(random) },
        windows: { length: every * MINUTE, every: every * MINUTE, judgedAfter: delay * MINUTE },
        fires: (events, from, to) =>
          values
            .filter((value) => !inWindow(events, from, to).some(({ user }) => user === value))
            .map((value) => `user.name=${value}`),
      };
    },
  },
  {
    name: 'indicator',
    onlyAdds: true,
    make(random) {
      const every = random.pick([5, 10, 30]);
      const marked = random.chance(0.5);
      const [name, { entries, listed }] = random.pick(Object.entries(INDICATORS));
      const lists = marked && random.chance(0.3) ? [] : [name];
      testLists.set(name, { name, kind: 'ip', revision: '1', entries });
      return {
        rule: { type: 'indicator', params: { marked, lists }, interval: `${every}m` },
        windows: { length: every * MINUTE, every: every * MINUTE },
        fires: (events, from, to) =>
          grouped(inWindow(events, from, to), (event) =>
            marked && event.marked ? `threat.indicator.ip=${event.ip}` : ipKey(event),
          ).flatMap(([key, [first]]) => {
            if (first?.ip === undefined) return [];
            return (marked && first.marked) || (lists.length > 0 && listed.includes(first.ip)) ? [key] : [];
          }),
      };
    },
  },
  ...LOOKING_BACK,
];
