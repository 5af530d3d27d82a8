import type {
  DataStart,
  DiscoverFilter,
  DiscoverQuery,
  IndexPattern,
  TimeRange,
} from '../../../../types/opensearch_dashboards_public';

/** The data plugin's contract, and what the stand-in's Discover sets in it. */
export interface Data extends DataStart {
  query: {
    queryString: { getQuery(): DiscoverQuery; setQuery(query: DiscoverQuery): void };
    filterManager: { getFilters(): DiscoverFilter[]; setFilters(filters: DiscoverFilter[]): void };
    timefilter: { timefilter: { getTime(): TimeRange; setTime(time: TimeRange): void } };
  };
}

/** Id and title of the index pattern that there is. */
export const DEFAULT_PATTERN = 'siem-logs-*';

/** Query state held in memory; any id is taken for the title of an index pattern with `@timestamp`. */
export function createData(): Data {
  const query = holder<DiscoverQuery>({ language: 'lucene', query: '' });
  const filters = holder<DiscoverFilter[]>([]);
  const time = holder<TimeRange>({ from: 'now-15m', to: 'now' });
  return {
    query: {
      queryString: { getQuery: query.get, setQuery: query.set },
      filterManager: { getFilters: filters.get, setFilters: filters.set },
      timefilter: { timefilter: { getTime: time.get, setTime: time.set } },
    },
    indexPatterns: {
      get: async (id) => indexPattern(id),
      getDefault: async () => indexPattern(DEFAULT_PATTERN),
      getIdsWithTitle: async () => [{ id: DEFAULT_PATTERN, title: DEFAULT_PATTERN }],
      clearCache: () => undefined,
      getFieldsForWildcard: async () => [],
    },
    ui: {},
  };
}

function indexPattern(id: string): IndexPattern {
  return { id, title: id, timeFieldName: '@timestamp', fields: [] };
}

function holder<T>(initial: T): { get(): T; set(value: T): void } {
  let current = initial;
  return {
    get: () => current,
    set: (value) => {
      current = value;
    },
  };
}
