import { CreateQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { createHash } from 'crypto';
import { join } from 'path';
import { type EmbeddedSqs, startSqs } from '../../dev/embedded/sqs';
import { checkA11y, expect, S3_CREDENTIALS, test } from './harness';

const BUCKET = 'acme-queued-logs';
const KEY = 'flows/2026/01/15/a.log';

let sqs: EmbeddedSqs;
test.beforeAll(async () => (sqs = await startSqs()));
test.afterAll(() => sqs.stop());

test('a source reads what its queue announces', async ({ page, hostUrl, s3 }) => {
  test.setTimeout(180_000);
  const second = Math.floor(Date.now() / 1_000) - 60;
  const body = `2 123456789012 eni-0a1b2c3d 10.0.0.1 10.0.0.5 40000 443 6 1 40 ${second} ${second + 10} ACCEPT OK\n`;
  await s3.createBucket(BUCKET);
  await s3.put(BUCKET, KEY, body);
  const client = new SQSClient({ endpoint: sqs.endpoint, region: s3.region, credentials: S3_CREDENTIALS });
  const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName: 'siem-logs' }));

  await test.step('the form asks for the queue and shows what it needs in AWS', async () => {
    await page.goto(`${hostUrl}/app/siem/sources/new`);
    await page.getByTestId('siemLogType-vpcflow').click();
    await page.getByTestId('siemField-name').fill('Queued flows');
    await page.getByTestId('siemField-bucket').fill(BUCKET);
    await page.locator('label[for="siemCredentials-access_keys"]').click();
    await page.getByTestId('siemField-accessKeyId').fill(S3_CREDENTIALS.accessKeyId);
    await page.getByTestId('siemField-secretAccessKey').fill(S3_CREDENTIALS.secretAccessKey);
    await page.getByTestId('siemField-endpoint').fill(s3.endpoint);
    await expect(page.getByTestId('siemSnippet-queue_policy')).toHaveCount(0);
    await page.locator('label[for="siemReadBy-queue"]').click();
    await expect(page.getByTestId('siemField-pollInterval')).toHaveCount(0);
    await page
      .getByTestId('siemField-queueUrl')
      .fill('https://sqs.eu-west-1.amazonaws.com/123456789012/siem');
    await expect(page.getByTestId('siemSnippet-queue_policy')).toContainText(
      'arn:aws:sqs:eu-west-1:123456789012:siem',
    );
    await checkA11y(page);
    await page.screenshot({
      path: join(__dirname, '../../test-results/screenshots/queue_source.png'),
      fullPage: true,
    });
  });

  await test.step('the test says that there is no such queue, then that it can be read', async () => {
    await page.getByTestId('siemField-queueUrl').fill(`${QueueUrl}-none`);
    await page.getByTestId('siemTestConnection').click();
    await expect(page.getByTestId('siemTestFailed')).toContainText('There is no queue');
    await page.getByTestId('siemField-queueUrl').fill(QueueUrl);
    await page.getByTestId('siemTestConnection').click();
    await expect(page.getByTestId('siemTestOk')).toContainText('The queue can be read');
  });

  await test.step('what is announced is read, and foreign objects are counted', async () => {
    await page.getByTestId('siemSave').click();
    const row = page.getByTestId('siemSourcesTable').getByRole('row').filter({ hasText: 'Queued flows' });
    await expect(row).toBeVisible();
    const etag = createHash('md5').update(body).digest('hex');
    for (const name of [BUCKET, 'another-bucket']) {
      const detail = { bucket: { name }, object: { key: KEY, size: body.length, etag } };
      const event = {
        source: 'aws.s3',
        'detail-type': 'Object Created',
        time: new Date().toISOString(),
        detail,
      };
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(event) }));
    }
    await expect(async () => {
      await page.reload();
      await expect(row.getByTestId('siemStatusNotes')).toContainText('told of 1 object of other', {
        timeout: 2_000,
      });
      await expect(row.locator('td').filter({ hasText: /^Events1$|^1$/ })).not.toHaveCount(0, {
        timeout: 2_000,
      });
    }).toPass({ timeout: 60_000 });
  });
  client.destroy();
});
