import { APP_ID } from '../common/plugin';
import type {
  AppCategory,
  CoreSetup,
  DiscoverQuery,
  IndexPattern,
  NavGroup,
  UiSettings,
} from '../types/opensearch_dashboards_public';

// Everything that differs between versions of the host, found by looking, never by comparing version numbers.

declare global {
  interface Window {
    /** The host's registry of loaded plugins; `get` throws for one that is not loaded. */
    __osdBundles__: { get(key: string): unknown };
    /** The theme that the page is drawn in, such as `v7light` or `v9dark`. */
    __osdThemeTag__?: string;
  }
}

interface UrlStateBundle {
  getStateFromOsdUrl(key: string, url: string): unknown;
}

/** What another plugin exports to plugins that name it in their manifest. */
function bundleOf<T>(pluginId: string): T {
  return window.__osdBundles__.get(`plugin/${pluginId}/public`) as T;
}

interface DiscoverUrlState {
  /** Discover of 2.8. */
  index?: string;
  /** Discover inside data explorer, from 2.10 on. */
  metadata?: { indexPattern?: string };
}

/** What a query names to be searched, with query enhancements (a setting from about 2.17 on). */
interface Dataset {
  id?: string;
  title?: string;
  type?: string;
  timeFieldName?: string;
  /** Of the cluster that the host is connected to, the id is empty. */
  dataSource?: { id?: string; type?: string };
}

const INDEX_PATTERN = 'INDEX_PATTERN';

const datasetIn = (query: DiscoverQuery) => (query as { dataset?: Dataset }).dataset;

/** The id of the index pattern that Discover shows at `url` with `query`; undefined when it shows none. */
export function discoverIndexPatternId(url: string, query: DiscoverQuery): string | undefined {
  const dataset = datasetIn(query);
  if (dataset?.type === INDEX_PATTERN) return dataset.id;
  const state = bundleOf<UrlStateBundle>('opensearchDashboardsUtils').getStateFromOsdUrl('_a', url) as
    DiscoverUrlState | null | undefined;
  return state?.metadata?.indexPattern ?? state?.index;
}

/**
 * What a query for Discover must name besides its text, where queries name what they search in: else Discover searches in what
 * its user looked at last.
 */
export function datasetOf(
  uiSettings: UiSettings,
  { id, title }: { id: string; title: string },
): { dataset?: Dataset } {
  return uiSettings.get('query:enhancements:enabled', false)
    ? { dataset: { id, title, type: INDEX_PATTERN } }
    : {};
}

/** What a query names itself to be searched, such as indices; undefined where that is an index pattern, or nothing. */
export function datasetPattern(
  query: DiscoverQuery,
): Pick<IndexPattern, 'title' | 'timeFieldName' | 'dataSourceRef'> | undefined {
  const dataset = datasetIn(query);
  if (!dataset?.title || dataset.type === INDEX_PATTERN) return undefined;
  const { id, type = 'data-source' } = dataset.dataSource ?? {};
  return {
    title: dataset.title,
    timeFieldName: dataset.timeFieldName,
    ...(id && { dataSourceRef: { id, type } }),
  };
}

interface CoreBundle {
  DEFAULT_NAV_GROUPS?: Record<string, NavGroup>;
}

/** Puts the app into the use case "Security Analytics" of hosts that group their navigation, and under its own category there. */
export function joinNavigationGroup(core: Pick<CoreSetup, 'chrome'>, category: AppCategory): void {
  const navGroup = core.chrome?.navGroup;
  if (!navGroup) return;
  const { DEFAULT_NAV_GROUPS } = window.__osdBundles__.get('entry/core/public') as CoreBundle;
  const group = DEFAULT_NAV_GROUPS?.['security-analytics'];
  if (group) navGroup.addNavLinksToGroup(group, [{ id: APP_ID, category, showInAllNavGroup: true }]);
}

/** Whether the page is drawn dark. Later versions let each browser choose, so that the setting `theme:darkMode` does not tell. */
export function isDark(): boolean {
  return window.__osdThemeTag__?.endsWith('dark') ?? false;
}

/** The time zone that the user sees times in, such as `Europe/Berlin`. */
export function timeZoneOf(uiSettings: UiSettings): string {
  const zone = uiSettings.get('dateFormat:tz', 'Browser');
  return zone === 'Browser' ? Intl.DateTimeFormat().resolvedOptions().timeZone : zone;
}
