import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from '../e2e/harness/chromium';
import { BROWSER_FACTS, type BrowserFactId } from './browser_coverage';
import { appFacts } from './browser_facts/app';
import { bundleFacts } from './browser_facts/bundles';
import { dashboardFacts } from './browser_facts/dashboard';
import { discoverFacts } from './browser_facts/discover';
import { httpFacts } from './browser_facts/http';
import { pageFacts } from './browser_facts/page';
import { startHostUnderTest, type HostUnderTest } from './host_under_test';

jest.setTimeout(240_000);

const BASE_PATH = '/base';
const suffix = Math.random().toString(36).slice(2, 8);

describe('the browser side of the host', () => {
  let host: HostUnderTest;
  let browser: Browser;
  let page: Page;
  const tested: string[] = [];

  beforeAll(async () => {
    const opensearchUrl = process.env['OPENSEARCH_URL'];
    if (!opensearchUrl) throw new Error('OPENSEARCH_URL is not set: run npm test -- contracts');
    host = await startHostUnderTest({
      opensearchUrl,
      plugins: ['siemProbe'],
      config: {
        'opensearchDashboards.index': `.kibana_browser_${suffix}`,
        'siemProbe.index': `.kibana_siem_probe_browser_${suffix}`,
        'server.basePath': BASE_PATH,
        'server.rewriteBasePath': true,
      },
    });
    const { executablePath, args, env } = await findBrowser();
    browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  const fact = (id: BrowserFactId, run: (page: Page) => Promise<void>): void => {
    tested.push(id);
    test(`${id}: the host ${BROWSER_FACTS[id].says}`, () => run(page));
  };
  const context = { fact, url: (path: string) => `${host.url}${path}`, basePath: BASE_PATH };

  bundleFacts(context);
  appFacts(context);
  httpFacts(context);
  pageFacts(context);
  discoverFacts(context);
  dashboardFacts(context);

  test('every fact has one test', () => {
    expect([...tested].sort()).toEqual(Object.keys(BROWSER_FACTS).sort());
  });
});
