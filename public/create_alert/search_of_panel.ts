import type {
  DiscoverFilter,
  DiscoverQuery,
  IndexPattern,
  PanelEmbeddable,
  SearchSource,
} from '../../types/opensearch_dashboards_public';

/** What a panel of a dashboard searches, the dashboard's own query and filters included. */
export interface PanelSearch {
  queries: DiscoverQuery[];
  filters: DiscoverFilter[];
  indexPattern: IndexPattern;
}

/** The search of a panel; undefined for one that searches in no index pattern, such as Markdown, TSVB or Vega. */
export function searchOfPanel(embeddable: PanelEmbeddable): PanelSearch | undefined {
  const sources = sourcesOf(embeddable);
  const indexPattern = sources
    .map((source) => source.getOwnField('index') as IndexPattern | undefined)
    .find((pattern) => pattern?.title !== undefined);
  if (!indexPattern) return undefined;
  const { query, filters = [] } = embeddable.getInput();
  const own = sources.map((source) => source.getOwnField('query') as DiscoverQuery | undefined);
  return {
    queries: [query, ...own].filter((candidate): candidate is DiscoverQuery => !!candidate),
    filters: [...filters, ...sources.flatMap((source) => filtersOf(source.getOwnField('filter')))],
    indexPattern,
  };
}

/**
 * A visualization searches with its own source and with those above it: the saved search that it is linked to. Those above a saved
 * search's are the dashboard's query, filters and period, which its input tells as well.
 */
function sourcesOf(panel: PanelEmbeddable): SearchSource[] {
  if (panel.type === 'search') return present(panel.getSavedSearch?.().searchSource);
  const sources: SearchSource[] = [];
  for (let source = panel.vis?.data.searchSource; source; source = source.getParent()) sources.push(source);
  return sources;
}

function present<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

/** A source may hold one filter, several, or a function that makes some from the period; those are none of the user's. */
function filtersOf(value: unknown): DiscoverFilter[] {
  const filters: unknown[] = Array.isArray(value) ? value : present(value);
  return filters.filter((filter): filter is DiscoverFilter => typeof filter === 'object' && filter !== null);
}
