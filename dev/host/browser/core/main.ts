import { I18nProvider } from '@osd/i18n/react';
import { createBrowserHistory } from 'history';
import moment from 'moment-timezone';
import { createChrome } from '../chrome/chrome';
import { renderFrame } from '../chrome/frame';
import type { ApplicationStart, CoreStart, UiSettings } from '../../../../types/opensearch_dashboards_public';
import type { PageData } from '../page';
import { defineHostBundles, hostPlugins } from '../plugins';
import { Application } from './application';
import { createHttp } from './http';
import { HttpFetchError } from './http_fetch_error';
import { createOverlays } from './overlays';
import { Plugins } from './plugins';
import { createToasts } from './toasts';
import { createUiSettings } from './ui_settings';

interface Bundles {
  define(key: string, getter: () => unknown, argument?: unknown): void;
}

const { __osdBundles__ } = window as unknown as { __osdBundles__: Bundles };
__osdBundles__.define('entry/core/public', () => ({ __osdBootstrap__: start, HttpFetchError }));
defineHostBundles((id, exports) => __osdBundles__.define(`plugin/${id}/public`, () => exports));

/** Times are shown in the zone of the settings, unless whoever shows them says otherwise. */
function applyTimeZone(uiSettings: UiSettings): void {
  const zone = uiSettings.get('dateFormat:tz', 'Browser');
  if (zone !== 'Browser') moment.tz.setDefault(zone);
}

/** Builds core, sets plugins up, starts them, and shows the app of the URL. */
async function start(): Promise<void> {
  const data = readPageData();
  const container = document.querySelector<HTMLElement>('#opensearch-dashboards-body');
  if (!container) throw new Error('The page has no element to draw into.');
  try {
    await run(data, container);
  } catch (error) {
    // As in OSD: one plugin's error takes the whole page down.
    console.error(error);
    container.textContent = `Something went wrong. ${String(error)}`;
  }
}

function readPageData(): PageData {
  const data = document.querySelector('osd-injected-metadata')?.getAttribute('data');
  if (!data) throw new Error('The page holds no metadata.');
  return JSON.parse(data) as PageData;
}

async function run(data: PageData, container: HTMLElement): Promise<void> {
  const { basePath, version, buildNumber, title, injected } = data;
  const http = createHttp(basePath, version);
  const overlays = createOverlays();
  const toasts = createToasts(overlays.openModal);
  const uiSettings = createUiSettings(injected.legacyMetadata.uiSettings, http, toasts);
  applyTimeZone(uiSettings);
  const chrome = createChrome(title);
  const appElement = document.createElement('div');
  appElement.className = 'application';
  const application = new Application(appElement, {
    history: createBrowserHistory({ basename: basePath }),
    http,
    overlays,
    capabilities: injected.capabilities as ApplicationStart['capabilities'],
  });
  const notifications = { toasts };

  let resolveStart: (core: CoreStart) => void = () => undefined;
  const coreStart = new Promise<CoreStart>((resolve) => {
    resolveStart = resolve;
  });
  const plugins = new Plugins(hostPlugins(), injected.uiPlugins, { version, buildNumber });
  await plugins.setup({ application: application.setup, http, notifications, uiSettings }, coreStart);

  const core: CoreStart = {
    application: application.start(),
    chrome,
    http,
    i18n: { Context: I18nProvider },
    notifications,
    overlays,
    uiSettings,
  };
  await plugins.start(core);
  resolveStart(core);
  renderFrame(container, { core, application, chrome, toasts, appElement });
  await application.run();
}
