import { gzipSync } from 'zlib';
import { PLUGIN_ID } from '../../common/plugin';
import { expect, test } from './harness';

/** Gzipped bytes that an ordinary page of the host may load from us. */
const EAGER_LIMIT = 10_000;

test('the app opens at its root and at a deep link', async ({ page, hostUrl }) => {
  await page.goto(`${hostUrl}/app/siem`);
  await expect(page.getByTestId('siemApp')).toBeVisible();
  await page.goto(`${hostUrl}/app/siem/sources`);
  await expect(page.getByTestId('siemApp')).toBeVisible();
  await expect(page).toHaveTitle(/SIEM/);
});

test('an ordinary page of the host loads next to nothing of ours', async ({ page, hostUrl }) => {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (!response.url().includes(`/plugin/${PLUGIN_ID}/`)) return;
    sizes.set(
      response.url(),
      response.body().then((body) => gzipSync(body).length),
    );
  });
  await page.goto(`${hostUrl}/app/discover`);
  await expect(page.getByTestId('toggleNavButton')).toBeVisible();
  const bytes = await Promise.all(sizes.values());
  expect(sizes.size).toBeGreaterThan(0);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(EAGER_LIMIT);
});

test('the host lives on, with an error page for us, when our code does not arrive', async ({
  page,
  hostUrl,
  ownErrors,
}) => {
  await page.route('**/app.mjs', (route) => route.abort());
  await page.goto(`${hostUrl}/app/siem`);
  await expect(page.getByText('AWS SIEM could not be loaded')).toBeVisible();
  await expect(page.getByTestId('toggleNavButton')).toBeVisible();
  ownErrors.length = 0;
});
