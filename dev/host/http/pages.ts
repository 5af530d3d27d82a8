import type { Request, Server } from '@hapi/hapi';
import type { Capabilities, OpenSearchDashboardsRequest } from '../../../types/opensearch_dashboards_server';
import { renderBootstrap, renderPage, type PageData } from '../browser/page';
import type { DiscoveredPlugin } from '../plugins/discovery';
import type { FullUiSettingsClient } from '../services/ui_settings';
import { PACKAGE_INFO } from '../version';
import { toHostRequest } from './request';

const CONTENT_SECURITY_POLICY =
  "script-src 'unsafe-eval' 'self'; worker-src blob: 'self'; style-src 'unsafe-inline' 'self'";

interface PageServices {
  basePath: string;
  plugins: DiscoveredPlugin[];
  uiSettingsFor(request: OpenSearchDashboardsRequest): FullUiSettingsClient;
  capabilitiesFor(request: OpenSearchDashboardsRequest): Promise<Capabilities>;
}

/** What the browser's core starts from; the shape is OSD's injected metadata, and the capabilities beside it. */
async function pageData(request: OpenSearchDashboardsRequest, services: PageServices): Promise<PageData> {
  const uiSettings = services.uiSettingsFor(request);
  const settings = { defaults: uiSettings.getRegistered(), user: await uiSettings.getUserProvided() };
  const { version, buildNum } = PACKAGE_INFO;
  const { basePath } = services;
  return {
    buildNumber: buildNum,
    version,
    basePath,
    darkMode: settings.user['theme:darkMode']?.userValue === true,
    title: 'OpenSearch Dashboards',
    injected: {
      uiPlugins: services.plugins
        .filter(({ manifest }) => manifest.ui)
        .map(({ manifest, browserConfig }) => ({
          id: manifest.id,
          plugin: {
            requiredPlugins: manifest.requiredPlugins,
            optionalPlugins: manifest.optionalPlugins,
          },
          config: browserConfig,
        })),
      legacyMetadata: { uiSettings: settings },
      capabilities: await services.capabilitiesFor(request),
    },
  };
}

/** The HTML shell of every app, the script that starts it, and the redirect from `/` to the default app. */
export function registerPages(hapi: Server, services: PageServices): void {
  const dataFor = (raw: Request) => pageData(toHostRequest(raw), services);

  hapi.route({
    method: 'GET',
    path: '/',
    async handler(raw, toolkit) {
      const route = await services.uiSettingsFor(toHostRequest(raw)).get<string>('defaultRoute');
      return toolkit.redirect(`${services.basePath}${route}`);
    },
  });
  hapi.route({
    method: 'GET',
    path: '/app/{id}/{any*}',
    handler: async (raw, toolkit) =>
      toolkit
        .response(renderPage(await dataFor(raw)))
        .type('text/html')
        .header('content-security-policy', CONTENT_SECURITY_POLICY),
  });
  hapi.route({
    method: 'GET',
    path: '/bootstrap.js',
    handler: async (raw, toolkit) =>
      toolkit
        .response(renderBootstrap(await dataFor(raw)))
        .type('application/javascript')
        .header('cache-control', 'must-revalidate'),
  });
}
