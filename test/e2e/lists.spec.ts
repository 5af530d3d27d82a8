import { join } from 'path';
import { checkA11y, expect, test } from './harness';

test('a list is made, filled, searched, fetched, and deleted', async ({ page, hostUrl, webhooks }) => {
  test.setTimeout(120_000);

  await test.step('an indicator list is made', async () => {
    await page.goto(`${hostUrl}/app/siem/lists`);
    await page.getByTestId('siemAddList').first().click();
    await page.getByTestId('siemField-name').fill('Bad Name');
    await page.getByTestId('siemSave').click();
    await expect(page.getByText('must be lower-case letters')).toBeVisible();
    await page.getByTestId('siemField-name').fill('vpn_exits');
    await page.getByTestId('siemField-indicator').click();
    await page.getByTestId('siemSave').click();
    await expect(page.getByTestId('siemListEntries')).toContainText('No entries');
  });

  await test.step('CSV is checked first, then imported, with what is wrong by line', async () => {
    await page.getByTestId('siemListFormat').selectOption('csv');
    await page
      .getByTestId('siemListText')
      .fill('id,address,comment\n1,203.0.113.9,exit one\n2,198.51.100.0/24,\n3,nonsense,\n');
    await page.getByTestId('siemListImportCheck').click();
    await expect(page.getByTestId('siemListImportResult')).toContainText('2 entries would be imported');
    await expect(page.getByTestId('siemListColumn')).toHaveValue('address');
    await page.getByTestId('siemListImportRun').click();
    await expect(page.getByTestId('siemListImportResult')).toContainText('2 entries imported');
    await expect(page.getByTestId('siemListImportResult')).toContainText('Line 4: "nonsense"');
    await expect(page.getByTestId('siemEntriesTable')).toContainText('exit one');
    await checkA11y(page);
    await page.screenshot({
      path: join(__dirname, '../../test-results/screenshots/list.png'),
      fullPage: true,
    });
  });

  await test.step('single entries are added, found and removed', async () => {
    await page.getByTestId('siemNewEntry').fill('2001:DB8::1');
    await page.getByTestId('siemNewEntryComment').fill('lab');
    await page.getByTestId('siemAddEntry').click();
    const entries = page.getByTestId('siemEntriesTable');
    await expect(entries).toContainText('2001:db8::1');
    await page.getByTestId('siemSearchEntries').fill('lab');
    await page.getByTestId('siemSearchEntries').press('Enter');
    await expect(entries).not.toContainText('203.0.113.9');
    await page.getByTestId('siemRemoveEntry').click();
    await expect(page.getByTestId('siemListEntries')).toContainText('2 entries');
    const download = page.waitForEvent('download');
    await page.getByTestId('siemExportList').click();
    expect((await download).suggestedFilename()).toBe('vpn_exits.txt');
  });

  await test.step('what is at an address replaces the entries', async () => {
    webhooks.setAnswer(200, '# feed\n192.0.2.1\n');
    await page.getByTestId('siemField-url').fill(`${webhooks.url}/feed.txt`);
    await page.getByTestId('siemSave').click();
    const row = page.getByTestId('siemListsTable').getByRole('row').filter({ hasText: 'vpn_exits' });
    await expect(row).toContainText('Indicators');
    await checkA11y(page);
    await row.getByRole('link').click();
    await page.getByTestId('siemFetchList').click();
    await expect(page.getByTestId('siemListEntries')).toContainText('One entry');
    await expect(page.getByTestId('siemEntriesTable')).toContainText('192.0.2.1');
    webhooks.setAnswer(200, 'ok');
  });

  await test.step('it is deleted', async () => {
    await page.goto(`${hostUrl}/app/siem/lists`);
    await page.getByTestId('siemDeleteList').click();
    await page.getByTestId('confirmModalConfirmButton').click();
    await expect(page.getByTestId('siemListsTable')).toHaveCount(0);
  });
});
