import type { SearchAnswer } from '../ports';

/** A bucket of an aggregation, with the aggregations in it by their names. */
export interface Bucket {
  key: string | number | Array<string | number>;
  key_as_string?: string;
  doc_count: number;
  [aggregation: string]: unknown;
}

/** Aggregations of an answer, or of a bucket. */
export type Aggregations = Record<string, unknown>;

export function aggregationsOf(answer: SearchAnswer): Aggregations {
  return answer.aggregations ?? {};
}

/** The buckets of an aggregation; none where it is not there, as when no index was searched. */
export function bucketsOf(aggregations: Aggregations, name: string): Bucket[] {
  return (aggregations[name] as { buckets?: Bucket[] } | undefined)?.buckets ?? [];
}

/** The one bucket of a `filter` aggregation. */
export function filterBucket(aggregations: Aggregations, name: string): Bucket {
  return (aggregations[name] as Bucket | undefined) ?? { key: '', doc_count: 0 };
}

/** The value of a metric. */
export function metricOf(bucket: Aggregations, name: string): number | undefined {
  return (bucket[name] as { value?: number | null } | undefined)?.value ?? undefined;
}

/** The keys of a bucket's terms. */
export function keysOf(aggregations: Aggregations, name: string): string[] {
  return bucketsOf(aggregations, name).map(keyText);
}

/** What people call the bucket. */
export function keyText({ key, key_as_string }: Bucket): string {
  return key_as_string ?? String(key);
}
