import type { Random } from '../../common/random';
import type { RunnableRule } from '../../server/core/manage/rules';

const MINUTE = 60_000;

/** An event as the oracle sees it. */
export interface OracleEvent {
  /** Epoch milliseconds. */
  at: number;
  user?: string;
  ip?: string;
  action: string;
  bytes: number;
}

/** Windows of a random rule, milliseconds. */
export interface OracleWindows {
  length: number;
  every: number;
  /** Of rules that judge by the clock. */
  judgedAfter?: number;
}

/** A random rule in two tongues: as the engine takes it, and as the plainest code that says the same. */
export interface OracleRule {
  rule: Pick<RunnableRule, 'type' | 'params' | 'interval'> & Partial<RunnableRule>;
  windows: OracleWindows;
  /** Groups that fire in a window, given all events that are there. */
  fires(events: readonly OracleEvent[], from: number, to: number): string[];
}

export interface OracleKind {
  name: string;
  /** More events can only make more windows fire, so the order of arrival means nothing. */
  onlyAdds: boolean;
  make(random: Random): OracleRule;
}

const USERS = ['alice', 'bob', 'carol'];
export const ADDRESSES = ['192.0.2.7', '192.0.2.8', '198.51.100.9', '2001:db8::5'];
export const ACTIONS = ['Login', 'GetObject', 'Delete'];

/** A random event at this time; some lack the fields that rules group by. */
export function randomEvent(random: Random, at: number): OracleEvent {
  return {
    at,
    ...(random.chance(0.9) && { user: random.pick(USERS) }),
    ...(random.chance(0.8) && { ip: random.pick(ADDRESSES) }),
    action: random.pick(ACTIONS),
    bytes: random.integer(0, 100),
  };
}

/** The event as it is indexed. */
export function documentOf({ at, user, ip, action, bytes }: OracleEvent): Record<string, unknown> {
  return {
    '@timestamp': at,
    event: { action },
    ...(user !== undefined && { user: { name: user } }),
    source: { ...(ip !== undefined && { ip }), bytes },
  };
}

type Grouping = { groupBy: string[]; keyOf(event: OracleEvent): string };

const userKey = ({ user }: OracleEvent) => (user === undefined ? 'no user.name' : `user.name=${user}`);
const ipKey = ({ ip }: OracleEvent) => (ip === undefined ? 'no source.ip' : `source.ip=${ip}`);
const GROUPINGS: Grouping[] = [
  { groupBy: [], keyOf: () => '' },
  { groupBy: ['user.name'], keyOf: userKey },
  { groupBy: ['user.name', 'source.ip'], keyOf: (event) => `${userKey(event)}, ${ipKey(event)}` },
];

function grouped(events: readonly OracleEvent[], keyOf: (event: OracleEvent) => string) {
  const groups = new Map<string, OracleEvent[]>();
  for (const event of events) groups.set(keyOf(event), [...(groups.get(keyOf(event)) ?? []), event]);
  return [...groups];
}

const inWindow = (events: readonly OracleEvent[], from: number, to: number) =>
  events.filter(({ at }) => from <= at && at < to);

function randomWindows(random: Random): { window: string; interval: string; windows: OracleWindows } {
  const [length, every] = random.pick([
    [10, 5],
    [30, 10],
    [30, 30],
    [60, 15],
  ] as const);
  return {
    window: `${length}m`,
    interval: `${every}m`,
    windows: { length: length * MINUTE, every: every * MINUTE },
  };
}

const quiet = (random: Random) => (random.chance(0.3) ? { quietFor: random.pick(['5m', '1h', '2h']) } : {});

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
];
