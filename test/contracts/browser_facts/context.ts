import type { Page } from 'playwright-core';
import type {
  AppMountParameters,
  CoreSetup,
  CoreStart,
  DataStart,
  PanelEmbeddable,
} from '../../../types/opensearch_dashboards_public';
import type { BrowserFactId } from '../browser_coverage';

export interface FactContext {
  /** Declares the test of one fact. */
  fact(id: BrowserFactId, run: (page: Page) => Promise<void>): void;
  /** The address of a path of the host. */
  url(path: string): string;
  basePath: string;
}

/** What the probe plugin leaves in the page for the tests. */
export interface Probe {
  setup: { core: CoreSetup; deps: object };
  start: { core: CoreStart; deps: { data: DataStart } };
  startServices: Promise<[CoreStart, object, unknown]>;
  params: AppMountParameters;
  mounts: number;
  unmounted?: boolean;
  clicked: string[];
  /** Of the panel whose menu item was clicked. */
  panel?: PanelEmbeddable;
}

declare global {
  interface Window {
    siemProbe: Probe;
  }
}

/** Opens the probe's app, and waits until it is drawn. */
export async function openProbe(page: Page, { url }: FactContext, path = ''): Promise<void> {
  await page.goto(url(`/app/siemProbe${path}`));
  await page.waitForFunction(() => window.siemProbe?.mounts > 0);
}
