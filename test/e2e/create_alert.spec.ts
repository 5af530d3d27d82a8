import { expect, openDiscover, test } from './harness';

const PATTERN = 'siem-logs-*';

test.describe('"Create alert" in Discover', () => {
  test('takes a Lucene query over as text', async ({ page, hostUrl }) => {
    await openDiscover(page, hostUrl, { pattern: PATTERN, language: 'lucene', query: 'type:elblogs' });
    await page.getByTestId('awsSiemCreateAlert').click();
    await expect(page).toHaveURL(/\/app\/siem\/rules\/new\?from=discover/);
    await expect(page.getByTestId('siemRuleFromDiscover')).toBeVisible();
    await expect(page.getByTestId('siemField-query')).toHaveValue('type:elblogs');
    await expect(page.getByTestId('siemRuleForm')).toContainText(PATTERN);
  });

  test('takes a DQL query over as a filter that says so', async ({ page, hostUrl }) => {
    await openDiscover(page, hostUrl, { pattern: PATTERN, language: 'kuery', query: 'type : elblogs' });
    await page.getByTestId('awsSiemCreateAlert').click();
    await expect(page.getByTestId('siemFilters')).toContainText('DQL: type : elblogs');
    await expect(page.getByTestId('siemField-query')).toHaveValue('');
  });
});
