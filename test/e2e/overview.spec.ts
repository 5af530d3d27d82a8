import type { Page } from '@playwright/test';
import { checkA11y, expect, installContent, setDarkMode, takeScreenshots, test } from './harness';
import { seedDocuments } from './harness/seed_events';

const ATTACKER = '203.0.113.77';
const QUIET = '203.0.113.78';
const BALANCER = 'app/shop-e2e/1f2e';
const MINUTE = 60_000;

/** Events and an alert of the last hour. */
function documents(now: number) {
  const at = (minute: number) => new Date(now - minute * MINUTE).toISOString();
  const index = (type: string) => `siem-logs-${type}-e2eoverview-${new Date(now).getUTCFullYear()}`;
  const flow = (n: number, ip: string) => ({
    index: index('vpcflow'),
    document: {
      '@timestamp': at(5 + (n % 20)),
      type: 'vpcflow',
      event: { id: `flow-${ip}-${n}`, action: 'reject' },
      source: { ip },
      destination: { ip: '10.9.9.9', port: 1_000 + n },
      related: { ip: [ip, '10.9.9.9'] },
      network: { bytes: 40 },
    },
  });
  return [
    ...Array.from({ length: 30 }, (_, n) => flow(n, ATTACKER)),
    ...Array.from({ length: 3 }, (_, n) => flow(n, QUIET)),
    {
      index: index('cloudtrail'),
      document: {
        '@timestamp': at(10),
        type: 'cloudtrail',
        event: { id: 'sign-in-1', action: 'ConsoleLogin', outcome: 'failure' },
        user: { name: 'e.overview' },
        source: { ip: ATTACKER },
        related: { ip: [ATTACKER], user: ['e.overview'] },
      },
    },
    {
      index: index('elblogs'),
      document: {
        '@timestamp': at(11),
        type: 'elblogs',
        event: { id: 'request-1', action: 'request' },
        source: { ip: ATTACKER },
        related: { ip: [ATTACKER] },
        http: { response: { status_code: 503 } },
        aws: { elb: { name: BALANCER } },
      },
    },
    {
      index: `siem-alerts-e2eoverview`,
      document: {
        '@timestamp': at(4),
        event: { kind: 'signal', module: 'aws_siem' },
        rule: { id: 'none', name: 'Scan seen by the overview' },
        message: 'many ports',
        alert: {
          id: 'e2e-overview-alert',
          rule: { version: 1 },
          type: 'threshold',
          severity: 'critical',
          risk_score: 99,
          status: 'open',
          reason: 'Many ports were tried.',
          group: { key: 'k', fields: ['source.ip'], values: [ATTACKER] },
          value: 30,
          limit: 20,
          count: 30,
          first_seen: at(20),
          last_seen: at(4),
          windows: [],
          epoch: 1,
          query: {
            index: 'siem-logs-*',
            time_field: '@timestamp',
            lucene: '',
            filters: '',
            from: at(20),
            to: at(4),
          },
        },
        source: { ip: ATTACKER },
      },
    },
  ];
}

/** Bodies of the overview's requests so far. */
function watchRequests(page: Page): Array<Record<string, unknown>> {
  const bodies: Array<Record<string, unknown>> = [];
  page.on('request', (request) => {
    if (/\/api\/siem\/(overview|explore)$/.test(request.url())) {
      bodies.push(request.postDataJSON() as Record<string, unknown>);
    }
  });
  return bodies;
}

test.beforeAll(async ({ servers }) => {
  test.setTimeout(300_000);
  await seedDocuments(servers.opensearchUrl, documents(Date.now()));
});

test('the overview answers at a glance, and every click narrows it by one request', async ({
  page,
  hostUrl,
}) => {
  test.slow();
  const requests = watchRequests(page);
  await page.goto(`${hostUrl}/app/siem?from=now-2h&to=now`);
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
    await page.getByTestId('siemQueryLanguage').click();
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
  await page.goto(`${hostUrl}/app/siem?from=now-2h&to=now`);
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
