import { take } from 'rxjs/operators';
import type { QueryLanguage } from '../../common/rule';
import type {
  CoreStart,
  DiscoverFilter,
  StartDeps,
  TimeRange,
} from '../../types/opensearch_dashboards_public';
import { datasetOf } from '../host';
import { toRison } from './rison';

/** Events as somebody looks at them: what Discover is asked to show, and what a rule can be made of. */
export interface EventSearch {
  /** Title of the index pattern, such as `siem-logs-*`. */
  index: string;
  /** Empty unless given. */
  query?: string;
  /** Lucene unless given. */
  language?: QueryLanguage;
  filters?: DiscoverFilter[];
  /** The last day unless given; dates or date math such as `now-24h`. */
  time?: TimeRange;
}

/** The address in Discover of a search; undefined where there is no index pattern of that title. */
export type DiscoverUrls = (search: EventSearch) => string | undefined;

export const LAST_DAY: TimeRange = { from: 'now-24h', to: 'now' };

/** What the ids of the index patterns that come with the plugin begin with. */
const OUR_IDS = 'awssiem-';

const DATA_EXPLORER = 'data-explorer';

/**
 * Finds out which Discover the host has and which index patterns there are. Undefined where there is no Discover that this user
 * may see. The host keeps the list of patterns, so that asking often costs nothing.
 */
export async function loadDiscover(
  { application, uiSettings }: CoreStart,
  { data }: Pick<StartDeps, 'data'>,
): Promise<DiscoverUrls | undefined> {
  const { applications$, capabilities, getUrlForApp } = application;
  if (!capabilities.discover?.show) return undefined;
  const [patterns, applications] = await Promise.all([
    data.indexPatterns.getIdsWithTitle(),
    applications$.pipe(take(1)).toPromise(),
  ]);
  // Since 2.10 Discover is a view of the data explorer.
  const explorer = applications.has(DATA_EXPLORER);
  // Of several with the same title our own, which shows values as links and bytes as such: later ones win.
  const ours = patterns.filter(({ id }) => id.startsWith(OUR_IDS));
  const ids = new Map([...patterns, ...ours].map(({ id, title }) => [title, id]));
  return (search) => {
    const id = ids.get(search.index);
    if (id === undefined) return undefined;
    return explorer
      ? getUrlForApp(DATA_EXPLORER, {
          path: dataExplorerPath(id, search, datasetOf(uiSettings, { id, title: search.index })),
        })
      : getUrlForApp('discover', { path: discoverPath(id, search) });
  };
}

/** Below `/app/discover`, as 2.8 has it: query and filters are the page's own state. */
export function discoverPath(patternId: string, search: EventSearch): string {
  const { query, filters, time } = stateOf(patternId, search);
  return `#/?${hash({ _g: { filters: [], time }, _a: { index: patternId, query, filters } })}`;
}

/** Below `/app/data-explorer`, since 2.10: query and filters have a state of their own. */
export function dataExplorerPath(patternId: string, search: EventSearch, dataset: object): string {
  const { query, filters, time } = stateOf(patternId, search);
  const view = { discover: {}, metadata: { indexPattern: patternId, view: 'discover' } };
  return `discover#?${hash({ _a: view, _g: { filters: [], time }, _q: { filters, query: { ...query, ...dataset } } })}`;
}

function stateOf(patternId: string, { query = '', language = 'lucene', filters = [], time }: EventSearch) {
  return {
    query: { language, query },
    // Discover marks a filter that names another index pattern as one that does not apply.
    filters: filters.map(({ meta, ...filter }) => ({
      ...filter,
      meta: { ...meta, index: patternId },
      $state: { store: 'appState' },
    })),
    time: time ?? LAST_DAY,
  };
}

function hash(states: Record<string, object>): string {
  return Object.entries(states)
    .map(([key, state]) => `${key}=${encodeURIComponent(toRison(state))}`)
    .join('&');
}
