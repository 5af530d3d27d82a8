import type { SignalCount, TopRow } from '../../../common/overview';
import { type Signal, type SignalId, signalOf } from '../../../common/signal';
import type { Clause } from '../detect/clauses';
import type { SearchAnswer, SearchRequest } from '../ports';
import { aggregationsOf, type Bucket, bucketsOf, filterBucket, metricOf } from './buckets';
import { luceneClause } from './event_query';
import { barsOf, beforePeriod, bothPeriods, duringPeriod, type Period } from './period';

const ROWS = 8;

/** Events of one signal in the period and the one before, and who they are about. Only the indices of its log type are searched. */
export function signalRequest(id: SignalId, events: Clause, period: Period): SearchRequest {
  const signal = signalOf(id);
  return {
    index: `siem-logs-${signal.type}-*`,
    body: {
      size: 0,
      query: { bool: { filter: [bothPeriods(period), luceneClause(signal.query), events] } },
      aggs: {
        before: { filter: beforePeriod(period) },
        now: { filter: duringPeriod(period), aggs: { bars: barsOf(period), rows: rowsAggregation(signal) } },
      },
    },
  };
}

/** Combinations of values of several fields; `multi_terms` takes no single one. */
function rowsAggregation({ fields, distinct }: Signal): object {
  const aggs = {
    last: { max: { field: '@timestamp' } },
    ...(distinct !== undefined && { distinct: { cardinality: { field: distinct } } }),
  };
  const [only, ...more] = fields;
  if (more.length === 0) return { terms: { field: only, size: ROWS }, aggs };
  return { multi_terms: { terms: fields.map(termOf), size: ROWS }, aggs };
}

/** Keywords may be missing; other types would need a value of theirs for that. */
function termOf(field: string): object {
  const isKeyword = !/(\.ip|\.status_code)$/.test(field);
  return { field, ...(isKeyword && { missing: '' }) };
}

export function readSignal(id: SignalId, answer: SearchAnswer, period: Period): SignalCount {
  const aggregations = aggregationsOf(answer);
  const now = filterBucket(aggregations, 'now');
  return {
    id,
    count: now.doc_count,
    before: filterBucket(aggregations, 'before').doc_count,
    trend: trendOf(bucketsOf(now, 'bars'), period),
    rows: bucketsOf(now, 'rows').map(rowOf),
  };
}

/** Bars without events are left out of the answer; a trend has them all. */
function trendOf(bars: Bucket[], { from, to, intervalMs }: Period): number[] {
  const first = Math.floor(from / intervalMs);
  const trend = new Array<number>(Math.ceil(to / intervalMs) - first).fill(0);
  for (const { key, doc_count } of bars) trend[Number(key) / intervalMs - first] = doc_count;
  return trend;
}

function rowOf(bucket: Bucket): TopRow {
  const distinct = metricOf(bucket, 'distinct');
  return {
    values: (Array.isArray(bucket.key) ? bucket.key : [bucket.key]).map(String),
    count: bucket.doc_count,
    last: new Date(metricOf(bucket, 'last') ?? 0).toISOString(),
    ...(distinct !== undefined && { distinct }),
  };
}
