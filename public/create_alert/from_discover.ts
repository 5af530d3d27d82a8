import type { CoreStart, DiscoverQuery, StartDeps } from '../../types/opensearch_dashboards_public';
import { datasetPattern, discoverIndexPatternId, timeZoneOf } from '../host';
import { DraftError, draftFromSearch, type HostSearch } from './draft_from_search';
import { explainRefusal } from './explain_refusal';
import { openRuleFlyout } from './open_rule_flyout';

/** Opens the rule form over Discover, filled with what Discover shows now; a toast says why when it can't. */
export async function createAlertFromDiscover(core: CoreStart, deps: StartDeps): Promise<void> {
  const { queryString, filterManager, timefilter } = deps.data.query;
  try {
    const query = queryString.getQuery();
    const draft = draftFromSearch({
      queries: [query],
      filters: filterManager.getFilters(),
      time: timefilter.timefilter.getTime(),
      timeZone: timeZoneOf(core.uiSettings),
      indexPattern: datasetPattern(query) ?? (await patternOf(deps, query)),
    });
    openRuleFlyout(core, deps, draft);
  } catch (error) {
    explainRefusal(core, error);
  }
}

async function patternOf({ data }: StartDeps, query: DiscoverQuery): Promise<HostSearch['indexPattern']> {
  const id = discoverIndexPatternId(window.location.href, query);
  const pattern = id ? await data.indexPatterns.get(id) : await data.indexPatterns.getDefault();
  if (!pattern) throw new DraftError('no_index_pattern', '');
  return pattern;
}
