import type { AlertDocument } from '../../common/alert';
import type { CoreStart, DiscoverFilter, StartDeps } from '../../types/opensearch_dashboards_public';

/**
 * The address in Discover that shows the events behind an alert. Undefined where there is no Discover, or no index pattern of
 * the title that the rule searched.
 */
export async function discoverLink(
  core: CoreStart,
  deps: StartDeps,
  { index, language, text, filters, from, to }: AlertDocument['alert']['query'],
): Promise<string | undefined> {
  if (!deps.share || !core.application.capabilities.discover?.show) return undefined;
  try {
    const patterns = await deps.data.indexPatterns.getIdsWithTitle();
    const pattern = patterns.find(({ title }) => title === index);
    if (!pattern) return undefined;
    return await deps.share.urlGenerators.getUrlGenerator('DISCOVER_APP_URL_GENERATOR').createUrl({
      indexPatternId: pattern.id,
      query: { language, query: text },
      filters: parseFilters(filters),
      timeRange: { from, to },
    });
  } catch (error) {
    // A link that cannot be made is left out; the alert itself is what people came for.
    console.warn('AWS SIEM: no link to Discover could be made.', error);
    return undefined;
  }
}

function parseFilters(json: string): DiscoverFilter[] {
  const filters: unknown = json === '' ? [] : JSON.parse(json);
  return Array.isArray(filters) ? (filters as DiscoverFilter[]) : [];
}
