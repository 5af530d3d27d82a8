import type { Locator, Page } from '@playwright/test';
import { PATHS } from '../../common/api';
import { sampleAlert } from '../../server/core/notify/sample_alert';
import { expect, installContent, removeAll, stopMotion, tabAround, tabTo, test } from './harness';
import { seedDocuments } from './harness/seed_events';

const ATTACKER = '203.0.113.90';

const month = new Date().toISOString().slice(0, 7).replace('-', '.');
const DOCUMENTS = [
  { index: `siem-alerts-${month}`, document: sampleAlert(Date.now()) },
  {
    index: `siem-logs-vpcflow-${month}`,
    document: {
      '@timestamp': new Date(Date.now() - 60_000).toISOString(),
      type: 'vpcflow',
      event: { id: 'keyboard-1', action: 'reject' },
      source: { ip: ATTACKER },
      related: { ip: [ATTACKER] },
    },
  },
];

/** Nothing here is done by mouse; `tabTo` looks at each element on the way. */
test.use({ actionTimeout: 10_000 });

test.beforeAll(async ({ servers: { host, opensearchUrl } }) => {
  await seedDocuments(opensearchUrl, DOCUMENTS);
  await installContent(host.url);
  const answer = await fetch(`${host.url}${PATHS.rules}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'osd-xsrf': 'e2e' },
    body: JSON.stringify(RULE),
  });
  expect(answer.status, await answer.text()).toBe(200);
});
test.afterAll(({ servers: { host, opensearchUrl } }) => removeAll(host.url, opensearchUrl));
test.beforeEach(({ page }) => stopMotion(page));

const RULE = {
  name: 'Reached by keyboard',
  type: 'threshold',
  enabled: false,
  index: { title: 'siem-logs-*', timeField: '@timestamp' },
  query: 'type:none',
  filters: [],
  params: {
    conditions: [{ metric: 'count', operator: '>=', limit: 1 }],
    window: '1m',
    groupBy: [],
  },
  interval: '1m',
  severity: 'low',
  channels: [],
};

async function open(page: Page, hostUrl: string, path: string): Promise<void> {
  await page.goto(`${hostUrl}/app/siem${path}`);
  await expect(page.getByTestId('siemApp').locator('h1')).toBeVisible();
  await page.waitForLoadState('networkidle');
}

for (const path of ['/?from=now-2h&to=now', '/alerts', '/rules', '/rules/new', '/sources/new']) {
  test(`the focus goes around ${path}, always in sight`, async ({ page, hostUrl }) => {
    await open(page, hostUrl, path);
    expect(await tabAround(page)).toBeGreaterThan(15);
  });
}

test('from the overview to the rules, a rule and its actions', async ({ page, hostUrl }) => {
  await open(page, hostUrl, '');
  await tabTo(page, page.getByTestId('siemTab-rules'));
  await page.keyboard.press('Enter');
  const link = page.getByRole('link', { name: RULE.name });
  await tabTo(page, link);
  await openAndLeave(page, page.getByTestId('siemMoreOfRule').first());
  await tabTo(page, link, { back: true });
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toContainText(RULE.name);
  await openAndLeave(page, page.getByTestId('siemRuleMore'));
});

/** A menu takes the focus to its items, and gives it back. */
async function openAndLeave(page: Page, opener: Locator): Promise<void> {
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  const menu = page.locator('.euiContextMenuPanel');
  await expect(menu.locator('.euiContextMenuItem:focus')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(opener).toBeFocused();
}

test('an alert is opened and closed, and the focus is where it was', async ({ page, hostUrl }) => {
  await open(page, hostUrl, '/alerts');
  const opener = page.getByTestId('siemOpenAlert').first();
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('siemAlertFlyout')).toBeVisible();
  await tabTo(page, page.getByTestId('siemShowEvents'));
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('siemAlertFlyout')).toBeHidden();
  await expect(opener).toBeFocused();
});

test("a value's menu opens Create alert, which gives the focus back", async ({ page, hostUrl }) => {
  await open(page, hostUrl, `/explore/ip/${ATTACKER}?from=now-2h&to=now`);
  const opener = page.getByTestId('siemValueActions').first();
  await tabTo(page, opener);
  await page.keyboard.press('Space');
  const create = page.getByTestId('siemCreateAlertOfValue');
  await expect(create).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(create).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('siemField-name')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('siemRuleFlyout')).toBeHidden();
  await expect(opener).toBeFocused();
});

test('a match rule is made from nothing', async ({ page, hostUrl }) => {
  await open(page, hostUrl, '/rules/new');

  await test.step('its type', async () => {
    await tabTo(page, page.locator('input[name="siemRuleType"]:checked'));
    const match = page.locator('input#siemRuleType-match');
    await expect(async () => {
      if (!(await match.isChecked())) await page.keyboard.press('ArrowDown');
      expect(await match.isChecked()).toBe(true);
    }).toPass();
  });

  await test.step('its query, by suggestions', async () => {
    await tabTo(page, page.getByTestId('siemField-query'));
    await page.keyboard.type('source.i');
    await expect(page.getByTestId('siemSuggestions')).toContainText('source.ip');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('siemSuggestions')).toBeHidden();
    await page.keyboard.type(`p:"${ATTACKER}"`);
    await page.keyboard.press('Escape');
  });

  await test.step('a filter that is thought better of: Escape closes the list, then the dialog', async () => {
    const opener = page.getByTestId('siemAddFilter');
    await tabTo(page, opener);
    await page.keyboard.press('Enter');
    const dialog = page.getByTestId('siemFilterEditor');
    await expect(dialog).toBeVisible();
    await tabTo(page, dialog.getByTestId('siemFilterField').locator('input'));
    await page.keyboard.type('source');
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(dialog).toBeVisible();
    await tabTo(page, dialog.getByTestId('siemFilterComparison'));
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  });

  await test.step('its name, and saved', async () => {
    await tabTo(page, page.getByTestId('siemField-name'));
    await page.keyboard.type('Made by keyboard');
    await tabTo(page, page.getByTestId('siemSave'));
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('siemRulesTable')).toContainText('Made by keyboard');
  });
});
