import { checkA11y, expect, S3_CREDENTIALS, takeScreenshots, test } from './harness';

const BUCKET = 'acme-detail-logs';
const NAME = 'Watched flows';
const OBJECTS = 60;

/** A source with sixty objects, one of which has lines that are no flows. */
async function makeSource(hostUrl: string, s3: { endpoint: string; region: string }): Promise<string> {
  const response = await fetch(`${hostUrl}/api/siem/sources`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'osd-xsrf': 'e2e' },
    body: JSON.stringify({
      name: NAME,
      logType: 'vpcflow',
      bucket: BUCKET,
      region: s3.region,
      endpoint: s3.endpoint,
      credentials: {
        kind: 'access_keys',
        accessKeyId: S3_CREDENTIALS.accessKeyId,
        secretAccessKey: S3_CREDENTIALS.secretAccessKey,
      },
      pollInterval: '5s',
      enabled: true,
    }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { id: string }).id;
}

test('a source’s page tells what was read and what could not be, and its end asks about the data', async ({
  page,
  hostUrl,
  s3,
}) => {
  test.setTimeout(240_000);
  const second = Math.floor(Date.now() / 1_000) - 60;
  const line = (port: number) =>
    `2 123456789012 eni-0a1b2c3d 10.0.0.1 10.0.0.5 ${port} 443 6 1 40 ${second} ${second + 10} ACCEPT OK\n`;
  await s3.createBucket(BUCKET);
  for (let file = 0; file < OBJECTS; file++) {
    await s3.put(BUCKET, `flows/${String(file).padStart(2, '0')}.log`, line(40_000 + file));
  }
  await s3.put(BUCKET, 'flows/bad.log', `${line(50_000)}2 this is no flow\n2 nor is this\n`);
  const id = await makeSource(hostUrl, s3);
  const open = (search = '') => page.goto(`${hostUrl}/app/siem/sources/${id}${search}`);

  await test.step('figures and rate', async () => {
    await expect(async () => {
      await open();
      await expect(page.getByTestId('siemFact-events')).toContainText(String(OBJECTS + 1), {
        timeout: 2_000,
      });
      await expect(page.getByTestId('siemRateTotal')).toContainText(`${OBJECTS + 1} in this period`, {
        timeout: 2_000,
      });
    }).toPass({ timeout: 90_000 });
    await expect(page.getByTestId('siemFact-rejects')).toContainText('2');
    await expect(page.getByTestId('siemRateChart')).toBeVisible();
    await checkA11y(page);
    await takeScreenshots(page, hostUrl, 'source_detail', () =>
      expect(page.getByTestId('siemRateChart')).toBeVisible(),
    );
  });

  await test.step('objects: paged, searched, and from their rejects to the text', async () => {
    await page.getByTestId('siemDetailTab-objects').click();
    await expect(page.getByTestId('siemPagerTotal')).toHaveText(`50 of ${OBJECTS + 1}`);
    await page.getByTestId('siemPagerNext').click();
    await expect(page.getByTestId('siemPagerTotal')).toHaveText(`11 of ${OBJECTS + 1}`);
    await page.goBack();
    await expect(page.getByTestId('siemPagerTotal')).toHaveText(`50 of ${OBJECTS + 1}`);
    await page.getByTestId('siemObjectsSearch').fill('BAD');
    await page.getByTestId('siemObjectsSearch').press('Enter');
    await expect(page.getByTestId('siemPagerTotal')).toHaveText('1 of 1');
    await checkA11y(page);
    await page.getByTestId('siemObjectRejects').click();
    await expect(page.getByTestId('siemRejectRaw').first()).toHaveText('2 this is no flow');
    await expect(page.getByTestId('siemRejectsTable')).toContainText('flows/bad.log');
    await checkA11y(page);
    await page.getByTestId('siemRejectReason').first().click();
    await expect(page).toHaveURL(/reason=/);
  });

  await test.step('paused, it reads nothing more', async () => {
    await page.getByTestId('siemPauseSource').click();
    await expect(page.getByTestId('siemFact-state')).toContainText('Paused');
    await page.getByTestId('siemDetailTab-settings').click();
    await expect(page.getByTestId('siemField-name')).toHaveValue(NAME);
  });

  await test.step('the Health page shows it beside everything else', async () => {
    await page.goto(`${hostUrl}/app/siem/health`);
    await expect(page.getByTestId('siemHealthSources')).toContainText(NAME);
    await expect(page.getByTestId('siemFact-cluster')).toContainText(/Green|Yellow/);
    await expect(page.getByTestId('siemIndices')).toContainText('siem-logs-vpcflow');
    await expect(page.getByTestId('siemHealthJobs')).toContainText('Deliver messages');
    await expect(async () => {
      await page.reload();
      await expect(page.getByTestId('siemHealthNodes')).toContainText('Running', { timeout: 2_000 });
      await expect(
        page.locator('[data-test-subj=siemAllIsWell], [data-test-subj^=siemIssue-]'),
      ).not.toHaveCount(0, {
        timeout: 2_000,
      });
    }).toPass({ timeout: 60_000 });
    await checkA11y(page);
    await takeScreenshots(page, hostUrl, 'health', () =>
      expect(page.getByTestId('siemIndices')).toContainText('siem-logs-vpcflow'),
    );
  });

  await test.step('deleted with its data, its events go, with progress on the page of sources', async () => {
    await open();
    await page.getByTestId('siemDeleteSource').click();
    await page.locator('label[for="siemDeleteData-delete"]').click();
    await checkA11y(page);
    await page.getByTestId('confirmModalConfirmButton').click();
    await expect(page.getByTestId('siemDeletions')).toContainText(NAME);
    await expect(async () => {
      await page.reload();
      await expect(page.getByTestId('siemDeletions')).toContainText(/63 (of 63 )?events and rejects/, {
        timeout: 2_000,
      });
    }).toPass({ timeout: 60_000 });
    await expect(page.getByTestId('siemSources')).not.toContainText(`${BUCKET}`);
  });
});
