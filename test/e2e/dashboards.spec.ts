import type { Page } from '@playwright/test';
import { CONTENT_PATHS, type ContentResponse, type ContentState } from '../../common/content';
import { checkA11y, expect, installContent, putEvents, test } from './harness';

const SECOND = 1_000;

const HEADERS = { 'osd-xsrf': 'true' };

test('the prebuilt dashboards are installed after a look at what will happen, and keep what people edit', async ({
  page,
  hostUrl,
}) => {
  test.slow();
  // Other tests may have installed them.
  await page.request.post(`${hostUrl}${CONTENT_PATHS.uninstall}`, {
    headers: HEADERS,
    data: { edited: true },
  });
  await page.goto(`${hostUrl}/app/siem/dashboards`);
  await expect(page.getByTestId('siemContentState-new').first()).toBeVisible();

  await page.getByTestId('siemInstallContent').click();
  await expect(page.getByTestId('siemContentGroup-created')).toBeVisible();
  await page.getByTestId('siemConfirmContent').click();
  await expect(page.getByTestId('siemContentPreview')).toBeHidden({ timeout: 30 * SECOND });
  await expect(page.getByTestId('siemContentState-new')).toHaveCount(0);
  await expect(page.getByTestId('siemOpenDashboard').first()).toHaveAttribute(
    'href',
    /\/app\/dashboards#\/view\/awssiem-overview\?_g=/,
  );
  await checkA11y(page);

  await expect(page.getByTestId('siemInstallContent')).toHaveCount(0);

  await page.getByTestId('siemUninstallContent').click();
  await expect(page.getByTestId('siemContentGroup-removed')).toBeVisible();
  await page.getByTestId('siemConfirmContent').click();
  await expect(page.getByTestId('siemContentPreview')).toBeHidden({ timeout: 60 * SECOND });
  await expect(page.getByTestId('siemUninstallContent')).toHaveCount(0);
});

async function statesOf(page: Page, hostUrl: string): Promise<Map<string, ContentState>> {
  const { items } = (await (
    await page.request.get(`${hostUrl}${CONTENT_PATHS.content}`)
  ).json()) as ContentResponse;
  return new Map(items.map(({ type, id, state }) => [`${type}:${id}`, state]));
}

test('every prebuilt dashboard opens in OpenSearch Dashboards without an error', async ({
  page,
  hostUrl,
  servers,
}) => {
  test.skip(servers.host.kind !== 'osd', 'only OpenSearch Dashboards itself draws dashboards');
  test.setTimeout(300 * SECOND);
  const { dashboards } = await installContent(hostUrl);
  for (const { id, title } of dashboards) {
    await page.goto(`${hostUrl}/app/dashboards#/view/${id}?_g=(time:(from:now-24h,to:now))`);
    await expect(page.getByRole('navigation', { name: 'breadcrumb' })).toContainText(title, {
      timeout: 60 * SECOND,
    });
    const panels = page.getByTestId('embeddablePanel');
    await expect(panels.first()).toBeVisible();
    await expect(page.locator('.euiLoadingChart')).toHaveCount(0, {
      timeout: 30 * SECOND,
    });
    await expect(page.getByTestId('embeddableStackError')).toHaveCount(0);
    await expect(page.getByText('Could not locate')).toHaveCount(0);
    // What Vega complains of, over its map.
    await expect(page.locator('.vgaVis__message')).toHaveCount(0);
  }
  // Looking at them is no edit.
  expect(new Set((await statesOf(page, hostUrl)).values())).toEqual(new Set(['unchanged']));
});

/** Where Vega draws a country, in pixels from the corner of the map, the only one on its dashboard. */
async function middleOf(page: Page, code: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    interface Mark {
      name?: string;
      items?: Mark[];
      datum?: { id: string };
      bounds?: { x1: number; x2: number; y1: number; y2: number };
    }
    const { VEGA_DEBUG } = window as unknown as { VEGA_DEBUG: { view: { scenegraph(): { root: Mark } } } };
    const find = (mark: Mark): Mark | undefined =>
      mark.datum?.id === wanted && mark.bounds ? mark : (mark.items ?? []).map(find).find(Boolean);
    const { x1, x2, y1, y2 } = find(VEGA_DEBUG.view.scenegraph().root)!.bounds!;
    return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
  }, code);
}

test('the map tells the events of a country, and a click on it narrows the dashboard', async ({
  page,
  hostUrl,
  servers,
}) => {
  test.skip(servers.host.kind !== 'osd', 'only OpenSearch Dashboards itself draws dashboards');
  await putEvents(
    servers.opensearchUrl,
    ['BR', 'BR', 'DE'].map((code) => ({ source: { geo: { country_iso_code: code } } })),
  );
  await installContent(hostUrl);
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(hostUrl) && /^http/.test(request.url())) foreign.push(request.url());
  });
  await page.goto(`${hostUrl}/app/dashboards#/view/awssiem-overview?_g=(time:(from:now-24h,to:now))`);
  const map = page.locator('.vgaVis__view canvas');
  await map.scrollIntoViewIfNeeded({ timeout: 60 * SECOND });
  await expect(page.locator('.euiLoadingChart')).toHaveCount(0, { timeout: 30 * SECOND });

  const brazil = await middleOf(page, 'BR');
  // Panels above that are drawn later move the map away from under the mouse.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await map.hover({ position: brazil });
    await expect(page.locator('.vgaVis__tooltip')).toHaveText(/^BrazilEvents:\d+$/, { timeout: 2 * SECOND });
  }).toPass({ timeout: 30 * SECOND });

  const { width } = (await map.boundingBox())!;
  const zoom = () =>
    page.evaluate(() =>
      (
        window as unknown as { VEGA_DEBUG: { view: { signal(name: string): number } } }
      ).VEGA_DEBUG.view.signal('zoom'),
    );
  await map.click({ position: { x: width - 20, y: 20 } });
  expect(await zoom()).toBe(2);
  await map.click({ position: { x: width - 20, y: 76 } });
  expect(await zoom()).toBe(1);
  expect(await middleOf(page, 'BR')).toEqual(brazil);

  await map.click({ position: brazil });
  await expect(page.getByTestId(/^filter /)).toContainText('source.geo.country_iso_code: BR');
  expect(foreign).toEqual([]);
});

test('links between dashboards keep the period that is looked at', async ({ page, hostUrl, servers }) => {
  test.skip(servers.host.kind !== 'osd', 'only OpenSearch Dashboards itself draws dashboards');
  await installContent(hostUrl);
  await page.goto(`${hostUrl}/app/dashboards#/view/awssiem-overview?_g=(time:(from:now-3h,to:now))`);
  await page.getByRole('link', { name: 'CloudTrail', exact: true }).click({ timeout: 60 * SECOND });
  await expect(page).toHaveURL(/awssiem-cloudtrail/);
  await expect(page).toHaveURL(/from:now-3h/);
});

test('what somebody saved in OpenSearch Dashboards is theirs', async ({ page, hostUrl, servers }) => {
  test.skip(servers.host.kind !== 'osd', 'the stand-in has no API for saved objects');
  await installContent(hostUrl);
  const path = `${hostUrl}/api/saved_objects/visualization/awssiem-elblogs-requests`;
  const { attributes, references } = (await (await page.request.get(path)).json()) as {
    attributes: object;
    references: object[];
  };
  const edited = { attributes: { ...attributes, title: 'My requests' }, references };
  await page.request.post(`${path}?overwrite=true`, { headers: HEADERS, data: edited });
  await installContent(hostUrl);
  expect((await statesOf(page, hostUrl)).get('visualization:awssiem-elblogs-requests')).toBe('edited');
});
