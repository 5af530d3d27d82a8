import type { Page } from '@playwright/test';
import { join, resolve } from 'path';

const DIR = resolve(__dirname, '../../../test-results/screenshots');
const WIDTHS = [1280, 1920];

/** Sets the host's theme; pages show it when loaded next. */
export async function setDarkMode(page: Page, hostUrl: string, value: boolean): Promise<void> {
  await page.request.post(`${hostUrl}/api/opensearch-dashboards/settings`, {
    headers: { 'osd-xsrf': 'true' },
    data: { changes: { 'theme:darkMode': value } },
  });
}

/**
 * Takes pictures of the present page, light and dark, at 1280 and 1920 pixels, for people to look at.
 * @param ready waits until the page, loaded anew, shows what it should
 */
export async function takeScreenshots(
  page: Page,
  hostUrl: string,
  name: string,
  ready: () => Promise<unknown>,
): Promise<void> {
  const viewport = page.viewportSize();
  for (const theme of ['light', 'dark']) {
    await setDarkMode(page, hostUrl, theme === 'dark');
    await page.reload();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 1080 });
      await ready();
      await page.screenshot({ path: join(DIR, `${name}-${theme}-${width}.png`), animations: 'disabled' });
    }
  }
  await setDarkMode(page, hostUrl, false);
  if (viewport) await page.setViewportSize(viewport);
}
