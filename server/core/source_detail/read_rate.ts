import { LOGS_PATTERN } from '../../../common/plugin';
import type { RateQuery, RateResponse } from '../../../common/source_detail';
import { SiemError } from '../errors';
import { histogramInterval } from '../overview/period';
import type { Search } from '../ports';

const FIELDS = { ingested: 'event.ingested', event: '@timestamp' } as const;

/** How many events of a source came in a period, as the user who asks. */
export async function readRate(
  search: Search,
  sourceId: string,
  { from, to, by }: RateQuery,
  signal?: AbortSignal,
): Promise<RateResponse> {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  if (!(start < end)) {
    throw new SiemError('invalid_input', 'The period ends before it begins: choose a later end.');
  }
  const field = FIELDS[by];
  const intervalMs = histogramInterval(start, end);
  const answer = await search.search(
    {
      index: LOGS_PATTERN,
      body: {
        size: 0,
        track_total_hits: true,
        query: {
          bool: {
            filter: [{ term: { 'siem.source.id': sourceId } }, { range: { [field]: { gte: from, lt: to } } }],
          },
        },
        aggs: { rate: { date_histogram: { field, fixed_interval: `${intervalMs}ms`, min_doc_count: 1 } } },
      },
    },
    signal,
  );
  const rate = answer.aggregations?.['rate'] as
    { buckets: Array<{ key: number; doc_count: number }> } | undefined;
  return {
    intervalMs,
    points: (rate?.buckets ?? []).map(({ key, doc_count }) => ({ at: key, count: doc_count })),
    total: answer.hits.total,
  };
}
