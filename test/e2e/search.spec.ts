import { PATHS } from '../../common/api';
import { checkA11y, expect, test } from './harness';
import { ATTACKER, overviewDocuments, QUIET, watchRequests } from './harness/overview_events';
import { seedDocuments } from './harness/seed_events';

test.beforeAll(async ({ servers }) => {
  test.setTimeout(300_000);
  await seedDocuments(servers.opensearchUrl, overviewDocuments(Date.now()));
});

test('a query is completed by keyboard and by mouse, and searched once', async ({ page, hostUrl }) => {
  test.slow();
  const requests = watchRequests(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.endsWith(PATHS.fieldValues))
      asked.push(`${searchParams.get('field')}:${searchParams.get('start') ?? ''}`);
  });
  // Requests are counted: none that come by themselves.
  await page.goto(`${hostUrl}/app/siem?from=now-2h&to=now&live=off`);
  await expect(page.getByTestId('siemTop-rejected')).toContainText(QUIET);
  const search = page.getByTestId('siemOverviewSearch');
  const suggestions = page.getByTestId('siemSuggestions');

  await test.step('a field and its value, by keyboard', async () => {
    await search.pressSequentially('user.na');
    await expect(suggestions.getByRole('option').first()).toContainText('user.name');
    await checkA11y(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(search).toHaveValue('user.name:');
    await expect(suggestions).toContainText('e.overview');
    await search.pressSequentially('e.ov', { delay: 30 });
    await expect(suggestions.getByRole('option')).toHaveText(['e.overview']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(search).toHaveValue('user.name:e.overview');
    expect(requests).toHaveLength(1);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/query=user\.name%3Ae\.overview/);
    await expect(page.getByTestId('siemTop-rejected')).not.toContainText(QUIET);
    await expect(page.getByTestId('siemTop-failed_sign_ins')).toContainText('e.overview');
    expect(requests).toHaveLength(2);
    // Not once a key: for the field, and perhaps for what was typed of its value.
    expect(asked[0]).toBe('user.name:');
    expect(asked.slice(1).filter((value) => value !== 'user.name:e.ov')).toEqual([]);
  });

  await test.step('Enter searches where nothing is chosen of what is suggested', async () => {
    await search.fill('user.name:e.ov*');
    await search.press('End');
    await search.press('Enter');
    await expect(page).toHaveURL(/query=user\.name%3Ae\.ov\*/);
    await expect(suggestions).toBeHidden();
    await expect.poll(() => requests.length).toBe(3);
  });

  await test.step('cleared, and another one by mouse', async () => {
    await page.getByRole('button', { name: 'Clear input' }).click();
    await expect(page.getByTestId('siemTop-rejected')).toContainText(QUIET);
    expect(requests).toHaveLength(4);
    await search.pressSequentially('source.i');
    await suggestions.getByRole('option', { name: /^source\.ip/ }).click();
    await suggestions.getByRole('option', { name: QUIET }).click();
    await expect(search).toHaveValue(`source.ip:${QUIET}`);
    await expect(search).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('siemTop-rejected')).not.toContainText(ATTACKER);
    expect(requests).toHaveLength(5);
  });

  await test.step('a mistake is shown where it is', async () => {
    await search.fill('source.pi:10.9.9.9');
    await expect(page.getByTestId('siemLint')).toContainText('There is no field source.pi');
    await checkA11y(page);
  });
});

test('alerts are searched the same way, in both languages', async ({ page, hostUrl }) => {
  test.slow();
  await page.goto(`${hostUrl}/app/siem/alerts?from=now-2h&to=now`);
  // The overview's test may have left one, too.
  const found = page.getByTestId('siemOpenAlert').filter({ hasText: 'Scan seen by the overview' });
  await expect(found.first()).toBeVisible();
  const search = page.getByTestId('siemAlertsSearch');
  await test.step('another language keeps what is typed, and is searched in on Enter', async () => {
    await search.fill('rule.name:Scan*');
    await search.press('Enter');
    await expect(page).toHaveURL(/query=rule\.name%3AScan\*/);
    const searched = page.url();
    await search.fill('+rule.name:Scan*');
    await page.locator('label[data-test-subj="siemLanguage-kuery"]').click();
    await expect(search).toHaveValue('+rule.name:Scan*');
    await expect(page.getByTestId('siemLanguageHint')).toHaveText('Enter searches this as DQL.');
    await expect(page.getByTestId('siemLint')).toContainText('There is no field +rule.name');
    await expect(page.getByTestId('siemError')).toHaveCount(0);
    expect(page.url()).toBe(searched);
    await checkA11y(page);
    await search.fill('rule.name : Scan*');
    await search.press('Enter');
    await expect(page).toHaveURL(/language=kuery/);
    await expect(page.getByTestId('siemLanguageHint')).toHaveCount(0);
    await expect(found.first()).toBeVisible();
    await page.getByRole('button', { name: 'Clear input' }).click();
  });
  await search.pressSequentially('rule.na');
  await page
    .getByTestId('siemSuggestions')
    .getByRole('option', { name: /^rule\.name/ })
    .click();
  await page.getByTestId('siemSuggestions').getByRole('option', { name: 'Scan seen' }).click();
  await expect(search).toHaveValue('rule.name : "Scan seen by the overview"');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/language=kuery/);
  await expect(found.first()).toBeVisible();
  await search.fill('not rule.name : "Scan seen by the overview"');
  await search.press('Enter');
  await expect(found).toHaveCount(0);
});
