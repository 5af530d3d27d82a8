import type { Page } from 'playwright-core';
import { openProbe, type FactContext } from './context';

const FIELDS = JSON.stringify([
  { name: 'source.ip', type: 'ip', count: 0, scripted: false, searchable: true, aggregatable: true },
]);
const FILTER =
  "('$state':(store:appState),meta:(alias:!n,disabled:!f,index:siem-logs-probe,key:source.ip,negate:!t,params:(query:'192.0.2.1'),type:phrase),query:(match_phrase:(source.ip:'192.0.2.1')))";
const STATE = `_g=(filters:!(),time:(from:now-24h,to:now))&_a=(index:siem-logs-probe,query:(language:lucene,query:'type:elblogs'),filters:!(${FILTER}))`;

/** OSD reads the fields of a pattern from its indices anew, and switches a filter off whose field none of them has. */
async function putIndex(page: Page): Promise<void> {
  const properties = { '@timestamp': { type: 'date' }, source: { properties: { ip: { type: 'ip' } } } };
  const answer = await page.request.put(`${process.env['OPENSEARCH_URL']}/siem-logs-probe`, {
    data: { settings: { number_of_replicas: 0 }, mappings: { properties } },
  });
  // 400: it is there already.
  expect([200, 400]).toContain(answer.status());
}

/** What "Create alert" needs of Discover. */
export function discoverFacts(context: FactContext): void {
  const { fact, url } = context;
  const openDiscover = async (page: Page): Promise<void> => {
    await putIndex(page);
    // Without an index pattern OSD's Discover sends people elsewhere.
    const answer = await page.request.post(
      url('/api/saved_objects/index-pattern/siem-logs-probe?overwrite=true'),
      {
        headers: { 'osd-xsrf': 'true' },
        data: { attributes: { title: 'siem-logs-probe', timeFieldName: '@timestamp', fields: FIELDS } },
      },
    );
    // The stand-in keeps no index patterns and takes any id for one.
    expect([200, 404]).toContain(answer.status());
    await page.goto(url(`/app/discover#/?${STATE}`));
    await page.waitForSelector('[data-test-subj=siemProbeItem]');
  };

  fact('discover.menu_item', async (page) => {
    await openDiscover(page);
    await page.click('[data-test-subj=siemProbeItem]');
    await page.waitForFunction(() => window.siemProbe.clicked.length > 0);
    expect(await page.evaluate(() => window.siemProbe.clicked)).toEqual(['BUTTON']);
  });

  fact('discover.place', async (page) => {
    await openDiscover(page);
    const explorer = await page.evaluate(
      () =>
        new Promise<boolean>((resolve) =>
          window.siemProbe.start.core.application.applications$.subscribe((apps) =>
            resolve(apps.has('data-explorer')),
          ),
        ),
    );
    expect(new URL(page.url()).pathname).toContain(
      explorer ? '/app/data-explorer/discover' : '/app/discover',
    );
  });

  fact('discover.query', async (page) => {
    await openDiscover(page);
    const state = await page.evaluate(async () => {
      const { query, indexPatterns } = window.siemProbe.start.deps.data;
      const bundles = window as unknown as {
        __osdBundles__: {
          get(key: string): {
            getStateFromOsdUrl(
              key: string,
              url: string,
            ): { index?: string; metadata?: { indexPattern: string } };
          };
        };
      };
      const { index, metadata } = bundles.__osdBundles__
        .get('plugin/opensearchDashboardsUtils/public')
        .getStateFromOsdUrl('_a', window.location.href);
      const { title, timeFieldName } = await indexPatterns.get(metadata?.indexPattern ?? index ?? '');
      return {
        query: query.queryString.getQuery(),
        filters: query.filterManager
          .getFilters()
          .map(({ query: dsl, meta: { key, negate, disabled } }) => ({ dsl, key, negate, disabled })),
        time: query.timefilter.timefilter.getTime(),
        pattern: { title, timeFieldName },
      };
    });
    expect(state).toEqual({
      query: { language: 'lucene', query: 'type:elblogs' },
      filters: [
        {
          dsl: { match_phrase: { 'source.ip': '192.0.2.1' } },
          key: 'source.ip',
          negate: true,
          disabled: false,
        },
      ],
      time: { from: 'now-24h', to: 'now' },
      pattern: { title: 'siem-logs-probe', timeFieldName: '@timestamp' },
    });
  });

  fact('data.pattern_titles', async (page) => {
    await openProbe(page, context);
    await page.evaluate(() => window.siemProbe.start.deps.data.indexPatterns.getIdsWithTitle());
    const answer = await page.request.post(
      url('/api/saved_objects/index-pattern/siem-logs-*?overwrite=true'),
      {
        headers: { 'osd-xsrf': 'true' },
        data: { attributes: { title: 'siem-logs-*', timeFieldName: '@timestamp', fields: FIELDS } },
      },
    );
    // The stand-in has this one and no other.
    expect([200, 404]).toContain(answer.status());
    const patterns = await page.evaluate(() => {
      const { indexPatterns } = window.siemProbe.start.deps.data;
      indexPatterns.clearCache();
      return indexPatterns.getIdsWithTitle();
    });
    expect(patterns).toContainEqual({ id: 'siem-logs-*', title: 'siem-logs-*' });
  });
}
