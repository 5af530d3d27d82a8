import type { AlertDocument } from '../../../common/alert';
import type { OverviewResponse } from '../../../common/overview';
import { ALERTS_PATTERN } from '../../../common/plugin';
import { SEVERITIES, type Severity } from '../../../common/rule';
import { MERGED } from '../alerts/list_alerts';
import type { SearchAnswer, SearchRequest } from '../ports';
import { aggregationsOf, bucketsOf, filterBucket, keyText } from './buckets';
import { barsOf, beforePeriod, bothPeriods, duringPeriod, type Period } from './period';

const ITEMS = 8;
const SEVERITY = { terms: { field: 'alert.severity' } };
const OPEN = { term: { 'alert.status': 'open' } };

/** Alerts of the period and the one before by severity, and the newest that nobody has taken on. */
export function alertsRequest(period: Period): SearchRequest {
  const during = duringPeriod(period);
  return {
    index: ALERTS_PATTERN,
    body: {
      size: ITEMS,
      track_total_hits: true,
      query: {
        bool: {
          filter: [bothPeriods(period), { exists: { field: 'alert.id' } }],
          must_not: [MERGED],
        },
      },
      post_filter: { bool: { filter: [during, OPEN] } },
      sort: [{ '@timestamp': { order: 'desc', unmapped_type: 'date' } }],
      aggs: {
        before: { filter: beforePeriod(period), aggs: { severity: SEVERITY } },
        now: {
          filter: during,
          aggs: {
            severity: { ...SEVERITY, aggs: { open: { filter: OPEN } } },
            bars: barsOf(period, { severity: SEVERITY }),
          },
        },
      },
    },
  };
}

export function readAlerts(answer: SearchAnswer): OverviewResponse['alerts'] {
  const aggregations = aggregationsOf(answer);
  const now = filterBucket(aggregations, 'now');
  const before = filterBucket(aggregations, 'before');
  const countsOf = (severity: Severity) => {
    const isIt = (bucket: { key: unknown }) => bucket.key === severity;
    const bucket = bucketsOf(now, 'severity').find(isIt);
    return {
      count: bucket?.doc_count ?? 0,
      before: bucketsOf(before, 'severity').find(isIt)?.doc_count ?? 0,
      open: bucket ? filterBucket(bucket, 'open').doc_count : 0,
    };
  };
  return {
    total: now.doc_count,
    open: answer.hits.total,
    bySeverity: Object.fromEntries(
      SEVERITIES.map((severity) => [severity, countsOf(severity)]),
    ) as OverviewResponse['alerts']['bySeverity'],
    histogram: bucketsOf(now, 'bars').flatMap((bar) =>
      bucketsOf(bar, 'severity').map((bucket) => ({
        at: Number(bar.key),
        severity: keyText(bucket) as Severity,
        count: bucket.doc_count,
      })),
    ),
    items: answer.hits.hits.map((hit) => hit._source as AlertDocument),
  };
}
