import { checkA11y, expect, mouseOnlyElements, setDarkMode, test } from './harness';

const PAGES = [
  '',
  '/explore/ip/203.0.113.66',
  '/alerts',
  '/dashboards',
  '/rules',
  '/rules/new',
  '/rules/import',
  '/rules/log',
  '/sources',
  '/sources/new',
  '/lists',
  '/lists/new',
  '/channels',
  '/channels/new',
  '/health',
  '/data',
];

for (const theme of ['light', 'dark']) {
  test(`every page is accessible on an empty cluster, ${theme}`, async ({ page, hostUrl }) => {
    test.slow();
    await setDarkMode(page, hostUrl, theme === 'dark');
    for (const path of PAGES) {
      await test.step(path || '/', async () => {
        await page.goto(`${hostUrl}/app/siem${path}`);
        await expect(page.getByTestId('siemApp').locator('h1')).toBeVisible();
        await page.waitForLoadState('networkidle');
        await checkA11y(page);
      });
    }
    await setDarkMode(page, hostUrl, false);
  });
}

test('what only a mouse reaches is found', async ({ page, hostUrl }) => {
  await page.goto(`${hostUrl}/app/siem/rules`);
  await expect(page.getByTestId('siemApp').locator('h1')).toBeVisible();
  await page.evaluate(() => {
    const { React, ReactDom } = (window as unknown as { __osdSharedDeps__: SharedDeps }).__osdSharedDeps__;
    const create = React.createElement;
    const act = () => undefined;
    const place = document.querySelector('.application')?.appendChild(document.createElement('div'));
    if (!place) throw new Error('there is no app');
    ReactDom.render(
      create(
        'section',
        null,
        create('div', { id: 'bare', onClick: act }),
        create('div', { id: 'focused', tabIndex: 0, onClick: act }),
        create('div', { id: 'around', onClick: act }, create('button', { type: 'button' })),
        create(
          'div',
          { tabIndex: 0, onClick: act, onKeyDown: act },
          create('p', { id: 'held', onClick: act }),
        ),
        create('button', { type: 'button', onClick: act }, create('span', { onClick: act })),
        create('div', { className: 'euiComboBox', onClick: act }, create('input', { onChange: act })),
      ),
      place,
    );
  });
  const found = await mouseOnlyElements(page);
  expect(found.map((html) => /id="(\w+)"/.exec(html)?.[1])).toEqual(['bare', 'focused', 'around', 'held']);
});

/** Of React, what the test calls. */
interface SharedDeps {
  React: { createElement(type: string, props: object | null, ...children: unknown[]): unknown };
  ReactDom: { render(element: unknown, place: Element): void };
}
