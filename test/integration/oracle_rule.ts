import type { Random } from '../../common/random';
import type { RunnableRule } from '../../server/core/manage/rules';

export const MINUTE = 60_000;

/** An event as the oracle sees it. */
export interface OracleEvent {
  /** Epoch milliseconds. */
  at: number;
  user?: string;
  ip?: string;
  action: string;
  bytes: number;
  /** Whether ingest found the address on an indicator list. */
  marked?: boolean;
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
  /** Events that were there long before the rule began at `start`, epoch milliseconds; older than any window that it looks back on. */
  past?(random: Random, start: number): OracleEvent[];
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
    ...(random.chance(0.2) && { marked: true }),
  };
}

/** The event as it is indexed. */
export function documentOf({ at, user, ip, action, bytes, marked }: OracleEvent): Record<string, unknown> {
  return {
    '@timestamp': at,
    event: { action },
    ...(user !== undefined && { user: { name: user } }),
    source: { ...(ip !== undefined && { ip }), bytes },
    ...(marked && ip !== undefined && { tags: ['threat_indicator'], threat: { indicator: { ip } } }),
  };
}

export type Grouping = { groupBy: string[]; keyOf(event: OracleEvent): string };

export const userKey = ({ user }: OracleEvent) => (user === undefined ? 'no user.name' : `user.name=${user}`);
export const ipKey = ({ ip }: OracleEvent) => (ip === undefined ? 'no source.ip' : `source.ip=${ip}`);
export const GROUPINGS: Grouping[] = [
  { groupBy: [], keyOf: () => '' },
  { groupBy: ['user.name'], keyOf: userKey },
  { groupBy: ['user.name', 'source.ip'], keyOf: (event) => `${userKey(event)}, ${ipKey(event)}` },
];

export function grouped(events: readonly OracleEvent[], keyOf: (event: OracleEvent) => string) {
  const groups = new Map<string, OracleEvent[]>();
  for (const event of events) groups.set(keyOf(event), [...(groups.get(keyOf(event)) ?? []), event]);
  return [...groups];
}

export const inWindow = (events: readonly OracleEvent[], from: number, to: number) =>
  events.filter(({ at }) => from <= at && at < to);

export function randomWindows(random: Random): { window: string; interval: string; windows: OracleWindows } {
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

export const quiet = (random: Random) =>
  random.chance(0.3) ? { quietFor: random.pick(['5m', '1h', '2h']) } : {};
