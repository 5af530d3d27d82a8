import { checkA11y, expect, test } from './harness';

const SECOND = 1_000;

test('the prebuilt dashboards are installed after a look at what will happen, and keep what people edit', async ({
  page,
  hostUrl,
}) => {
  test.slow();
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

  await page.getByTestId('siemInstallContent').click();
  await expect(page.getByTestId('siemContentGroup-unchanged')).toBeVisible();
  await expect(page.getByTestId('siemConfirmContent')).toBeDisabled();
  await page.keyboard.press('Escape');

  await page.getByTestId('siemUninstallContent').click();
  await expect(page.getByTestId('siemContentGroup-removed')).toBeVisible();
  await page.getByTestId('siemConfirmContent').click();
  await expect(page.getByTestId('siemContentPreview')).toBeHidden({ timeout: 60 * SECOND });
  await expect(page.getByTestId('siemUninstallContent')).toHaveCount(0);
});

test('every prebuilt dashboard opens in OpenSearch Dashboards without an error', async ({
  page,
  hostUrl,
  servers,
}) => {
  test.skip(servers.host.kind !== 'osd', 'only OpenSearch Dashboards itself draws dashboards');
  test.setTimeout(300 * SECOND);
  const { dashboards } = (await (
    await page.request.post(`${hostUrl}/api/siem/content/_install`, {
      headers: { 'osd-xsrf': 'true' },
      data: { edited: false },
    })
  ).json()) as { dashboards: Array<{ id: string; title: string }> };
  for (const { id, title } of dashboards) {
    await page.goto(`${hostUrl}/app/dashboards#/view/${id}?_g=(time:(from:now-24h,to:now))`);
    await expect(page.getByRole('heading', { name: title })).toBeAttached({ timeout: 60 * SECOND });
    const panels = page.getByTestId('embeddablePanel');
    await expect(panels.first()).toBeVisible();
    await expect(page.locator('[data-loading="true"], .euiLoadingChart')).toHaveCount(0, {
      timeout: 30 * SECOND,
    });
    await expect(page.getByTestId('embeddableStackError')).toHaveCount(0);
    await expect(page.getByText('Could not locate')).toHaveCount(0);
  }
});

test('links between dashboards keep the period that is looked at', async ({ page, hostUrl, servers }) => {
  test.skip(servers.host.kind !== 'osd', 'only OpenSearch Dashboards itself draws dashboards');
  await page.request.post(`${hostUrl}/api/siem/content/_install`, {
    headers: { 'osd-xsrf': 'true' },
    data: { edited: false },
  });
  await page.goto(`${hostUrl}/app/dashboards#/view/awssiem-overview?_g=(time:(from:now-3h,to:now))`);
  await page.getByRole('link', { name: 'CloudTrail', exact: true }).click({ timeout: 60 * SECOND });
  await expect(page).toHaveURL(/awssiem-cloudtrail/);
  await expect(page).toHaveURL(/from:now-3h/);
});
