import type { Page } from '@playwright/test';
import { sampleAlert } from '../../server/core/notify/sample_alert';
import {
  checkA11y,
  expect,
  installContent,
  openDataExplorer,
  openDiscover,
  putAlert,
  putEvents,
  putPattern,
  removeAll,
  test,
} from './harness';

const PATTERN = 'siem-logs-*';
const FILTER =
  "('$state':(store:appState),meta:(alias:!n,disabled:!f,index:'siem-logs-*',key:source.ip,negate:!t,params:(query:'192.0.2.1'),type:phrase),query:(match_phrase:(source.ip:'192.0.2.1')))";
const EVENTS = Array.from({ length: 12 }, () => ({ source: { ip: '203.0.113.7' } }));

/** Of 2.8, and in the data explorer of 2.10 and later, to which those move the addresses of 2.8. */
const DISCOVER = /\/app\/(data-explorer\/)?discover\/?#/;

/** OpenSearch Dashboards may need this long to draw Discover, or our app, for the first time. */
const FIRST_DRAW = { timeout: 60_000 };

const flyout = (page: Page) => page.getByTestId('siemRuleFlyout');

test.beforeAll(({ servers }) => putEvents(servers.opensearchUrl, EVENTS));
test.afterAll(({ servers: { host, opensearchUrl } }) => removeAll(host.url, opensearchUrl));

test('a search in Discover becomes a rule without leaving it', async ({ page, hostUrl }) => {
  test.slow();
  const search = { pattern: PATTERN, language: 'kuery', query: 'type : elblogs', filters: FILTER };
  await openDiscover(page, hostUrl, search);
  await page.getByTestId('awsSiemCreateAlert').click(FIRST_DRAW);
  await expect(page.getByTestId('siemRuleFlyoutOrigin')).toContainText(`${PATTERN}, Last 24 hours`);
  await expect(flyout(page).getByTestId('siemField-query')).toHaveValue('type : elblogs');
  await expect(flyout(page).getByTestId('siemFilters')).toContainText('NOT source.ip: 192.0.2.1');
  await expect(flyout(page).getByTestId('siemRuleForm')).toContainText(PATTERN);

  await flyout(page).getByTestId('siemField-name').fill('Requests from outside');
  await expect(flyout(page).getByTestId('siemPreviewMatching')).toContainText('12');
  await checkA11y(page, '[data-test-subj="siemRuleFlyout"]');

  await flyout(page).getByTestId('siemSave').click();
  await expect(flyout(page)).toBeHidden();
  await expect(page).toHaveURL(DISCOVER);
  await page.getByTestId('siemOpenSavedRule').click();
  await expect(page).toHaveURL(/\/app\/siem\/rules\/[^/]+$/);
  await expect(page.getByTestId('siemApp')).toContainText('Requests from outside');
});

test('closing asks only when something would be lost', async ({ page, hostUrl }) => {
  test.slow();
  await openDiscover(page, hostUrl, { pattern: PATTERN, language: 'lucene', query: 'type:elblogs' });
  const opener = page.getByTestId('awsSiemCreateAlert');
  await opener.click(FIRST_DRAW);
  await expect(flyout(page).getByTestId('siemField-query')).toHaveValue('type:elblogs');
  await page.keyboard.press('Escape');
  await expect(flyout(page)).toBeHidden();
  await expect(opener).toBeFocused();

  await opener.click();
  await flyout(page).getByTestId('siemField-name').fill('Not yet');
  await flyout(page).getByTestId('euiFlyoutCloseButton').click();
  await page.getByTestId('confirmModalCancelButton').click();
  await expect(flyout(page).getByTestId('siemField-name')).toHaveValue('Not yet');
  await flyout(page).getByTestId('euiFlyoutCloseButton').click();
  await page.getByTestId('confirmModalConfirmButton').click();
  await expect(flyout(page)).toBeHidden();
});

test("a panel's menu makes a rule of what the panel and its dashboard search", async ({
  page,
  hostUrl,
  servers,
}) => {
  test.skip(servers.host.kind === 'osd', 'OpenSearch Dashboards has no dashboard before one is installed');
  const app = encodeURIComponent(`(filters:!(${FILTER}),query:(language:lucene,query:'cloud.region:eu*'))`);
  await page.goto(`${hostUrl}/app/dashboards#/view/any?_g=(time:(from:now-7d,to:now))&_a=${app}`);
  await page.getByTestId('embeddablePanelToggleMenuIcon').click();
  await page.getByTestId('embeddablePanelAction-awsSiemCreateAlert').click();
  await expect(flyout(page).getByTestId('siemField-query')).toHaveValue(
    '(cloud.region:eu*) AND (type:elblogs)',
  );
  await expect(flyout(page).getByTestId('siemFilters')).toContainText('NOT source.ip: 192.0.2.1');
  await expect(page.getByTestId('siemRuleFlyoutOrigin')).toContainText('Last 7 days');
});

test("a prebuilt dashboard's panel makes a rule, too", async ({ page, hostUrl, servers }) => {
  test.skip(servers.host.kind !== 'osd', 'only OpenSearch Dashboards itself draws dashboards');
  await installContent(hostUrl);
  await page.goto(`${hostUrl}/app/dashboards#/view/awssiem-elblogs?_g=(time:(from:now-24h,to:now))`);
  const panel = page
    .getByTestId('embeddablePanel')
    .filter({ has: page.locator('.visualization') })
    .last();
  await panel.hover(FIRST_DRAW);
  await panel.getByTestId('embeddablePanelToggleMenuIcon').click();
  await page.getByTestId('embeddablePanelAction-awsSiemCreateAlert').click();
  await expect(flyout(page).getByTestId('siemField-query')).toHaveValue(/type:elblogs/);
});

test('what cannot become a rule is refused with what to do', async ({ page, hostUrl, servers }) => {
  test.skip(servers.host.kind === 'osd', 'OpenSearch Dashboards has other languages only when set to');
  await openDataExplorer(page, hostUrl, { pattern: PATTERN, language: 'PPL', query: 'source = logs' });
  await page.getByTestId('awsSiemCreateAlert').click();
  await expect(page.getByText('Rules search with DQL or Lucene, not with PPL.')).toBeVisible();
  await expect(flyout(page)).toBeHidden();
});

test('an alert leads to its events in Discover, and from there to a rule', async ({
  page,
  hostUrl,
  servers,
}) => {
  test.slow();
  const alert = sampleAlert(Date.now());
  const { text } = alert.alert.query;
  await putAlert(servers.opensearchUrl, alert);
  await putPattern(page, hostUrl, PATTERN);
  await page.goto(`${hostUrl}/app/siem/alerts?alert=${alert.alert.id}`);
  await page.getByTestId('siemShowEvents').click(FIRST_DRAW);
  await expect(page).toHaveURL(DISCOVER);
  await expect(page.getByTestId('queryInput')).toHaveValue(text, FIRST_DRAW);
  await page.getByTestId('awsSiemCreateAlert').click(FIRST_DRAW);
  await expect(flyout(page).getByTestId('siemField-query')).toHaveValue(text);
});

test('the same in the data explorer of later versions', async ({ page, hostUrl, servers }) => {
  test.skip(servers.host.kind === 'osd', 'OpenSearch Dashboards has either: the tests above open it');
  const search = { pattern: PATTERN, language: 'kuery', query: 'type : elblogs', filters: FILTER };
  await openDataExplorer(page, hostUrl, search);
  await page.getByTestId('awsSiemCreateAlert').click();
  await expect(flyout(page).getByTestId('siemField-query')).toHaveValue('type : elblogs');
  await expect(flyout(page).getByTestId('siemFilters')).toContainText('NOT source.ip: 192.0.2.1');

  const alert = sampleAlert(Date.now());
  await page.goto(`${hostUrl}/app/siem/alerts?alert=${alert.alert.id}`);
  await page.getByTestId('siemShowEvents').click();
  await expect(page).toHaveURL(DISCOVER);
  await expect(page.getByTestId('queryInput')).toHaveValue(alert.alert.query.text);
});
