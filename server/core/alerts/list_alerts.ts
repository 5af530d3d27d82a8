import type { AlertDocument } from '../../../common/alert';
import type { AlertsQuery, AlertsResponse } from '../../../common/api';
import { ALERTS_PATTERN } from '../../../common/plugin';
import type { Clause } from '../detect/clauses';
import { SiemError } from '../errors';
import { compileEventQuery, type EventQueryParts } from '../overview/event_query';
import type { Search } from '../ports';

const MAX_WINDOW = 10_000;
/** An alert that late data joined to an older one; that one tells its story. */
export const MERGED = { exists: { field: 'alert.merged_into' } };

/** One page of the alert history, newest first unless asked otherwise. */
export async function listAlerts(
  parts: EventQueryParts & { search: Search },
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
  const asked = await compileEventQuery({ query: query.query ?? '', language: query.language }, parts);
  const answer = await parts.search.search(
    {
      index: ALERTS_PATTERN,
      body: {
        from: page * size,
        size,
        track_total_hits: true,
        query: { bool: { filter: [...filtersOf(query), asked], must_not: [MERGED] } },
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

function filtersOf({ from, to, ruleId, severity, status }: AlertsQuery): Clause[] {
  const filters: Clause[] = [{ exists: { field: 'alert.id' } }];
  if (from || to) filters.push({ range: { '@timestamp': { gte: from, lte: to } } });
  if (ruleId) filters.push({ term: { 'rule.id': ruleId } });
  if (severity) filters.push({ terms: { 'alert.severity': severity.split(',') } });
  if (status) filters.push({ terms: { 'alert.status': status.split(',') } });
  return filters;
}
