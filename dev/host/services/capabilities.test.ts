import type { OpenSearchDashboardsRequest } from '../../../types/opensearch_dashboards_server';
import { CapabilitiesService } from './capabilities';

const request = {} as OpenSearchDashboardsRequest;

describe('capabilities', () => {
  it('are what providers declare, with a nav link for each application', async () => {
    const service = new CapabilitiesService();
    service.registerProvider(() => ({ siem: { show: true } }));
    service.registerProvider(() => ({ siem: { save: true } }));
    expect(await service.resolve(request, ['siem'])).toMatchObject({
      siem: { show: true, save: true },
      navLinks: { siem: true },
    });
  });

  it('can be narrowed by switchers, which cannot add any', async () => {
    const service = new CapabilitiesService();
    service.registerProvider(() => ({ siem: { show: true, save: true } }));
    service.registerSwitcher(() => ({ siem: { save: false, fly: true }, other: { show: true } }));
    const resolved = await service.resolve(request, []);
    expect(resolved.siem).toEqual({ show: true, save: false });
    expect(resolved.other ?? {}).toEqual({});
  });
});
