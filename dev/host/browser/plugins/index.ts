import type { HostPlugin } from '../core/plugins';
import { createDashboards } from './dashboards';
import { createData } from './data';
import { createDiscover } from './discover';
import { createNavigation } from './navigation';
import { createUiActions } from './ui_actions';
import { getStateFromOsdUrl } from './url_state';

/** The host's own plugins, as far as ours uses them. */
export function hostPlugins(): Record<string, HostPlugin> {
  const navigation = createNavigation();
  const data = createData();
  const uiActions = createUiActions();
  return {
    navigation: plugin(navigation.contract),
    data: plugin(data),
    discover: createDiscover(data, navigation),
    uiActions: plugin(uiActions.contract),
    dashboard: createDashboards(uiActions),
  };
}

/** What plugins export to plugins that name them in their manifest. */
export function defineHostBundles(define: (id: string, exports: object) => void): void {
  define('opensearchDashboardsUtils', { getStateFromOsdUrl });
  define('navigation', {});
  define('data', {});
}

function plugin(contract: object): HostPlugin {
  return { setup: () => contract, start: () => contract };
}
