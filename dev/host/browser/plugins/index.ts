import type { HostPlugin } from '../core/plugins';
import { createData } from './data';
import { createDiscover } from './discover';
import { opensearchKuery } from './kuery';
import { createNavigation } from './navigation';
import { getStateFromOsdUrl } from './url_state';

/** The host's own plugins, as far as ours uses them. */
export function hostPlugins(): Record<string, HostPlugin> {
  const navigation = createNavigation();
  const data = createData();
  return {
    navigation: plugin(navigation.contract),
    data: plugin(data),
    discover: createDiscover(data, navigation),
  };
}

/** What plugins export to plugins that name them in their manifest. */
export function defineHostBundles(define: (id: string, exports: object) => void): void {
  define('opensearchDashboardsUtils', { getStateFromOsdUrl });
  define('navigation', {});
  define('data', { opensearchKuery });
}

function plugin(contract: object): HostPlugin {
  return { setup: () => contract, start: () => contract };
}
