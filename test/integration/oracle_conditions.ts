import type { Random } from '../../common/random';
import {
  GROUPINGS,
  grouped,
  inWindow,
  MINUTE,
  type OracleEvent,
  type OracleKind,
  quiet,
  randomWindows,
} from './oracle_rule';

const DELAY = 15;

interface Condition {
  metric: string;
  field?: string;
  percent?: number;
  operator: '>=' | '>' | '<' | '<=' | 'between';
  limit: number;
  upTo?: number;
}

/** Any metrics, any comparisons, one or several of them. */
export const conditionsKind: OracleKind = {
  name: 'threshold on several conditions',
  onlyAdds: false,
  make(random) {
    const conditions = Array.from({ length: random.integer(1, 3) }, () => randomCondition(random));
    const join = random.pick(['and', 'or'] as const);
    const complete = conditions.some(({ operator }) => !operator.startsWith('>'));
    const { groupBy, keyOf } = random.pick(GROUPINGS);
    // An alert lists its last hundred windows; those of a day without events must be fewer.
    const { window, interval, windows } = complete
      ? { window: '1h', interval: '30m', windows: { length: 60 * MINUTE, every: 30 * MINUTE } }
      : randomWindows(random);
    const firesOn = (members: readonly OracleEvent[]) => {
      const held = conditions.map((condition) => holds(condition, valueOf(condition, members)));
      return join === 'and' ? held.every(Boolean) : held.some(Boolean);
    };
    return {
      rule: {
        type: 'threshold',
        params: { conditions, join, window, groupBy, delay: `${DELAY}m` },
        interval,
        ...quiet(random),
      },
      windows: { ...windows, ...(complete && { judgedAfter: DELAY * MINUTE }) },
      fires(events, from, to) {
        const there = grouped(inWindow(events, from, to), keyOf);
        const groups = there.length === 0 && groupBy.length === 0 ? [['', []] as const] : there;
        return groups.flatMap(([key, members]) => (firesOn(members) ? [key] : []));
      },
    };
  },
};

function randomCondition(random: Random): Condition {
  const [metric, field, least, most] = random.pick([
    ['count', undefined, 1, 4],
    ['cardinality', 'source.ip', 0, 3],
    ['cardinality', 'user.name', 1, 3],
    ['sum', 'source.bytes', 0, 200],
    ['avg', 'source.bytes', 20, 80],
    ['min', 'source.bytes', 0, 60],
    ['max', 'source.bytes', 40, 100],
    ['percentile', 'source.bytes', 20, 80],
  ] as const);
  const limit = random.integer(least, most);
  const operator = random.pick(['>=', '>', '<', '<=', 'between'] as const);
  return {
    metric,
    operator,
    limit,
    ...(field !== undefined && { field }),
    ...(operator === 'between' && { upTo: random.integer(limit, most) }),
    // Between the ends OpenSearch estimates.
    ...(metric === 'percentile' && { percent: random.pick([0, 100]) }),
  };
}

function valueOf({ metric, field, percent }: Condition, events: readonly OracleEvent[]): number | null {
  if (metric === 'count') return events.length;
  if (metric === 'cardinality') {
    const values = events.flatMap(({ ip, user }) => (field === 'source.ip' ? ip : user) ?? []);
    return new Set(values).size || null;
  }
  if (events.length === 0) return null;
  const bytes = events.map((event) => event.bytes);
  const sum = bytes.reduce((a, b) => a + b, 0);
  if (metric === 'sum') return sum;
  if (metric === 'avg') return sum / bytes.length;
  return metric === 'min' || percent === 0 ? Math.min(...bytes) : Math.max(...bytes);
}

function holds({ operator, limit, upTo = limit }: Condition, value: number | null): boolean {
  if (value === null) return false;
  if (operator === 'between') return limit <= value && value <= upTo;
  if (operator === '>=') return value >= limit;
  if (operator === '>') return value > limit;
  return operator === '<' ? value < limit : value <= limit;
}
