import type { Clause } from './clauses';

/** What can be worked out of the events of one group in one window. */
export const METRICS = ['count', 'sum', 'avg', 'min', 'max', 'percentile', 'cardinality'] as const;
export type MetricName = (typeof METRICS)[number];

/** A number made of the events of a bucket, and how it is had from OpenSearch. */
export interface Metric {
  /** Left out for the number of events, which every bucket has. */
  aggregation?: Clause;
  /** What follows the aggregation's name where a pipeline aggregation is to find the number. */
  path: string;
  /** The number in the aggregation's answer; null where no event has the field. */
  read(answer: unknown): number | null;
}

/** OpenSearch counts different values exactly up to `precision_threshold`, of which it takes no more than this. */
const GREATEST_PRECISION = 40_000;
const USUAL_PRECISION = 3_000;

/** `limit` is what the number is compared with, so that different values are counted exactly up to there. */
export function metricOf(name: MetricName, field = '', { percent = 95, limit = 0 } = {}): Metric {
  switch (name) {
    case 'count':
      return { path: '', read: () => null };
    case 'percentile':
      return {
        aggregation: { percentiles: { field, percents: [percent], keyed: false } },
        path: `[${percent}]`,
        read: (answer) => (answer as { values: Array<{ value: number | null }> }).values[0]?.value ?? null,
      };
    case 'cardinality': {
      const precision_threshold = Math.min(GREATEST_PRECISION, Math.max(USUAL_PRECISION, Math.ceil(limit)));
      return {
        aggregation: { cardinality: { field, precision_threshold } },
        path: '',
        read: (answer) => (answer as { value: number }).value || null,
      };
    }
    default:
      return {
        // A sum alone does not tell nothing from nought.
        aggregation: { stats: { field } },
        path: `.${name}`,
        read: (answer) => {
          const stats = answer as Record<typeof name | 'count', number>;
          return stats.count === 0 ? null : stats[name];
        },
      };
  }
}

/** How many of a bucket's events match besides. */
export function matching(clause: Clause): Metric {
  return {
    aggregation: { filter: clause },
    path: '>_count',
    read: (answer) => (answer as { doc_count: number }).doc_count,
  };
}
