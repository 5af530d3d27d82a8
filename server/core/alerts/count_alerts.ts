import type { AlertCountsQuery, AlertCountsResponse } from '../../../common/alert_counts';
import { ALERTS_PATTERN } from '../../../common/plugin';
import { SiemError } from '../errors';
import type { Search } from '../ports';
import { MERGED } from './list_alerts';

const MOST_RULES = 1_000;
const PARTS = 24;

interface RuleBucket {
  key: string;
  doc_count: number;
  parts: { buckets: Array<{ key: number; doc_count: number }> };
}

/** How many alerts each rule has in a period, and when. */
export async function countAlerts(
  search: Search,
  { from, to, ruleId, parts = PARTS }: AlertCountsQuery,
  signal?: AbortSignal,
): Promise<AlertCountsResponse> {
  const start = Date.parse(from);
  const end = Date.parse(to);
  if (!(start < end)) {
    throw new SiemError('invalid_input', 'The period ends before it begins: choose a later end.');
  }
  const intervalMs = Math.ceil((end - start) / parts);
  const answer = await search.search(
    {
      index: ALERTS_PATTERN,
      body: {
        size: 0,
        query: {
          bool: {
            filter: [
              { range: { '@timestamp': { gte: from, lt: to } } },
              ...(ruleId === undefined ? [] : [{ term: { 'rule.id': ruleId } }]),
            ],
            must_not: [MERGED],
          },
        },
        aggs: {
          rules: {
            terms: { field: 'rule.id', size: MOST_RULES },
            aggs: {
              parts: {
                date_histogram: {
                  field: '@timestamp',
                  fixed_interval: `${intervalMs}ms`,
                  // The first part begins with the period, not at a multiple of the interval.
                  offset: `${start % intervalMs}ms`,
                  min_doc_count: 1,
                },
              },
            },
          },
        },
      },
    },
    signal,
  );
  const found = answer.aggregations?.['rules'] as { buckets: RuleBucket[] } | undefined;
  return {
    from,
    intervalMs,
    rules: (found?.buckets ?? []).map(({ key, doc_count, parts: filled }) => {
      const counts = new Array<number>(parts).fill(0);
      for (const part of filled.buckets) {
        const index = Math.floor((part.key - start) / intervalMs);
        counts[index] = part.doc_count;
      }
      return { ruleId: key, total: doc_count, counts };
    }),
  };
}
