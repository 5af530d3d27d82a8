import type { Page } from '@playwright/test';
import { checkA11y, expect, removeAll, S3_CREDENTIALS, takeScreenshots, test } from './harness';

const BUCKET = 'acme-flow-logs';
const ATTACKER = '203.0.113.66';
const FLOWS = 40;

/** An object as VPC Flow Logs writes it, with connections of the last minutes that were refused. */
function flowLog(now: number): { key: string; body: string } {
  const second = Math.floor(now / 1_000) - 60;
  const day = new Date(now).toISOString().slice(0, 10).replace(/-/g, '/');
  const lines = Array.from(
    { length: FLOWS },
    (_, port) =>
      `2 123456789012 eni-0a1b2c3d ${ATTACKER} 10.0.0.5 40000 ${1_000 + port} 6 1 40 ${second} ${second + 10} REJECT OK`,
  );
  return {
    key: `AWSLogs/123456789012/vpcflowlogs/us-east-1/${day}/123456789012_vpcflowlogs_us-east-1_fl-0f_${second}.log.gz`,
    body: [
      'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status',
      ...lines,
    ].join('\n'),
  };
}

async function chooseDuration(page: Page, name: string, count: string, unit: string): Promise<void> {
  await page.getByTestId(`siemField-${name}`).fill(count);
  await page.getByTestId(`siemField-${name}-unit`).selectOption(unit);
}

async function addToList(page: Page, name: string, value: string): Promise<void> {
  const input = page.getByTestId(`siemField-${name}`).locator('input');
  await input.fill(value);
  await input.press('Enter');
}

/** The main job as a user does it; each step needs the ones before. */
test('from a bucket to an alert, its mail and its webhook call', async ({
  ownErrors,
  page,
  hostUrl,
  s3,
  mailbox,
  webhooks,
  servers,
}) => {
  test.setTimeout(300_000);
  await removeAll(hostUrl, servers.opensearchUrl);
  await s3.createBucket(BUCKET);
  const { key, body } = flowLog(Date.now());
  await s3.put(BUCKET, key, body);

  await test.step('the overview of a new installation leads to the first source', async () => {
    await page.goto(`${hostUrl}/app/siem`);
    await expect(page.getByTestId('siemFirstRun')).toBeVisible();
    await page.getByTestId('siemFirstRun').getByTestId('siemAddSource').click();
  });

  await test.step('make a source: the test says what is wrong, then what was found', async () => {
    await page.getByTestId('siemLogType-vpcflow').click();
    await page.getByTestId('siemField-name').fill('Production flows');
    await page.getByTestId('siemField-bucket').fill('no-such-bucket-here');
    await addToList(page, 'region', s3.region);
    await page.locator('label[for="siemCredentials-access_keys"]').click();
    await page.getByTestId('siemField-accessKeyId').fill(S3_CREDENTIALS.accessKeyId);
    await page.getByTestId('siemField-secretAccessKey').fill(S3_CREDENTIALS.secretAccessKey);
    await page.getByTestId('siemField-endpoint').fill(s3.endpoint);
    await chooseDuration(page, 'pollInterval', '5', 's');

    await page.getByTestId('siemTestConnection').click();
    await expect(page.getByTestId('siemTestFailed')).toContainText('no-such-bucket-here');

    await page.getByTestId('siemField-bucket').fill(BUCKET);
    await expect(page.getByTestId('siemAwsSetup')).toContainText(`arn:aws:s3:::${BUCKET}`);
    await page.getByTestId('siemTestConnection').click();
    await expect(page.getByTestId('siemTestOk')).toContainText(key);
    await expect(page.getByTestId('siemTestOk')).toContainText(ATTACKER);
    await checkA11y(page);
    await page.getByTestId('siemSave').click();
    await expect(page.getByTestId('siemSourcesTable')).toContainText('Production flows');
  });

  await test.step('see its events on the overview', async () => {
    await expect(async () => {
      await page.goto(`${hostUrl}/app/siem?from=now-1h&to=now`);
      await expect(page.getByTestId('siemMetric-vpcflow')).toContainText(String(FLOWS), { timeout: 3_000 });
    }).toPass({ timeout: 90_000 });
    await expect(page.getByTestId('siemFlows')).toContainText(ATTACKER);
    await checkA11y(page);
    await takeScreenshots(page, hostUrl, 'overview', () =>
      expect(page.getByTestId('siemFlows')).toContainText(ATTACKER),
    );
  });

  await test.step('make two channels and send a test to each', async () => {
    await page.goto(`${hostUrl}/app/siem/channels/new`);
    await page.getByTestId('siemField-name').fill('Security team');
    await page.getByTestId('siemField-type').selectOption('email');
    await page.getByTestId('siemField-host').fill(mailbox.host);
    await page.getByTestId('siemField-port').fill(String(mailbox.port));
    await page.getByTestId('siemField-security').selectOption('none');
    await page.getByTestId('siemField-from').fill('siem@acme.example');
    await addToList(page, 'to', 'soc@acme.example');
    await page.getByTestId('siemSendTest').click();
    await expect(page.getByTestId('siemTestOk')).toBeVisible();
    await mailbox.waitFor(({ subject }) => /test/i.test(subject ?? ''));
    await page.getByTestId('siemSave').click();
    await expect(page.getByTestId('siemChannelsTable')).toContainText('Security team');

    await page.goto(`${hostUrl}/app/siem/channels/new`);
    await page.getByTestId('siemField-name').fill('Tickets');
    await page.getByTestId('siemField-type').selectOption('webhook');
    await page.getByTestId('siemField-url').fill(`${webhooks.url}/siem`);
    await page.getByTestId('siemField-secretValue').fill('Bearer e2e-token');
    await page.getByTestId('siemSave').click();
    await expect(page.getByTestId('siemChannelsTable')).toContainText('Tickets');
  });

  await test.step('make a rule: a query that cannot be parsed is refused, then it is saved', async () => {
    await page.goto(`${hostUrl}/app/siem/rules/new`);
    await page.locator('label[for="siemRuleType-threshold"]').click();
    await page.getByTestId('siemField-name').fill('Port scan');
    await page.getByTestId('siemField-query').fill('type:vpcflow AND (');
    await page.getByTestId('siemField-limit').fill('20');
    await addToList(page, 'groupBy', 'source.ip');
    await page.getByTestId('siemField-severity').selectOption('high');
    for (const channel of ['Security team', 'Tickets']) await addToList(page, 'channels', channel);
    await page.getByTestId('siemSave').click();
    await expect(page.getByTestId('siemRuleForm')).toContainText(/at character \d+/);
    // The browser itself logs the refusal.
    expect(ownErrors.splice(0)).toEqual([expect.stringMatching(/status of 400 .*\/api\/siem\/rules/)]);

    await page.getByTestId('siemField-query').fill('type:vpcflow AND aws.vpcflow.action:REJECT');
    await page.getByTestId('siemSave').click();
    await expect(page.getByTestId('siemRulesTable')).toContainText('Port scan');
  });

  await test.step('the alert comes, by mail and webhook and in the history', async () => {
    const mail = await mailbox.waitFor(({ subject }) => /Port scan/.test(subject ?? ''), 120_000);
    expect(mail.text).toContain(ATTACKER);
    const call = await webhooks.waitFor(({ body: text }) => text.includes('Port scan'), 60_000);
    expect(call.headers.authorization).toBe('Bearer e2e-token');
    expect(JSON.parse(call.body)).toMatchObject({
      event: 'alert.created',
      alert: { alert: { severity: 'high', value: FLOWS } },
    });

    await page.goto(`${hostUrl}/app/siem/alerts?from=now-1d&to=now`);
    await expect(page.getByTestId('siemAlertsTable')).toContainText('Port scan');
    await page.getByTestId('siemOpenAlert').first().click();
    await expect(page.getByTestId('siemAlertFlyout')).toContainText(ATTACKER);
    await checkA11y(page);
    await takeScreenshots(page, hostUrl, 'alerts', () =>
      expect(page.getByTestId('siemAlertsTable')).toContainText('Port scan'),
    );

    await page.goto(`${hostUrl}/app/siem?from=now-1h&to=now`);
    await expect(page.getByTestId('siemRecentAlerts')).toContainText('Port scan');
  });
});
