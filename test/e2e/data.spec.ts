import { checkA11y, expect, test } from './harness';
import { Client } from '@opensearch-project/opensearch';

test('rotation and retention are set after a look at what they delete', async ({
  page,
  hostUrl,
  servers,
}) => {
  const client = new Client({ node: servers.opensearchUrl });
  const old = 'siem-logs-vpcflow-e2e_data-2020.01';
  await client.index({ index: old, body: { type: 'vpcflow' }, refresh: true });

  await page.goto(`${hostUrl}/app/siem/data`);
  const row = page.getByRole('row').filter({ hasText: 'e2e_data' });
  await expect(row).toContainText('An index a month');
  await expect(row).toContainText('For good');
  await row.getByTestId('siemDataEdit').click();

  const flyout = page.getByTestId('siemDataFlyout');
  await flyout.getByText('An index a week').click();
  await flyout.getByTestId('siemDataRetention').click();
  await flyout.getByTestId('siemDataRetention-days').fill('30');
  await expect(flyout.getByTestId('siemDataDeletes')).toContainText(old);
  await expect(flyout.getByTestId('siemDataShards')).toContainText('shards');
  await checkA11y(page);
  await flyout.getByTestId('siemDataSave').click();

  await expect(flyout).toBeHidden();
  await expect(row).toContainText('30 days');
  await expect(row).toContainText('An index a week');
  await expect(page.getByTestId('siemDataDeletes')).toContainText(old);
  await client.indices.delete({ index: old });
  await client.close();
});
