import type { CoreStart, PanelEmbeddable, StartDeps } from '../../types/opensearch_dashboards_public';
import { timeZoneOf } from '../host';
import { LAST_DAY } from '../services/discover_link';
import { DraftError, draftFromSearch } from './draft_from_search';
import { explainRefusal } from './explain_refusal';
import { openRuleFlyout } from './open_rule_flyout';
import { searchOfPanel } from './search_of_panel';

/** Opens the rule form over a dashboard, filled with what one of its panels searches; a toast says why when it can't. */
export function createAlertFromPanel(core: CoreStart, deps: StartDeps, panel: PanelEmbeddable): void {
  try {
    const search = searchOfPanel(panel);
    if (!search) throw new DraftError('no_index_pattern', '');
    const time = panel.getInput().timeRange ?? LAST_DAY;
    const draft = draftFromSearch({ ...search, time, timeZone: timeZoneOf(core.uiSettings) });
    openRuleFlyout(core, deps, draft);
  } catch (error) {
    explainRefusal(core, error);
  }
}
