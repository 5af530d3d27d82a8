import type { CoreStart } from '../../types/opensearch_dashboards_public';

/** Without a period the host would take the one it was left with, or its default of a quarter of an hour, in which few AWS logs arrive. */
const DEFAULT_RANGE = { from: 'now-24h', to: 'now' };

/** The address of a dashboard of the host, showing `range` in the host's own words for time, such as `now-24h`. */
export function dashboardUrl(core: CoreStart, id: string, { from, to } = DEFAULT_RANGE): string {
  return core.application.getUrlForApp('dashboards', {
    path: `#/view/${encodeURIComponent(id)}?_g=(time:(from:'${from}',to:'${to}'))`,
  });
}
