import { PATHS } from '../../common/api';
import { SAMPLE_DATA_PATH, type SampleData } from '../../common/sample_data';
import { checkA11y, expect, removeAll, takeScreenshots, test } from './harness';

const HEADERS = { 'osd-xsrf': 'true' };

test('from nothing to the first alert with sample data, and back to nothing', async ({
  page,
  hostUrl,
  servers,
}) => {
  test.setTimeout(400_000);
  // What other tests left would be something already.
  await removeAll(hostUrl, servers.opensearchUrl);

  await test.step('the guide says what there is to do', async () => {
    await page.goto(`${hostUrl}/app/siem/start`);
    await expect(page.getByTestId('siemStep-check-done')).toBeVisible();
    await expect(page.getByTestId('siemStep-events-open')).toBeVisible();
    await checkA11y(page);
  });

  await test.step('sample data brings events, and its rules alerts', async () => {
    await page.getByTestId('siemLoadSample').click();
    await expect(page.getByTestId('siemStep-events-done')).toBeVisible({ timeout: 150_000 });
    await expect(page.getByTestId('siemStep-rule-open')).toBeVisible();
    await expect(page.getByTestId('siemStep-alert-done')).toBeVisible({ timeout: 150_000 });
    await checkA11y(page);
    await takeScreenshots(page, hostUrl, 'first_run', () =>
      expect(page.getByTestId('siemStep-alert-done')).toBeVisible(),
    );
  });

  await test.step('the alerts come by themselves, and everything is told to be partly made up', async () => {
    await page.getByTestId('siemSeeAlerts').click();
    // A rule made while the list of rules was read is in the next one.
    await expect(page.getByTestId('siemAlertsTable').getByText('Sample: ')).toHaveCount(8, {
      timeout: 60_000,
    });
    await expect(page.getByTestId('siemSampleLoaded')).toBeVisible();
    await checkA11y(page);
  });

  await test.step('the first rule is filled in', async () => {
    await page.goto(`${hostUrl}/app/siem/start`);
    await page.getByTestId('siemMakeFirstRule').click();
    await expect(page.getByTestId('siemRuleForm')).toContainText('event.action:ConsoleLogin');
  });

  await test.step('removing it leaves nothing of it', async () => {
    await page.goto(`${hostUrl}/app/siem/start`);
    await page.getByTestId('siemRemoveSample').click();
    await page.getByTestId('confirmModalConfirmButton').click();
    await expect(page.getByTestId('siemLoadSample')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByTestId('siemStep-events-open')).toBeVisible();
    await page.goto(`${hostUrl}/app/siem/alerts`);
    await expect(page.getByTestId('siemSampleLoaded')).toHaveCount(0);
    const left = await page.request.get(`${servers.opensearchUrl}/_cat/indices/siem-logs-*-sample-*?h=index`);
    expect(await left.text()).toBe('');
    const rules = await page.request.get(`${hostUrl}${PATHS.rules}`, { headers: HEADERS });
    expect(await rules.text()).not.toContain('Sample:');
  });

  await test.step('loaded again, it is found again', async () => {
    const loaded = await page.request.post(`${hostUrl}${SAMPLE_DATA_PATH}`, { headers: HEADERS });
    expect(loaded.status()).toBe(200);
    const found = async () =>
      ((await (await page.request.get(`${hostUrl}${SAMPLE_DATA_PATH}`)).json()) as SampleData).alerts;
    await expect.poll(found, { timeout: 60_000 }).toBe(8);
    await page.request.delete(`${hostUrl}${SAMPLE_DATA_PATH}`, { headers: HEADERS });
  });
});
