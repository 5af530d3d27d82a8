import type { Page } from '@playwright/test';
import { checkA11y, expect, takeScreenshots, test } from './harness';

const INDEX = 'e2e-logins-1';
const PATTERN = 'e2e-logins-*';
const ATTACKER = '203.0.113.9';

const field = (page: Page, name: string) => page.getByTestId(`siemField-${name}`);

async function addTo(page: Page, name: string, value: string): Promise<void> {
  const input = field(page, name).locator('input');
  await input.fill(value);
  await input.press('Enter');
  // The list of choices would lie over the next input.
  await input.press('Tab');
}

async function setDuration(page: Page, name: string, count: string, unit: string): Promise<void> {
  await field(page, name).fill(count);
  await page.getByTestId(`siemField-${name}-unit`).selectOption(unit);
}

/** Each type of rule as a person makes it, and what its sentence then says; those that `fires` do so on the events sent afterwards. */
const RULES: Array<{
  type: string;
  fill(page: Page): Promise<void>;
  says: RegExp;
  fires?: true;
}> = [
  {
    type: 'match',
    fill: async (page) => {
      await field(page, 'query').fill('event.outcome:failure');
      await addTo(page, 'groupBy', 'user.name');
    },
    says: /event\.outcome:failure.* once for each user\.name/,
    fires: true,
  },
  {
    type: 'threshold',
    fill: async (page) => {
      await field(page, 'limit').fill('5');
      await setDuration(page, 'window', '1', 'm');
      await addTo(page, 'groupBy', 'source.ip');
    },
    says: /within 1m for the same source\.ip.* at least 5/,
    fires: true,
  },
  {
    type: 'ratio',
    fill: async (page) => {
      await field(page, 'part').fill('event.outcome:failure');
      await field(page, 'atLeast').fill('5');
      await setDuration(page, 'window', '1', 'm');
    },
    says: /at least 50 % match "event\.outcome:failure"/,
    fires: true,
  },
  {
    type: 'ip_list',
    fill: (page) => addTo(page, 'addresses', '203.0.113.0/24'),
    says: /source\.ip/,
    fires: true,
  },
  {
    type: 'indicator',
    fill: async () => {},
    says: /indicator/,
  },
  {
    type: 'new_terms',
    fill: async (page) => {
      await addTo(page, 'fields', 'user.name');
      await field(page, 'minHistory').fill('0');
    },
    says: /user\.name/,
    fires: true,
  },
  {
    type: 'baseline',
    fill: (page) => addTo(page, 'groupBy', 'user.name'),
    says: /user\.name/,
  },
  {
    type: 'sequence',
    fill: async (page) => {
      const steps = field(page, 'steps');
      await steps.getByRole('button', { name: /Add/ }).click();
      for (const [index, outcome] of ['failure', 'success'].entries()) {
        await steps.getByTestId('siemField-name').nth(index).fill(`The ${outcome}`);
        await steps.getByTestId('siemField-query').nth(index).fill(`event.outcome:${outcome}`);
      }
      await addTo(page, 'groupBy', 'user.name');
      await setDuration(page, 'within', '2', 'm');
    },
    says: /"The failure", then "The success".* user\.name within 2m/,
    fires: true,
  },
  {
    type: 'no_data',
    fill: async (page) => {
      await field(page, 'expected').selectOption('seen');
      await addTo(page, 'field', 'user.name');
    },
    says: /user\.name/,
  },
];

test.beforeAll(async ({ servers }) => {
  const mappings = {
    properties: {
      '@timestamp': { type: 'date' },
      user: { properties: { name: { type: 'keyword' } } },
      source: { properties: { ip: { type: 'ip' }, bytes: { type: 'long' } } },
      event: { properties: { outcome: { type: 'keyword' } } },
    },
  };
  const url = `${servers.opensearchUrl}/${INDEX}`;
  // A server that is used again still has the events of the last time.
  await fetch(url, { method: 'DELETE' });
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ settings: { number_of_replicas: 0 }, mappings }),
  });
  expect(answer.status).toBe(200);
  await send(servers.opensearchUrl, [
    ...Array.from({ length: 8 }, (_, minute) => login('alice', '192.0.2.1', 'success', 5 + minute * 5)),
    login('alice', '192.0.2.1', 'failure', 30),
  ]);
});

function login(name: string, ip: string, outcome: string, minutesAgo = 0) {
  return {
    '@timestamp': new Date(Date.now() - minutesAgo * 60_000).toISOString(),
    user: { name },
    source: { ip, bytes: 100 },
    event: { outcome },
    message: `${name} from ${ip}: ${outcome}`,
  };
}

async function send(opensearchUrl: string, events: object[]): Promise<void> {
  const lines = events.flatMap((event) => ['{"index":{}}', JSON.stringify(event)]);
  const answer = await fetch(`${opensearchUrl}/${INDEX}/_bulk?refresh=true`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: `${lines.join('\n')}\n`,
  });
  expect(await answer.json()).toMatchObject({ errors: false });
}

async function beginRule(page: Page, hostUrl: string, type: string): Promise<void> {
  await page.goto(`${hostUrl}/app/siem/rules/new`);
  await page.locator(`label[for="siemRuleType-${type}"]`).click();
  await addTo(page, 'index', PATTERN);
}

test('rules of all types are made in the form, tried in its preview, and fire on what comes afterwards', async ({
  page,
  hostUrl,
  servers,
}) => {
  test.setTimeout(360_000);
  for (const { type, fill, says } of RULES) {
    await test.step(type, async () => {
      await beginRule(page, hostUrl, type);
      await fill(page);
      await page.getByLabel('Name of the rule').fill(`Made: ${type}`);
      await page.getByRole('button', { name: 'Advanced schedule' }).click();
      await setDuration(page, 'queryDelay', '1', 's');
      if (['match', 'ip_list', 'new_terms', 'threshold', 'ratio', 'sequence'].includes(type))
        await setDuration(page, 'interval', '10', 's');
      await expect(page.getByTestId('siemRuleSummary')).toContainText(says);
      await page.locator('label[data-test-subj="siemPreview-1h"]').click();
      await expect(page.getByTestId('siemPreviewResult')).toContainText('Matching events');
      await page.getByTestId('siemSave').click();
      await expect(page.getByTestId('siemRulesTable')).toContainText(`Made: ${type}`);
    });
  }

  await send(servers.opensearchUrl, [
    ...Array.from({ length: 9 }, () => login('mallory', ATTACKER, 'failure')),
    login('mallory', ATTACKER, 'success'),
  ]);
  const firing = RULES.filter(({ fires }) => fires).map(({ type }) => `Made: ${type}`);
  await expect
    .poll(
      async () => {
        const answer = await page.request.get(`${hostUrl}/api/siem/alerts?size=100`);
        const { items } = (await answer.json()) as { items: Array<{ rule: { name: string } }> };
        return items.map(({ rule }) => rule.name);
      },
      { timeout: 90_000, intervals: [1_000] },
    )
    .toEqual(expect.arrayContaining(firing));
});

test('the form helps to write a query, filters and samples, and says what is wrong where it is', async ({
  page,
  hostUrl,
  ownErrors,
}) => {
  test.setTimeout(240_000);
  await beginRule(page, hostUrl, 'threshold');
  const query = field(page, 'query');

  await test.step('a misspelt field is marked, and the mark leads to it', async () => {
    await query.fill('event.outcome:failure AND user.nmae:x');
    await expect(page.getByTestId('siemLint')).toContainText('Did you mean user.name?');
    await page.getByTestId('siemLint').getByRole('button').click();
    const caret = () => query.evaluate((area) => (area as HTMLTextAreaElement).selectionStart);
    expect(await caret()).toBe('event.outcome:failure AND '.length);
  });

  await test.step('fields and their values are chosen by keyboard', async () => {
    await query.fill('');
    await query.pressSequentially('event.ou');
    await expect(page.getByTestId('siemSuggestions')).toContainText('event.outcome');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await query.pressSequentially('su');
    await expect(page.getByTestId('siemSuggestions')).toContainText('success');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(query).toHaveValue('event.outcome:success');
    await page.keyboard.type(' AND NOT source.ip:"@pri');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(query).toHaveValue('event.outcome:success AND NOT source.ip:"@private"');
  });

  await test.step('a filter is added, negated and switched off', async () => {
    await page.getByTestId('siemAddFilter').click();
    const editor = page.getByTestId('siemFilterEditor');
    await editor.getByTestId('siemFilterField').locator('input').fill('user.name');
    await page.keyboard.press('Enter');
    await editor.getByTestId('siemFilterValues').locator('input').click();
    await page.getByRole('option', { name: 'alice' }).click();
    await editor.getByTestId('siemFilterSave').click();
    const pill = page.getByTestId('siemFilters').getByText('user.name: alice');
    await pill.click();
    await editor.getByTestId('siemFilterComparison').selectOption('!is');
    await editor.getByTestId('siemFilterOff').click();
    await editor.getByTestId('siemFilterSave').click();
    await expect(page.getByTestId('siemFilters')).toContainText('NOT user.name: alice (off)');
  });

  await test.step('cron times are named, and a line that cannot be read is refused at once', async () => {
    await page.getByRole('button', { name: 'Advanced schedule' }).click();
    await field(page, 'cron').fill('0 6 * * mon-fri');
    await expect(page.getByTestId('siemCronTimes')).toContainText('06:00');
    await field(page, 'cron').fill('0 6 *');
    await expect(page.getByTestId('siemRuleForm')).toContainText('must have five fields');
    await field(page, 'cron').fill('');
  });

  await test.step('an event of the preview is kept as a sample, and refused where it does not fit', async () => {
    // Of the rule as it stands: those of an older query stay, faded, while it is tried.
    const events = page.getByTestId('siemPreviewResult').getByTestId('siemPreviewEvents');
    await events.getByRole('button').first().click();
    await page.getByTestId('siemKeepMiss').first().click();
    await field(page, 'name').fill('Success');
    await checkA11y(page);
    await page.getByTestId('siemSave').click();
    await expect(page.getByTestId('siemSamples')).toContainText('must not be found, and is');
    // The browser itself logs the refusal.
    expect(ownErrors.splice(0)).toEqual([expect.stringMatching(/status of 400 .*\/api\/siem\/rules/)]);
    await page.getByTestId('siemSample-expect').selectOption('hit');
  });

  await test.step('a link that leads away asks first', async () => {
    await page.getByTestId('siemTab-alerts').click();
    await page.getByRole('button', { name: 'Stay' }).click();
    await expect(page.getByTestId('siemRuleForm')).toBeVisible();
  });

  await test.step('it is saved with all of that, and shown again', async () => {
    await page.getByTestId('siemSave').click();
    await expect(page.getByTestId('siemRulesTable')).toContainText('Success');
    await page.goto(`${hostUrl}/app/siem/rules`);
    const answer = await page.request.get(`${hostUrl}/api/siem/rules`);
    const { items } = (await answer.json()) as { items: Array<{ id: string; name: string }> };
    const saved = items.find(({ name }) => name === 'Success');
    expect(saved).toMatchObject({
      query: 'event.outcome:success AND NOT source.ip:"@private"',
      filters: [{ meta: { negate: true, disabled: true } }],
      samples: [{ expect: 'hit' }],
    });
  });

  await page.goto(`${hostUrl}/app/siem/rules/new`);
  await takeScreenshots(page, hostUrl, 'rule-form', () =>
    expect(page.getByTestId('siemRuleSummary')).toContainText('Every'),
  );
});
