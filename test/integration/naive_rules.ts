import { durationMs } from '../../common/duration';
import type { FieldValues } from '../../common/field';
import type { Random } from '../../common/random';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const HOUR = 3_600_000;

export interface NaiveEvent {
  /** Epoch milliseconds. */
  at: number;
  user?: string;
  action: string;
  bytes: number;
}

/** A random rule, and the plainest code that says which of its groups fire in a window; it sees all events at once. */
export interface NaiveRule {
  type: string;
  params: FieldValues;
  interval: string;
  fires(events: readonly NaiveEvent[], from: number, to: number): string[];
}

const USERS = ['alice', 'bob', 'carol', 'dora'];
const ACTIONS = ['Login', 'GetObject', 'Delete'];

const within = (events: readonly NaiveEvent[], from: number, to: number) =>
  events.filter(({ at }) => from <= at && at < to);
const userKey = (user: string | undefined) => (user === undefined ? 'no user.name' : `user.name=${user}`);
const keysOf = (events: readonly NaiveEvent[], keyOf: (event: NaiveEvent) => string) => [
  ...new Set(events.map(keyOf)),
];

/** Many events around `noon`, some in the days before at the same time of day, most of all in the weeks before. */
export function randomEvents(random: Random, noon: number): NaiveEvent[] {
  return Array.from({ length: random.integer(20, 120) }, () => {
    const back = random.weighted([
      [0, 4],
      [random.integer(1, 3) * DAY, 2],
      [random.integer(1, 4) * WEEK, 6],
    ]);
    return {
      // Whole minutes, so that many events fall on the borders of windows and on each other.
      at: noon - back + random.integer(-240, 60) * 60_000,
      ...(random.chance(0.9) && { user: random.pick(USERS) }),
      action: random.pick(ACTIONS),
      bytes: random.integer(1, 50),
    };
  });
}

function newTerms(random: Random): NaiveRule {
  const [history, minHistory] = random.pick([
    [1, 0],
    [2, 1],
    [14, 3],
  ] as const);
  const forEach = random.chance(0.5) ? ['user.name'] : [];
  const keyOf = ({ user, action }: NaiveEvent) =>
    forEach.length > 0 ? `event.action=${action}, ${userKey(user)}` : `event.action=${action}`;
  return {
    type: 'new_terms',
    params: { fields: ['event.action'], forEach, history, minHistory },
    interval: random.pick(['5m', '30m']),
    fires(events, from, to) {
      const known = events.filter(({ user }) => forEach.length === 0 || user !== undefined);
      if (minHistory > 0 && !events.some(({ at }) => at <= from - minHistory * DAY)) return [];
      const before = keysOf(within(known, from - history * DAY, from), keyOf);
      return keysOf(within(known, from, to), keyOf).filter((key) => !before.includes(key));
    },
  };
}

function baseline(random: Random): NaiveRule {
  const metric = random.pick(['count', 'sum', 'cardinality', 'avg'] as const);
  const direction = random.pick(['above', 'below', 'both'] as const);
  const groupBy = random.chance(0.6) ? ['user.name'] : [];
  const [window, interval] = random.pick([
    ['1h', '1h'],
    ['1h', '30m'],
    ['10m', '10m'],
    ['2h', '1h'],
  ] as const);
  const form = {
    sensitivity: random.integer(1, 3),
    minValue: random.integer(0, 3),
    minDifference: random.integer(0, 2),
    weeks: random.integer(2, 3),
    minWeeks: random.integer(1, 2),
    newGroups: random.chance(0.5),
  };
  const length = durationMs(window);
  const beside = Math.min(12, Math.floor(HOUR / length));
  const keyOf = ({ user }: NaiveEvent) => (groupBy.length > 0 ? userKey(user) : '');
  const valueOf = (events: readonly NaiveEvent[]): number | undefined => {
    const total = events.reduce((sum, { bytes }) => sum + bytes, 0);
    if (metric === 'count') return events.length;
    if (metric === 'sum') return total;
    if (metric === 'cardinality') return new Set(events.map(({ bytes }) => bytes)).size;
    return events.length === 0 ? undefined : total / events.length;
  };
  const median = (values: readonly number[]) => {
    const sorted = [...values].sort((a, b) => a - b);
    const half = sorted.length / 2;
    return sorted.length % 2
      ? (sorted[Math.floor(half)] as number)
      : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
  };

  return {
    type: 'baseline',
    params: {
      ...form,
      metric,
      direction,
      groupBy,
      window,
      ...(metric !== 'count' && { field: 'source.bytes' }),
    },
    interval,
    fires(events, from, to) {
      const oldest = Math.min(...events.filter(({ at }) => at < to).map(({ at }) => at));
      let weeks = 0;
      while (weeks < form.weeks && from - (weeks + 1) * WEEK - beside * length >= oldest) weeks++;
      if (weeks < form.minWeeks) return [];
      return keysOf(groupBy.length > 0 ? events : [...events, {} as NaiveEvent], keyOf).filter((key) => {
        const own = events.filter((event) => keyOf(event) === key);
        const value = valueOf(within(own, from, to));
        const samples: number[][] = [];
        let known = groupBy.length === 0;
        for (let n = -beside; n <= beside; n++) {
          const sample: number[] = [];
          for (let week = 1; week <= weeks; week++) {
            const start = from - week * WEEK + n * length;
            const then = within(own, start, start + length);
            known ||= then.length > 0;
            const number = valueOf(then);
            if (number !== undefined) sample.push(number);
          }
          if (sample.length > 0 || n === 0) samples.push(sample);
          if (n === 0) samples.unshift(samples.pop() as number[]);
        }
        const [alike = []] = samples;
        if (value === undefined || alike.length < form.minWeeks || (!known && !form.newGroups)) return false;
        const off = (sample: number[]) => sample.map((each) => Math.abs(each - median(sample)));
        const spread = 1.4826 * Math.max(median(off(alike)), median(samples.flatMap(off)));
        const tolerated = Math.max(form.sensitivity * spread, form.minDifference);
        const above = value >= form.minValue && value > median(alike) + tolerated;
        const below = median(alike) >= form.minValue && value < median(alike) - tolerated;
        return (direction !== 'below' && above) || (direction !== 'above' && below);
      });
    },
  };
}

function sequence(random: Random): NaiveRule {
  const queries = Array.from({ length: random.integer(1, 4) }, () => random.pick([...ACTIONS, '*']));
  const [limit, interval] = random.pick([
    ['10m', '5m'],
    ['1h', '30m'],
    ['30m', '30m'],
  ] as const);
  const follows = queries.length === 1 || random.chance(0.4);
  const not = random.pick([...ACTIONS, '*']);
  const notWithin = random.pick(['5m', '30m']);
  const matches = (event: NaiveEvent, query: string) => query === '*' || event.action === query;
  const lucene = (query: string) => (query === '*' ? '' : `event.action:${query}`);

  return {
    type: 'sequence',
    params: {
      steps: queries.map((query, n) => ({ name: `Step ${n}`, query: lucene(query) })),
      groupBy: ['user.name'],
      within: limit,
      ...(follows && { afterwards: 'nothing', notQuery: lucene(not), notWithin, delay: '5m' }),
    },
    interval,
    fires(events, from, to) {
      const known = events.filter(({ user }) => user !== undefined);
      return keysOf(known, ({ user }) => userKey(user)).filter((key) => {
        const own = known.filter(({ user }) => userKey(user) === key);
        const place = (used: NaiveEvent[]): boolean => {
          const last = used[used.length - 1];
          if (last && last.at - (used[0] as NaiveEvent).at > durationMs(limit)) return false;
          if (last && used.length === queries.length) {
            const upTo = last.at + durationMs(notWithin);
            return (
              !follows ||
              !own.some(
                (other) => other !== last && matches(other, not) && other.at >= last.at && other.at <= upTo,
              )
            );
          }
          return within(own, Math.max(from, last?.at ?? from), to).some(
            (event) =>
              !used.includes(event) &&
              matches(event, queries[used.length] as string) &&
              place([...used, event]),
          );
        };
        return place([]);
      });
    },
  };
}

function noData(random: Random): NaiveRule {
  const expected = random.pick(['any', 'seen', 'listed'] as const);
  const history = random.integer(1, 3);
  const [window, interval] = random.pick([
    ['10m', '10m'],
    ['1h', '15m'],
    ['2h', '1h'],
  ] as const);
  const values = ['alice', 'erin'];
  return {
    type: 'no_data',
    params: {
      expected,
      window,
      ...(expected !== 'any' && { field: 'user.name' }),
      ...(expected === 'seen' && { history }),
      ...(expected === 'listed' && { values }),
    },
    interval,
    fires(events, from, to) {
      const there = within(events, from, to);
      if (expected === 'any') return there.length === 0 ? [''] : [];
      const before = within(events, from - history * DAY, from).flatMap(({ user }) => user ?? []);
      return [...new Set(expected === 'listed' ? values : before)]
        .filter((value) => !there.some(({ user }) => user === value))
        .map(userKey);
    },
  };
}

/** The rule types that look into the past or into the order of events. */
export const NAIVE_KINDS = { new_terms: newTerms, baseline, sequence, no_data: noData };
