import merge from 'lodash/merge';
import type {
  Capabilities,
  CapabilitiesSetup,
  OpenSearchDashboardsRequest,
} from '../../../types/opensearch_dashboards_server';

type Switcher = Parameters<CapabilitiesSetup['registerSwitcher']>[0];

/** What a user may do in the UI: declared by providers, narrowed for each request by switchers. */
export class CapabilitiesService implements CapabilitiesSetup {
  private readonly providers: Array<() => Capabilities> = [];
  private readonly switchers: Switcher[] = [];

  readonly registerProvider: CapabilitiesSetup['registerProvider'] = (provider) => {
    this.providers.push(provider);
  };

  readonly registerSwitcher: CapabilitiesSetup['registerSwitcher'] = (switcher) => {
    this.switchers.push(switcher);
  };

  /** @param applications app ids, each of which gets a nav link */
  async resolve(request: OpenSearchDashboardsRequest, applications: string[]): Promise<Capabilities> {
    const navLinks = Object.fromEntries(applications.map((id) => [id, true]));
    const declared: Capabilities = merge(
      { navLinks, management: {}, catalogue: {} },
      ...this.providers.map((provider) => provider()),
    );
    const changes = await Promise.all(this.switchers.map((switcher) => switcher(request, declared)));
    return changes.reduce<Capabilities>(applyKnown, declared);
  }
}

/** Keys that nobody declared are dropped: a switcher cannot add any. */
function applyKnown(declared: Capabilities, changes: Partial<Capabilities>): Capabilities {
  const known = Object.entries(changes).map(([group, values = {}]) => [
    group,
    Object.fromEntries(Object.entries(values).filter(([key]) => key in (declared[group] ?? {}))),
  ]);
  return merge({}, declared, Object.fromEntries(known));
}
