import { expect, test } from './harness';
import { overviewDocuments } from './harness/overview_events';
import { seedDocuments } from './harness/seed_events';

/** Documents of an alert that is new now, and its id. */
function newAlert() {
  const now = Date.now();
  const documents = overviewDocuments(now).filter(({ index }) => index.startsWith('siem-alerts-'));
  return { id: `e2e-overview-${now}`, documents };
}

test('alerts come by themselves, and disturb nobody who reads', async ({
  page,
  hostUrl,
  servers,
  ownErrors,
}) => {
  test.setTimeout(300_000);
  let asked = 0;
  page.on('request', (request) => {
    if (/\/api\/siem\/alerts\?/.test(request.url())) asked += 1;
  });
  const rowOf = (id: string) => page.getByTestId(`siemAlert-${id}`);
  const first = newAlert();
  await seedDocuments(servers.opensearchUrl, first.documents);
  await page.goto(`${hostUrl}/app/siem/alerts?from=now-2h&refresh=5000`);
  const link = rowOf(first.id).getByTestId('siemOpenAlert');
  await expect(link).toBeVisible();
  await expect(page.getByText('Updates itself every 5s')).toBeVisible();

  await test.step('a new one is there beside the one that has the focus', async () => {
    await link.focus();
    const second = newAlert();
    await seedDocuments(servers.opensearchUrl, second.documents);
    await expect(rowOf(second.id)).toBeVisible({ timeout: 30_000 });
    await expect(link).toBeFocused();
  });

  await test.step('and behind one that is open', async () => {
    await link.click();
    const flyout = page.getByTestId('siemAlertFlyout');
    await expect(flyout).toContainText('Many ports were tried.');
    const third = newAlert();
    await seedDocuments(servers.opensearchUrl, third.documents);
    await expect(rowOf(third.id)).toBeAttached({ timeout: 30_000 });
    await expect(flyout).toContainText('Many ports were tried.');
    await page.keyboard.press('Escape');
  });

  await test.step('when the server does not answer, what was there stays, until it does', async () => {
    await page.route(/\/api\/siem\/alerts\?/, (route) => route.abort());
    await expect(page.getByTestId('siemError')).toBeVisible({ timeout: 30_000 });
    await expect(link).toBeVisible();
    await page.unroute(/\/api\/siem\/alerts\?/);
    await expect(page.getByTestId('siemError')).toBeHidden({ timeout: 30_000 });
    ownErrors.splice(0);
    await expect(link).toBeVisible();
  });

  await test.step('a hidden page asks nothing, and at once when it is seen again', async () => {
    const setHidden = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await setHidden(true);
    const before = asked;
    await page.waitForTimeout(7_000);
    expect(asked).toBe(before);
    await setHidden(false);
    await expect.poll(() => asked, { timeout: 2_000 }).toBe(before + 1);
  });

  await test.step('a period that has ended brings nothing new', async () => {
    await page.goto(`${hostUrl}/app/siem/alerts?from=now-2h&to=now-1m&refresh=5000`);
    await expect(page.getByTestId('siemAlertsTable')).toBeVisible();
    await expect(page.getByText('Updates itself')).toHaveCount(0);
  });
});
