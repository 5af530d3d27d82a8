import type { DiscoverFilter } from '../../types/opensearch_dashboards_public';

/** A filter pill of the host: events whose `field` has exactly this value, or with `negate` those whose field has not. */
export function phraseFilter(
  field: string,
  value: string | number | boolean,
  negate = false,
): DiscoverFilter {
  return {
    meta: { alias: null, disabled: false, negate, type: 'phrase', key: field, params: { query: value } },
    query: { match_phrase: { [field]: value } },
  };
}
