import { checkA11y, expect, setDarkMode, test } from './harness';

const PAGES = [
  '',
  '/explore/ip/203.0.113.66',
  '/alerts',
  '/dashboards',
  '/rules',
  '/rules/new',
  '/rules/import',
  '/rules/log',
  '/sources',
  '/sources/new',
  '/lists',
  '/lists/new',
  '/channels',
  '/channels/new',
  '/health',
  '/data',
];

for (const theme of ['light', 'dark']) {
  test(`every page is accessible on an empty cluster, ${theme}`, async ({ page, hostUrl }) => {
    test.slow();
    await setDarkMode(page, hostUrl, theme === 'dark');
    for (const path of PAGES) {
      await test.step(path || '/', async () => {
        await page.goto(`${hostUrl}/app/siem${path}`);
        await expect(page.getByTestId('siemApp').locator('h1')).toBeVisible();
        await page.waitForLoadState('networkidle');
        await checkA11y(page);
      });
    }
    await setDarkMode(page, hostUrl, false);
  });
}
