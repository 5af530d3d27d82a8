import { readFile } from 'fs/promises';
import { checkA11y, expect, takeScreenshots, test } from './harness';

const INDEX = 'e2e-rules-app';
const HEADERS = { 'content-type': 'application/json', 'osd-xsrf': 'e2e' };

interface Made {
  id: string;
}

async function send<T>(method: string, url: string, body?: object): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: HEADERS,
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(response.ok, `${method} ${url}: ${response.status}`).toBe(true);
  return (await response.json()) as T;
}

function ruleOf(name: string, changes: object = {}): object {
  return {
    name,
    type: 'threshold',
    enabled: true,
    index: { title: `${INDEX}*`, timeField: '@timestamp' },
    query: '',
    filters: [],
    params: {
      conditions: [{ metric: 'count', operator: '>=', limit: 1 }],
      window: '1m',
      groupBy: ['host.name'],
    },
    interval: '10s',
    severity: 'high',
    channels: [],
    ...changes,
  };
}

test('the ready-made rules are looked at and then imported', async ({ page, hostUrl }) => {
  await page.goto(`${hostUrl}/app/siem/rules/import?from=starters`);
  await page.getByTestId('siemImportLook').click();
  await expect(page.getByTestId('siemImportSummary')).toContainText('7 would be made');
  await expect(page.getByTestId('siemImportTable')).toContainText('The root user was used');
  await checkA11y(page);
  await page.getByTestId('siemImportApply').click();
  await expect(page.getByTestId('siemImportSummary')).toContainText('7 made');
  await page.getByTestId('siemImportDone').click();
  await expect(page.getByTestId('siemRulesTable')).toContainText('The root user was used');
});

test('rules are found, changed together, taken out and in again', async ({ page, hostUrl }) => {
  test.slow();
  await page.goto(`${hostUrl}/app/siem/rules?tag=starter`);
  const total = page.getByTestId('siemRulesTotal');
  await expect(total).toHaveText(/^7 of/);

  await test.step('search and filters are in the URL', async () => {
    await page.getByTestId('siemRulesSearch').fill('vpcflow');
    await page.getByTestId('siemRulesSearch').press('Enter');
    await expect(total).toHaveText(/^1 of/);
    await page.goBack();
    await expect(total).toHaveText(/^7 of/);
    await page.getByTestId('siemRuleFilter-severity').click();
    await page.getByTestId('siemFilter-medium').click();
    await expect(page).toHaveURL(/severity=medium/);
    await page.reload();
    await expect(total).toHaveText(/^3 of/);
    await expect(page.getByTestId('siemRulesTable')).not.toContainText('The root user was used');
  });

  await test.step('all that fit are tagged, snoozed and switched off at once', async () => {
    const change = async (action: string) => {
      await page.getByTestId('siemBulk').click();
      await page.getByTestId(`siemBulk-${action}`).click();
    };
    await page.getByTestId('checkboxSelectAll').click();
    await expect(page.getByTestId('siemBulk')).toContainText('Change 3 rules');
    await change('add_tags');
    await page.getByTestId('siemBulkTags').locator('input').fill('reviewed');
    await page.getByTestId('siemBulkTags').locator('input').press('Enter');
    await checkA11y(page);
    await page.getByTestId('confirmModalConfirmButton').click();
    await expect(page.getByTestId('siemRulesTable').getByText('reviewed')).toHaveCount(3);
    await change('snooze');
    await page.getByTestId('siemSnooze-7d').click();
    await page.getByTestId('confirmModalConfirmButton').click();
    await expect(page.getByTestId('siemSnoozed')).toHaveCount(3);
    await change('disable');
    await expect(page.getByTestId('siemState-disabled')).toHaveCount(3);
    await checkA11y(page);
  });

  await test.step('what was exported is imported unchanged, and a line that is no rule is named', async () => {
    await page.goto(`${hostUrl}/app/siem/rules?tag=starter`);
    await page.getByTestId('checkboxSelectAll').click();
    await page.getByTestId('siemBulk').click();
    const download = page.waitForEvent('download');
    await page.getByTestId('siemBulk-export').click();
    const file = await (await download).path();
    const text = await readFile(file, 'utf8');
    expect(text.trim().split('\n')).toHaveLength(7);
    await page.goto(`${hostUrl}/app/siem/rules/import`);
    await page.getByTestId('siemImportText').fill(`${text}{"name":"broken"}\n`);
    await page.getByTestId('siemImportLook').click();
    await expect(page.getByTestId('siemImportSummary')).toContainText(
      '0 would be made, 0 changed, 7 left as they are, 1 cannot be imported',
    );
    await expect(page.getByTestId('siemImportApply')).toBeDisabled();
  });

  await test.step('a rule that is gone meanwhile is left, and named', async () => {
    await page.goto(`${hostUrl}/app/siem/rules?tag=starter&severity=medium`);
    await page.getByTestId('checkboxSelectAll').click();
    await send('DELETE', `${hostUrl}/api/siem/rules/starter_flood`);
    await page.getByTestId('siemBulk').click();
    await page.getByTestId('siemBulk-enable').click();
    await expect(page.getByTestId('siemChangeFailed')).toContainText('2 of 3 were changed');
    await page.getByTestId('siemDismissChange').click();
  });
});

test('a rule’s page tells what it does, what it found and what is wrong with it', async ({
  page,
  hostUrl,
  ownErrors,
  servers,
}) => {
  test.setTimeout(420_000);
  const put = (field: 'long' | 'text') =>
    send('PUT', `${servers.opensearchUrl}/${INDEX}`, {
      mappings: {
        properties: {
          '@timestamp': { type: 'date' },
          host: { properties: { name: { type: 'keyword' } } },
          bytes: { type: field },
        },
      },
    });
  const index = () =>
    send('POST', `${servers.opensearchUrl}/${INDEX}/_doc?refresh=true`, {
      '@timestamp': new Date().toISOString(),
      host: { name: 'web-1' },
      bytes: '5',
    });
  await put('long');
  await index();
  const runbook = 'Look at the **host**. [Playbook](https://example.com/p) <img src=x onerror=alert(1)>';
  const found = await send<Made>(
    'POST',
    `${hostUrl}/api/siem/rules`,
    ruleOf('Somebody was there', {
      runbook,
      testMode: true,
      threats: [{ tactic: 'TA0006', technique: 'T1110' }],
    }),
  );
  const open = (id: string, search = '') => page.goto(`${hostUrl}/app/siem/rules/${id}${search}`);

  await test.step('its alerts, run and settings', async () => {
    await expect(async () => {
      await index();
      await open(found.id, '?from=now-1h');
      await expect(page.getByTestId('siemRuleAlertsTable')).toContainText('web-1', { timeout: 3_000 });
    }).toPass({ timeout: 120_000 });
    await expect(page.getByTestId('siemRuleAlertsChart')).toBeVisible();
    await expect(page.getByTestId('siemFact-state')).toContainText('Test mode');
    await expect(page.getByTestId('siemRunbook').locator('strong')).toHaveText('host');
    await expect(page.getByTestId('siemRunbook').locator('img')).toHaveCount(0);
    await expect(page.getByTestId('siemRuleThreats')).toContainText('Brute Force');
    await checkA11y(page);
    await page.getByTestId('siemRuleTab-runs').click();
    await expect(page.getByTestId('siemRunsTable')).toContainText('Fired');
    await checkA11y(page);
    await page.getByTestId('siemRuleTab-settings').click();
    await expect(page.getByTestId('siemRuleParams')).toContainText('host.name');
    await expect(page.getByTestId('siemRuleVersion')).toContainText(found.id);
    await checkA11y(page);
    await page.getByTestId('siemRuleTab-overview').click();
    await takeScreenshots(page, hostUrl, 'rule_detail', () =>
      expect(page.getByTestId('siemRuleAlertsTable')).toContainText('web-1'),
    );
  });

  await test.step('the execution log has it', async () => {
    await page.goto(`${hostUrl}/app/siem/rules/log?rule=${found.id}`);
    await expect(page.getByTestId('siemRuleLogTable')).toContainText('Fired');
    await page.getByTestId('siemFilter-failed').click();
    await expect(page.getByTestId('siemRuleLogTable')).toContainText('Nothing fits');
    await checkA11y(page);
  });

  await test.step('which is searched by keyboard, in both languages', async () => {
    await page.goto(`${hostUrl}/app/siem/rules/log`);
    const log = page.getByTestId('siemRuleLogTable');
    const search = page.getByTestId('siemRuleLogSearch');
    const suggestions = page.getByTestId('siemSuggestions');
    await search.pressSequentially('rule.na');
    await expect(suggestions.getByRole('option', { name: /^rule\.name/ })).toBeVisible();
    await checkA11y(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(search).toHaveValue('rule.name:');
    await expect(suggestions).toContainText('Somebody was there');
    await search.fill('rule.name:somebody*');
    await search.press('Enter');
    await expect(page).toHaveURL(/query=rule\.name%3Asomebody/);
    await expect(log).toContainText('Nothing fits');
    await search.fill('rule.name:Somebody* AND run.made:>0');
    await search.press('Enter');
    await expect(log).toContainText('Fired');

    await page.getByRole('button', { name: 'Clear input' }).click();
    await page.locator('label[data-test-subj="siemLanguage-kuery"]').click();
    await search.fill('rule.name : "Somebody was there" and run.made > 0');
    await search.press('Enter');
    await expect(page).toHaveURL(/language=kuery/);
    await expect(log).toContainText('Fired');
    await search.fill('not rule.name : "Somebody was there"');
    await search.press('Enter');
    await expect(log).not.toContainText('Somebody was there');
    await checkA11y(page);
  });

  await test.step('a copy begins as the rule', async () => {
    await open(found.id);
    await page.getByTestId('siemRuleMore').click();
    await page.getByTestId('siemRule-clone').click();
    await expect(page.getByTestId('siemField-name')).toHaveValue('Copy of Somebody was there');
  });

  await test.step('what somebody else has changed since the form was opened is not undone', async () => {
    const rule = await send<Made>('POST', `${hostUrl}/api/siem/rules`, ruleOf('Shared', { enabled: false }));
    await page.goto(`${hostUrl}/app/siem/rules/${rule.id}/edit`);
    await page.getByTestId('siemField-name').fill('Shared, mine');
    await send('PUT', `${hostUrl}/api/siem/rules/${rule.id}`, ruleOf('Shared, theirs', { enabled: false }));
    await page.getByTestId('siemSave').click();
    await expect(page.getByTestId('siemFormError')).toContainText(
      'has changed this rule since you opened it',
    );
    await checkA11y(page);
    // The browser itself logs the refusal.
    expect(ownErrors.splice(0)).toEqual([expect.stringMatching(/status of 409 .*\/api\/siem\/rules/)]);
    await page.goto(`${hostUrl}/app/siem/rules/${rule.id}/edit`);
    await expect(page.getByTestId('siemField-name')).toHaveValue('Shared, theirs');
    await page.getByTestId('siemField-name').fill('Shared, both');
    await page.getByTestId('siemSave').click();
    await expect(page.getByTestId('siemRulesTable')).toContainText('Shared, both');
  });

  await test.step('one that stops working is told of on every page, and on its own with the reason', async () => {
    const failing = await send<Made>(
      'POST',
      `${hostUrl}/api/siem/rules`,
      ruleOf('Bytes of the application', {
        params: {
          conditions: [{ metric: 'sum', field: 'bytes', operator: '>=', limit: 1 }],
          window: '1m',
          groupBy: [],
        },
      }),
    );
    await send('DELETE', `${servers.opensearchUrl}/${INDEX}`);
    await put('text');
    await index();
    await expect(async () => {
      await index();
      await page.goto(`${hostUrl}/app/siem/sources`);
      await expect(page.getByTestId('siemStoppedRules')).toContainText('Bytes of the application', {
        timeout: 3_000,
      });
    }).toPass({ timeout: 150_000 });
    await checkA11y(page);
    await page.getByTestId('siemStoppedRules').getByRole('link').click();
    await expect(page.getByTestId('siemNote-failing')).toBeVisible();
    await checkA11y(page);
    await page.goto(`${hostUrl}/app/siem/rules?state=failing`);
    await expect(page.getByTestId('siemRulesTable').getByTestId('siemLastError')).toBeVisible();
    await checkA11y(page);
    await takeScreenshots(page, hostUrl, 'rules', () =>
      expect(page.getByTestId('siemRulesTable')).toContainText('Bytes of the application'),
    );
    await open(failing.id);
    await page.getByTestId('siemRuleMore').click();
    await page.getByTestId('siemRule-delete').click();
    await page.getByTestId('confirmModalConfirmButton').click();
    await expect(page.getByTestId('siemRules')).toBeVisible();
  });
});
