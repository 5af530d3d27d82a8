import type { Page } from '@playwright/test';
import { PATHS } from '../../common/api';
import type { SourceInput } from '../../common/source';
import { startHostUnderTest } from '../contracts/host_under_test';
import { expect, test } from './harness';

const PAGES = {
  '': 'Overview',
  '/start': 'Get started',
  '/alerts': 'Alerts',
  '/dashboards': 'Dashboards',
  '/rules': 'Rules',
  '/rules/log': 'Execution log',
  '/rules/new': 'Create a rule',
  '/sources': 'Sources',
  '/sources/new': 'Add a source',
  '/lists': 'Lists',
  '/channels': 'Channels',
  '/health': 'Health',
  '/data': 'Data',
};

const SOURCE: SourceInput = {
  name: 'Paused flows',
  logType: 'vpcflow',
  bucket: 'paused-flows',
  region: 'us-east-1',
  credentials: { kind: 'host' },
  pollInterval: '1h',
  enabled: false,
};

/** What changes something, by the words on its button. */
const CHANGES =
  /^(add(?! filter)|create|new|make|save|delete|remove|enable|disable|pause|resume|install|uninstall|upgrade|import|load|replay|read again|snooze|connect|start|cancel the|close the)\b/i;

async function openApp(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page.getByTestId('siemApp').locator('h1')).toBeVisible();
  await expect(page.getByTestId('siemLoading')).toHaveCount(0);
}

test('every page names itself in the breadcrumbs and in the tab of the browser', async ({
  page,
  hostUrl,
}) => {
  test.slow();
  for (const [path, title] of Object.entries(PAGES)) {
    await test.step(path || '/', async () => {
      await openApp(page, `${hostUrl}/app/siem${path}`);
      await expect(page).toHaveTitle(new RegExp(`^${title}\\b.*AWS SIEM`));
      await expect(page.getByTestId('breadcrumbs')).toContainText(title);
    });
  }
});

test('the app stands in the navigation under a category of its own, and its guide in the help', async ({
  page,
  hostUrl,
}) => {
  await openApp(page, `${hostUrl}/app/siem/rules`);
  await page.getByTestId('helpMenuButton').click();
  await expect(page.getByRole('link', { name: 'Get started' })).toHaveAttribute(
    'href',
    /\/app\/siem\/start$/,
  );
  await page.keyboard.press('Escape');
  await page.getByTestId('toggleNavButton').click();
  const group = page.getByTestId('collapsibleNavGroup-awsSiem');
  await expect(group).toContainText('AWS SIEM');
});

test('what was looked at is kept among the pages viewed last; a reader finds nothing to change', async ({
  page,
  hostUrl,
}) => {
  test.slow();
  const headers = { 'osd-xsrf': 'true' };
  const made = await page.request.post(`${hostUrl}${PATHS.sources}`, { headers, data: SOURCE });
  const { id } = (await made.json()) as { id: string };
  await openApp(page, `${hostUrl}/app/siem/sources/${id}`);
  await expect(page.locator('h1')).toHaveText(SOURCE.name);
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
    .toMatch(new RegExp(`app/siem/sources/${id}.*${SOURCE.name}`));

  await page.route(`**${PATHS.status}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), canWrite: false } });
  });
  for (const path of [
    ...Object.keys(PAGES),
    `/sources/${id}`,
    `/sources/${id}?tab=settings`,
    '/channels/new',
  ]) {
    await test.step(path || '/', async () => {
      await openApp(page, `${hostUrl}/app/siem${path}`);
      await expect(page.getByTestId('siemReadOnly')).toBeVisible();
      const controls = page.locator('.application').locator('button:enabled, a.euiButton, a.euiButtonEmpty');
      const names = await controls.evaluateAll((all) =>
        all.map((control) => (control.getAttribute('aria-label') ?? control.textContent ?? '').trim()),
      );
      expect(names.filter((name) => CHANGES.test(name))).toEqual([]);
    });
  }
  await page.request.delete(`${hostUrl}${PATHS.sources}/${id}`, { headers });
});

test('below a base path every link and every call stays below it', async ({ page, servers }) => {
  test.setTimeout(300_000);
  const host = await startHostUnderTest({
    opensearchUrl: servers.opensearchUrl,
    plugins: ['awsSiem'],
    config: {
      'opensearchDashboards.index': '.kibana_e2e_base_path',
      'server.basePath': '/logs/ui',
      'server.rewriteBasePath': true,
      // The other host does the work.
      'awsSiem.node.roles': ['ui'],
    },
  });
  try {
    const outside: string[] = [];
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      if (host.url.startsWith(origin) && !pathname.startsWith('/logs/ui/')) outside.push(pathname);
    });
    for (const path of ['', '/start', '/rules', '/sources/new', '/dashboards', '/health']) {
      await openApp(page, `${host.url}/app/siem${path}`);
      const links = await page
        .locator('.application a[href]')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      const own = links.filter((link) => link.startsWith(new URL(host.url).origin));
      expect(own.filter((link) => !link.startsWith(host.url))).toEqual([]);
    }
    await page.getByTestId('siemTab-rules').click();
    await expect(page).toHaveURL(`${host.url}/app/siem/rules`);
    expect(outside).toEqual([]);
  } finally {
    // A page that goes on asking a host that is gone would be an error.
    await page.goto('about:blank');
    await host.stop();
  }
});
