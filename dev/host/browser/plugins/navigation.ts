import type { NavigationSetup, TopNavMenuItem } from '../../../../types/opensearch_dashboards_public';

export interface Navigation {
  contract: NavigationSetup;
  /** The items that plugins registered for `appName`. */
  itemsFor(appName: string): TopNavMenuItem[];
}

/** Keeps the items that plugins add to the top navigation of apps. */
export function createNavigation(): Navigation {
  const items: TopNavMenuItem[] = [];
  return {
    contract: { registerMenuItem: (item) => items.push(item) },
    itemsFor: (name) => items.filter(({ appName }) => appName === undefined || appName === name),
  };
}
