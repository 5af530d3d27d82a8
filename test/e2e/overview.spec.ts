import { checkA11y, expect, installContent, removeAll, setDarkMode, takeScreenshots, test } from './harness';
import { ATTACKER, BALANCER, overviewDocuments, QUIET, watchRequests } from './harness/overview_events';
import { seedDocuments } from './harness/seed_events';

test.beforeAll(async ({ hostUrl, servers }) => {
  test.setTimeout(300_000);
  // Its numbers are of its own alerts.
  await removeAll(hostUrl, servers.opensearchUrl);
  await seedDocuments(servers.opensearchUrl, overviewDocuments(Date.now()));
});

test('the overview answers at a glance, and every click narrows it by one request', async ({
  page,
  hostUrl,
}) => {
  test.slow();
  const requests = watchRequests(page);
  // Requests are counted: none that come by themselves.
  await page.goto(`${hostUrl}/app/siem?from=now-2h&to=now&live=off`);
  await expect(page.getByTestId('siemRecentAlerts')).toContainText('Scan seen by the overview');
  await expect(page.getByTestId('siemSeverity-critical')).toContainText('1');
  await expect(page.getByTestId('siemAttention')).toBeVisible();
  await expect(page.getByTestId('siemTop-rejected')).toContainText(ATTACKER);
  await expect(page.getByTestId('siemTop-server_errors')).toContainText(BALANCER);
  await expect(page.getByTestId('siemTop-failed_sign_ins')).toContainText('e.overview');
  await expect(page.getByTestId('siemTop-public_reads')).toContainText(
    /no source brings|None in this period/,
  );
  expect(requests).toHaveLength(1);

  await test.step('a signal', async () => {
    await page.getByTestId('siemSignal-rejected').click();
    await expect(page.getByTestId('siemPill-signal')).toContainText('Rejected connections');
    await expect(page.getByTestId('siemTop-failed_sign_ins')).not.toContainText('e.overview');
    expect(requests).toHaveLength(2);
  });

  await test.step('a value that is filtered out', async () => {
    const row = page.getByTestId('siemTop-rejected').getByRole('row', { name: new RegExp(QUIET) });
    await row.hover();
    await row.getByTestId('siemValueActions').click();
    await page.getByTestId('siemFilterOut').click();
    await expect(page.getByTestId('siemTop-rejected')).not.toContainText(QUIET);
    await expect(page.getByTestId('siemPill-source.ip')).toContainText(`Not Source address: ${QUIET}`);
    expect(requests).toHaveLength(3);
    expect(requests[2]).toMatchObject({
      filters: [
        { field: 'signal', value: 'rejected' },
        { field: 'source.ip', value: QUIET, negate: true },
      ],
    });
  });

  await test.step('the URL brings the same page again', async () => {
    await page.reload();
    await expect(page.getByTestId('siemTop-rejected')).toContainText(ATTACKER);
    await expect(page.getByTestId('siemTop-rejected')).not.toContainText(QUIET);
    expect(requests).toHaveLength(4);
    expect(requests[3]?.filters).toEqual(requests[2]?.filters);
  });

  await test.step('a pill is turned around, and taken away', async () => {
    await page.getByTestId('siemPill-source.ip').click();
    await page.getByTestId('siemPillTurn').click();
    await expect(page.getByTestId('siemTop-rejected')).toContainText(QUIET);
    await expect(page.getByTestId('siemTop-rejected')).not.toContainText(ATTACKER);
    await page.getByRole('button', { name: /Remove the filter Source address/ }).click();
    await expect(page.getByTestId('siemTop-rejected')).toContainText(ATTACKER);
    expect(requests).toHaveLength(6);
  });

  await test.step('DQL, and a mistake in it', async () => {
    await page.locator('label[data-test-subj="siemLanguage-kuery"]').click();
    const search = page.getByTestId('siemOverviewSearch');
    await search.fill(`source.ip : ${ATTACKER}`);
    await search.press('Enter');
    await expect(page.getByTestId('siemTop-rejected')).not.toContainText(QUIET);
    await expect(page).toHaveURL(/language=kuery/);
  });
});

for (const theme of ['light', 'dark']) {
  test(`the overview is accessible with all it can show, ${theme}`, async ({ page, hostUrl }) => {
    test.slow();
    await setDarkMode(page, hostUrl, theme === 'dark');
    await page.goto(`${hostUrl}/app/siem?from=now-2h&to=now&filters=source.ip:${ATTACKER}`);
    await expect(page.getByTestId('siemTop-rejected')).toContainText(ATTACKER);
    await checkA11y(page);
    await page.getByTestId('siemPillAdd').click();
    await expect(page.getByTestId('siemPillForm')).toBeVisible();
    await checkA11y(page);
    await setDarkMode(page, hostUrl, false);
  });
}

test("a value's menu filters, explores, opens Discover and begins a rule", async ({ page, hostUrl }) => {
  test.slow();
  const rejected = page.getByTestId('siemTop-rejected');
  const openMenu = async () => {
    await page.goto(`${hostUrl}/app/siem?from=now-2h&to=now`);
    const row = rejected.getByRole('row', { name: new RegExp(QUIET) });
    await row.hover();
    await row.getByTestId('siemValueActions').click();
  };

  await installContent(hostUrl);
  await openMenu();
  // Discover is another app of the host: where the link leads is all that is ours.
  await expect(page.getByTestId('siemShowInDiscover')).toHaveAttribute(
    'href',
    new RegExp(`discover.*source\\.ip.*${QUIET}`),
  );
  await page.getByTestId('siemFilterFor').click();
  await expect(page.getByTestId('siemPill-source.ip')).toContainText(`Source address: ${QUIET}`);
  await expect(rejected).not.toContainText(ATTACKER);

  await openMenu();
  await page.getByTestId('siemExplore').click();
  await expect(page).toHaveURL(new RegExp(`/explore/ip/${QUIET}`));

  await openMenu();
  await page.getByTestId('siemCreateAlertOfValue').click();
  const flyout = page.getByTestId('siemRuleFlyout');
  await expect(flyout.getByTestId('siemFilters')).toContainText(`source.ip: ${QUIET}`);
  await page.keyboard.press('Escape');
  await expect(flyout).toBeHidden();
});

test('an address of an alert leads to all that is known of it', async ({ page, hostUrl }) => {
  test.slow();
  const requests = watchRequests(page);
  // Requests are counted: none that come by themselves.
  await page.goto(`${hostUrl}/app/siem?from=now-2h&to=now&live=off`);
  await page.getByTestId('siemRecentAlerts').getByRole('link', { name: ATTACKER }).click();
  await expect(page).toHaveURL(new RegExp(`/explore/ip/${ATTACKER}\\?from=now-2h&to=now`));
  await expect(page.getByTestId('siemExploreEvents')).toContainText('32');
  await expect(page.getByTestId('siemExploreAlerts')).toContainText('Scan seen by the overview');
  await expect(page.getByTestId('siemExploreSignals')).toContainText('Rejected connections');
  await expect(page.getByTestId('siemRelated-user.name')).toContainText('e.overview');
  await expect(page.getByTestId('siemNewestEvents')).toContainText('vpcflow');
  expect(requests).toHaveLength(2);
  await checkA11y(page);
  await takeScreenshots(page, hostUrl, 'explore', () =>
    expect(page.getByTestId('siemRelated-user.name')).toContainText('e.overview'),
  );

  await test.step('and from there to a load balancer, whose name has slashes', async () => {
    await page.getByTestId('siemRelated-aws.elb.name').getByRole('link', { name: BALANCER }).click();
    await expect(page.locator('h1')).toHaveText(BALANCER);
    await expect(page.getByTestId('siemExploreEvents')).toContainText('1');
  });

  await test.step('one that was never seen says so', async () => {
    await page.goto(`${hostUrl}/app/siem/explore/user/nobody.at.all`);
    await expect(page.getByTestId('siemNeverSeen')).toBeVisible();
    await checkA11y(page);
  });
});
