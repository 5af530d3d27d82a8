import { expect, type Page } from '@playwright/test';

/**
 * Opens Discover on an index pattern with a query. The pattern is made first; the stand-in keeps none and takes any id for one.
 * @param language `lucene`, or `kuery` for DQL
 */
export async function openDiscover(
  page: Page,
  hostUrl: string,
  search: { pattern: string; language: 'lucene' | 'kuery'; query: string },
): Promise<void> {
  const { pattern, language, query } = search;
  const answer = await page.request.post(
    `${hostUrl}/api/saved_objects/index-pattern/${encodeURIComponent(pattern)}?overwrite=true`,
    {
      headers: { 'osd-xsrf': 'true' },
      data: { attributes: { title: pattern, timeFieldName: '@timestamp', fields: FIELDS } },
    },
  );
  expect([200, 404]).toContain(answer.status());
  const app = `(index:'${pattern}',query:(language:${language},query:'${query.replace(/[!']/g, '!$&')}'))`;
  await page.goto(`${hostUrl}/app/discover#/?_g=(time:(from:now-24h,to:now))&_a=${encodeURIComponent(app)}`);
}

/** Fields are shipped with the pattern: without them Discover asks indices that may not exist yet. */
const FIELDS = JSON.stringify(
  [
    { name: '@timestamp', type: 'date', esTypes: ['date'] },
    { name: 'type', type: 'string', esTypes: ['keyword'] },
  ].map((field) => ({
    ...field,
    count: 0,
    scripted: false,
    searchable: true,
    aggregatable: true,
    readFromDocValues: true,
  })),
);
