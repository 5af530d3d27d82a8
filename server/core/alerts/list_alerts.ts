import type { AlertDocument } from '../../../common/alert';
import type { AlertsQuery, AlertsResponse } from '../../../common/api';
import { ALERTS_PATTERN } from '../../../common/plugin';
import { SiemError } from '../errors';
import type { Search } from '../ports';

const MAX_WINDOW = 10_000;
/** An alert that late data joined to an older one; that one tells its story. */
export const MERGED = { exists: { field: 'alert.merged_into' } };

/** One page of the alert history, newest first unless asked otherwise. */
export async function listAlerts(
  search: Search,
  query: AlertsQuery,
  signal?: AbortSignal,
): Promise<AlertsResponse> {
  const { page = 0, size = 25, sort = '@timestamp', order = 'desc' } = query;
  if ((page + 1) * size > MAX_WINDOW) {
    throw new SiemError(
      'invalid_input',
      `Only the first ${MAX_WINDOW} alerts can be paged through: narrow the time or the filters.`,
    );
  }
  const answer = await search.search(
    {
      index: ALERTS_PATTERN,
      body: {
        from: page * size,
        size,
        track_total_hits: true,
        query: { bool: { filter: filtersOf(query), must_not: [MERGED] } },
        sort: [
          { [sort]: { order, unmapped_type: 'keyword' } },
          { '@timestamp': { order: 'desc', unmapped_type: 'date' } },
        ],
      },
    },
    signal,
  );
  return { total: answer.hits.total, items: answer.hits.hits.map((hit) => hit._source as AlertDocument) };
}

/** One alert by its id. Fails with `not_found`. */
export async function getAlert(search: Search, id: string): Promise<AlertDocument> {
  const answer = await search.search({
    index: ALERTS_PATTERN,
    body: { size: 1, query: { term: { 'alert.id': id } } },
  });
  const [hit] = answer.hits.hits;
  if (!hit) throw new SiemError('not_found', 'This alert is not there, or no longer.');
  return hit._source as AlertDocument;
}

function filtersOf({ from, to, query, ruleId, severity, status }: AlertsQuery): object[] {
  const filters: object[] = [{ exists: { field: 'alert.id' } }];
  if (from || to) filters.push({ range: { '@timestamp': { gte: from, lte: to } } });
  if (query?.trim()) filters.push({ query_string: { query, analyze_wildcard: true } });
  if (ruleId) filters.push({ term: { 'rule.id': ruleId } });
  if (severity) filters.push({ terms: { 'alert.severity': severity.split(',') } });
  if (status) filters.push({ terms: { 'alert.status': status.split(',') } });
  return filters;
}
