import { checkA11y, expect, S3_CREDENTIALS, test } from './harness';

const BUCKET = 'acme-excluded-flows';

/** Ten flows of as many addresses, one of them to be left out. */
function flowLog(now: number): string {
  const second = Math.floor(now / 1_000) - 60;
  const lines = Array.from(
    { length: 10 },
    (_, host) =>
      `2 123456789012 eni-0a1b2c3d 10.0.0.${host} 10.0.1.5 40000 443 6 1 40 ${second} ${second + 10} ACCEPT OK`,
  );
  return [
    'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status',
    ...lines,
  ].join('\n');
}

test('an exclusion is tried before it drops anything', async ({ ownErrors, page, hostUrl, s3 }) => {
  await s3.createBucket(BUCKET);
  await s3.put(BUCKET, 'flows.log', flowLog(Date.now()));

  await page.goto(`${hostUrl}/app/siem/sources/new`);
  await page.getByTestId('siemLogType-vpcflow').click();
  await page.getByTestId('siemField-name').fill('Flows without the busy host');
  await page.getByTestId('siemField-bucket').fill(BUCKET);
  const region = page.getByTestId('siemField-region').locator('input');
  await region.fill(s3.region);
  await region.press('Enter');
  await page.locator('label[for="siemCredentials-access_keys"]').click();
  await page.getByTestId('siemField-accessKeyId').fill(S3_CREDENTIALS.accessKeyId);
  await page.getByTestId('siemField-secretAccessKey').fill(S3_CREDENTIALS.secretAccessKey);
  await page.getByTestId('siemField-endpoint').fill(s3.endpoint);

  const exclusions = page.getByTestId('siemSourceExclusions');
  await exclusions.getByRole('button', { name: /Exclusions/ }).click();
  await page.getByTestId('siemAddExclusion').click();
  await page.getByTestId('siemExclusion-name').fill('busy host');
  await page.getByTestId('siemExclusion-condition').fill('source.ip:10.0.0.7 AND (');
  await page.getByTestId('siemSave').click();
  await expect(page.getByTestId('siemExclusion')).toContainText('at character 25');

  await page.getByTestId('siemExclusion-condition').fill('source.ip:10.0.0.7 OR sorce.ip:10.0.0.8');
  await page.getByTestId('siemSave').click();
  await expect(page.getByTestId('siemExclusion')).toContainText('no field sorce.ip, at character 23');
  // The refusal that was asked for.
  ownErrors.length = 0;

  await page.getByTestId('siemExclusion-condition').fill('source.ip:10.0.0.7');
  await page.getByTestId('siemTestConnection').click();
  await expect(page.getByTestId('siemTestExclusions')).toContainText('tried on 10 events');
  await expect(page.getByTestId('siemTestExclusions')).toContainText('would have dropped 1 event');
  const today = page.getByTestId('siemTestSavings').locator('tbody tr').first();
  await expect(today).toContainText(new Date().toISOString().slice(0, 10));
  await expect(today.locator('td').nth(1)).toContainText('1');
  await checkA11y(page);
  await page.getByTestId('siemSave').click();

  await expect(async () => {
    await page.goto(`${hostUrl}/app/siem/sources`);
    await page.getByRole('link', { name: 'Flows without the busy host' }).click();
    await page.getByTestId('siemDetailTab-settings').click();
    await page
      .getByTestId('siemSourceExclusions')
      .getByRole('button', { name: /Exclusions/ })
      .click();
    await expect(page.getByTestId('siemExclusion')).toContainText('would have dropped 1 event', {
      timeout: 3_000,
    });
  }).toPass({ timeout: 60_000 });
});
