import type { DiscoverQuery, IndexPattern } from '../types/opensearch_dashboards_public';

// Everything that differs between versions of the host, found by looking, never by comparing version numbers.

declare global {
  interface Window {
    /** The host's registry of loaded plugins; `get` throws for one that is not loaded. */
    __osdBundles__: { get(key: string): unknown };
  }
}

interface UrlStateBundle {
  getStateFromOsdUrl(key: string, url: string): unknown;
}

interface DataBundle {
  opensearchKuery: {
    fromKueryExpression(expression: string, options?: { allowLeadingWildcards: boolean }): unknown;
    toOpenSearchQuery(node: unknown, indexPattern: IndexPattern, config?: object): Record<string, unknown>;
  };
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

/** The id of the index pattern that Discover shows at `url`; undefined when it shows none. */
export function discoverIndexPatternId(url: string, query: DiscoverQuery): string | undefined {
  const state = bundleOf<UrlStateBundle>('opensearchDashboardsUtils').getStateFromOsdUrl('_a', url) as
    DiscoverUrlState | null | undefined;
  // With query enhancements (from about 2.17 on) the query names its own data set.
  const dataset = (query as { dataset?: { id?: string } }).dataset;
  return state?.metadata?.indexPattern ?? state?.index ?? dataset?.id;
}

/**
 * The query DSL that a DQL query means in Discover on this index pattern.
 * @throws an error with a message for people when the query is malformed
 */
export function dqlToDsl(dql: string, indexPattern: IndexPattern): Record<string, unknown> {
  const { opensearchKuery } = bundleOf<DataBundle>('data');
  const node = opensearchKuery.fromKueryExpression(dql, { allowLeadingWildcards: true });
  return opensearchKuery.toOpenSearchQuery(node, indexPattern, { dateFormatTZ: 'UTC' });
}
