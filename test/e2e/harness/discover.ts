import { expect, type Page } from '@playwright/test';

interface Search {
  /** Title, and id, of the index pattern. */
  pattern: string;
  /** `lucene`, or `kuery` for DQL; later versions of the host have more. */
  language: string;
  query: string;
  /** Filters as rison, such as `(meta:…,query:…)`. */
  filters?: string;
}

/** Opens Discover, as 2.8 has it, on an index pattern with a query. */
export async function openDiscover(page: Page, hostUrl: string, search: Search): Promise<void> {
  await putPattern(page, hostUrl, search.pattern);
  const app = `(filters:!(${search.filters ?? ''}),index:'${search.pattern}',query:${queryOf(search)})`;
  await page.goto(`${hostUrl}/app/discover#/?${TIME}&_a=${encodeURIComponent(app)}`);
}

/** The same in the data explorer of OSD 2.10 and later, which the stand-in has when asked for before its first page is opened. */
export async function openDataExplorer(page: Page, hostUrl: string, search: Search): Promise<void> {
  await page.addInitScript(() => window.localStorage.setItem('standIn:dataExplorer', 'true'));
  const app = `(discover:(columns:!(_source)),metadata:(indexPattern:'${search.pattern}',view:discover))`;
  const query = `(filters:!(${search.filters ?? ''}),query:${queryOf(search)})`;
  const states = `_a=${encodeURIComponent(app)}&${TIME}&_q=${encodeURIComponent(query)}`;
  await page.goto(`${hostUrl}/app/data-explorer/discover#?${states}`);
}

/** The index pattern is made; the stand-in keeps none and takes any id for one. */
export async function putPattern(page: Page, hostUrl: string, pattern: string): Promise<void> {
  const answer = await page.request.post(
    `${hostUrl}/api/saved_objects/index-pattern/${encodeURIComponent(pattern)}?overwrite=true`,
    {
      headers: { 'osd-xsrf': 'true' },
      data: { attributes: { title: pattern, timeFieldName: '@timestamp', fields: FIELDS } },
    },
  );
  expect([200, 404]).toContain(answer.status());
}

const TIME = '_g=(time:(from:now-24h,to:now))';

function queryOf({ language, query }: Search): string {
  return `(language:${language},query:'${query.replace(/[!']/g, '!$&')}')`;
}

/** Fields are shipped with the pattern: without them Discover asks indices that may not exist yet. */
const FIELDS = JSON.stringify(
  [
    { name: '@timestamp', type: 'date', esTypes: ['date'] },
    { name: 'type', type: 'string', esTypes: ['keyword'] },
    { name: 'source.ip', type: 'ip', esTypes: ['ip'] },
  ].map((field) => ({
    ...field,
    count: 0,
    scripted: false,
    searchable: true,
    aggregatable: true,
    readFromDocValues: true,
  })),
);
