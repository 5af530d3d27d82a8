import type { OverviewBody } from '../../../common/overview';
import { readFilters } from '../../services/event_filters';
import { languageOf } from '../../services/query_language';
import { LIVE_DEFAULTS, resolveRange } from '../../services/time_range';

/** State of the overview with its defaults; `filters` as event_filters.ts writes them. */
export const OVERVIEW_PARAMS = { ...LIVE_DEFAULTS, query: '', language: 'lucene', filters: '' };
export type OverviewParams = typeof OVERVIEW_PARAMS;

/** What the server is asked for a state of the page. */
export function overviewBody(
  params: Omit<OverviewParams, 'refresh' | 'live'>,
  now = new Date(),
): OverviewBody {
  return {
    ...resolveRange(params, now),
    query: params.query,
    language: languageOf(params),
    filters: readFilters(params.filters),
  };
}
