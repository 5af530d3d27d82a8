import type { AlertDocument } from '../../../common/alert';
import type { EventSearch } from '../../services/discover_link';
import type { DiscoverFilter } from '../../../types/opensearch_dashboards_public';

/** The events behind an alert. */
export function alertSearch({
  index,
  text,
  language,
  filters,
  from,
  to,
}: AlertDocument['alert']['query']): EventSearch {
  return { index, query: text, language, filters: parseFilters(filters), time: { from, to } };
}

function parseFilters(json: string): DiscoverFilter[] {
  const filters: unknown = json === '' ? [] : JSON.parse(json);
  return Array.isArray(filters) ? (filters as DiscoverFilter[]) : [];
}
