import { type EventFilter, filterQueries, SIGNAL_FIELD } from '../../common/event_filter';
import type { DiscoverFilter } from '../../types/opensearch_dashboards_public';
import { phraseFilter } from './phrase_filter';

// In the URL filters look like `type:vpcflow,:source.ip:10.0.0.1`, the latter for events without; names and values are percent-encoded.

/** Filters from the text of a URL's parameter; what is no filter is left out. */
export function readFilters(text: string): EventFilter[] {
  return text.split(',').flatMap((part) => {
    const match = /^(:?)([^:]+):(.+)$/.exec(part);
    if (!match) return [];
    const [, sign, field = '', value = ''] = match;
    try {
      const filter = { field: decodeURIComponent(field), value: decodeURIComponent(value) };
      return [sign === ':' ? { ...filter, negate: true } : filter];
    } catch {
      return [];
    }
  });
}

/** The text for a URL's parameter. */
export function writeFilters(filters: readonly EventFilter[]): string {
  return filters
    .map(
      ({ field, value, negate }) =>
        `${negate ? ':' : ''}${encodeURIComponent(field)}:${encodeURIComponent(value)}`,
    )
    .join(',');
}

const isSame = (one: EventFilter, other: EventFilter) =>
  one.field === other.field && one.value === other.value;

/** Whether events are narrowed to the value. */
export function hasFilter(filters: readonly EventFilter[], field: string, value: string): boolean {
  return filters.some((filter) => !filter.negate && isSame(filter, { field, value }));
}

/** `filters` with one more; it takes the place of the one that says the contrary. */
export function addFilter(filters: readonly EventFilter[], filter: EventFilter): EventFilter[] {
  return [...filters.filter((other) => !isSame(other, filter)), filter];
}

/** Narrows to the value, or no longer where that is so already. */
export function toggleFilter(filters: readonly EventFilter[], field: string, value: string): EventFilter[] {
  return hasFilter(filters, field, value)
    ? filters.filter((other) => other.negate || !isSame(other, { field, value }))
    : addFilter(filters, { field, value });
}

/** The same as pills of Discover. Values wanted of one field are alternatives here, so several of them become one pill. */
export function discoverFilters(filters: readonly EventFilter[]): DiscoverFilter[] {
  const wanted = new Map<string, EventFilter[]>();
  for (const filter of filters) {
    const key = filter.negate ? JSON.stringify(filter) : filter.field;
    wanted.set(key, [...(wanted.get(key) ?? []), filter]);
  }
  return [...wanted.values()].map((group) => {
    const [first] = group as [EventFilter];
    if (group.length === 1 && first.field !== SIGNAL_FIELD) {
      return phraseFilter(first.field, first.value, first.negate);
    }
    const { all, none } = filterQueries(group);
    const [query = ''] = first.negate ? none : all;
    return queryFilter(query, first.negate);
  });
}

/** A pill of Discover for a Lucene query. */
export function queryFilter(query: string, negate = false): DiscoverFilter {
  return {
    meta: { alias: query, disabled: false, negate, type: 'custom', key: 'query' },
    query: { query_string: { query, analyze_wildcard: true } },
  };
}
