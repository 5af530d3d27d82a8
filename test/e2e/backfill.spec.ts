import { checkA11y, expect, S3_CREDENTIALS, takeScreenshots, test } from './harness';

const BUCKET = `acme-past-${Date.now().toString(36)}`;
const OBJECTS = 30;
const { accessKeyId, secretAccessKey } = S3_CREDENTIALS;

/** A source that leaves everything before the year 2099 alone. */
async function makeSource(hostUrl: string, s3: { endpoint: string; region: string }): Promise<string> {
  const response = await fetch(`${hostUrl}/api/siem/sources`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'osd-xsrf': 'e2e' },
    body: JSON.stringify({
      name: 'Flows of the past',
      logType: 'vpcflow',
      bucket: BUCKET,
      region: s3.region,
      endpoint: s3.endpoint,
      credentials: { kind: 'access_keys', accessKeyId, secretAccessKey },
      pollInterval: '1m',
      startFrom: '2099-01-01T00:00:00Z',
      enabled: true,
    }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { id: string }).id;
}

test('the past of a source is counted, loaded, and read again', async ({ page, hostUrl, s3 }) => {
  test.setTimeout(240_000);
  const second = Math.floor(Date.now() / 1_000) - 86_400;
  const day = new Date(second * 1_000).toISOString().slice(0, 10).replace(/-/g, '/');
  await s3.createBucket(BUCKET);
  for (let file = 0; file < OBJECTS; file++) {
    const line = `2 123456789012 eni-0a1b2c3d 10.0.0.1 10.0.0.5 ${40_000 + file} 443 6 1 40 ${second} ${second + 10} ACCEPT OK\n`;
    const noise = file === 0 ? 'this is no flow\n' : '';
    await s3.put(BUCKET, `AWSLogs/123456789012/vpcflowlogs/us-east-1/${day}/${file}.log`, line + noise);
  }
  await s3.put(BUCKET, 'AWSLogs/123456789012/vpcflowlogs/us-east-1/2020/01/01/old.log', 'long ago\n');
  const id = await makeSource(hostUrl, s3);
  await page.goto(`${hostUrl}/app/siem/sources/${id}?tab=backfill`);

  await test.step('how much it is', async () => {
    await expect(page.getByTestId('siemBackfill')).toContainText('Nothing was backfilled so far');
    await checkA11y(page);
    await page.getByTestId('siemBackfillPreview').click();
    await expect(page.getByTestId('siemBackfillCount')).toContainText(`${OBJECTS} objects`);
    await checkA11y(page);
  });

  await test.step('loaded, with what became of it', async () => {
    await page.getByTestId('siemBackfillStart').click();
    await expect(page.getByTestId('siemBackfillState-completed')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByTestId('siemBackfillNumbers')).toContainText(`${OBJECTS} of ${OBJECTS} objects`);
    await expect(page.getByTestId('siemBackfillNumbers')).toContainText(`${OBJECTS} events, 1 reject`);
    await checkA11y(page);
  });

  await test.step('a prefix that is none of the source’s own period has nothing to read', async () => {
    await page.getByTestId('siemBackfillPrefix').fill('elsewhere/');
    await page.getByTestId('siemBackfillPreview').click();
    await expect(page.getByTestId('siemBackfillCount')).toContainText('0 objects');
    await expect(page.getByTestId('siemBackfillStart')).toBeDisabled();
    await page.getByTestId('siemBackfillPrefix').fill('');
  });

  await test.step('read again, and its reject replayed', async () => {
    await page.getByTestId('siemBackfillAgain').click();
    await page.getByTestId('siemBackfillPreview').click();
    await expect(page.getByTestId('siemBackfillCount')).toContainText(`${OBJECTS} objects`);
    await page.getByTestId('siemBackfillStart').click();
    await expect(page.getByTestId('siemBackfillState-completed')).toHaveCount(2, { timeout: 60_000 });
    // The list of rejects sees them some seconds later.
    await expect(async () => {
      await page.goto(`${hostUrl}/app/siem/sources/${id}?tab=rejects`);
      await page.getByTestId('siemReplayRejects').click({ timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    await page.getByTestId('confirmModalConfirmButton').click();
    await page.getByTestId('siemDetailTab-backfill').click();
    await expect(page.getByText('1 reject before, 1 now')).toBeVisible({ timeout: 60_000 });
    await takeScreenshots(page, hostUrl, 'backfill', () =>
      expect(page.getByText('1 reject before, 1 now')).toBeVisible(),
    );
  });
});
