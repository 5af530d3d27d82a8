import type { Page } from 'playwright-core';
import type { FactContext } from './context';

const PATTERN = 'siem-logs-*';

/** A dashboard with one visualization that searches with Lucene. */
const OBJECTS = [
  {
    type: 'index-pattern',
    id: PATTERN,
    attributes: { title: PATTERN, timeFieldName: '@timestamp', fields: '[]' },
    references: [],
  },
  {
    type: 'visualization',
    id: 'siem-probe',
    attributes: {
      title: 'Requests',
      visState: JSON.stringify({
        title: 'Requests',
        type: 'metric',
        aggs: [{ id: '1', enabled: true, type: 'count', schema: 'metric', params: {} }],
        params: { metric: { style: {}, labels: {}, colorsRange: [{ from: 0, to: 1 }] } },
      }),
      uiStateJSON: '{}',
      kibanaSavedObjectMeta: {
        searchSourceJSON: JSON.stringify({
          query: { language: 'lucene', query: 'type:elblogs' },
          filter: [],
          indexRefName: 'index',
        }),
      },
    },
    references: [{ name: 'index', type: 'index-pattern', id: PATTERN }],
  },
  {
    type: 'dashboard',
    id: 'siem-probe',
    attributes: {
      title: 'Probe',
      panelsJSON: JSON.stringify([
        {
          version: '2.8.0',
          gridData: { x: 0, y: 0, w: 24, h: 12, i: '1' },
          panelIndex: '1',
          embeddableConfig: {},
          panelRefName: 'panel_0',
        },
      ]),
      optionsJSON: '{}',
      kibanaSavedObjectMeta: { searchSourceJSON: '{"query":{"language":"kuery","query":""},"filter":[]}' },
    },
    references: [{ name: 'panel_0', type: 'visualization', id: 'siem-probe' }],
  },
];

const STATE =
  "_g=(time:(from:now-24h,to:now))&_a=(filters:!(),query:(language:kuery,query:'cloud.region : a'))";

/** What "Create alert" needs of a dashboard's panels. */
export function dashboardFacts({ fact, url }: FactContext): void {
  fact('dashboard.panel_menu', async (page: Page) => {
    const answer = await page.request.post(url('/api/saved_objects/_bulk_create?overwrite=true'), {
      headers: { 'osd-xsrf': 'true' },
      data: OBJECTS,
    });
    // The stand-in keeps none: any dashboard of it has this panel.
    expect([200, 404]).toContain(answer.status());
    await page.goto(url(`/app/dashboards#/view/siem-probe?${STATE}`));
    const panel = page.locator('[data-test-subj=embeddablePanel]');
    await panel.hover();
    await panel.locator('[data-test-subj=embeddablePanelToggleMenuIcon]').click();
    await page.click('[data-test-subj=embeddablePanelAction-siemProbeAction]');
    await page.waitForFunction(() => window.siemProbe.panel !== undefined);
    const search = await page.evaluate(() => {
      const { type, vis, getInput } = window.siemProbe.panel ?? {};
      const source = vis?.data.searchSource;
      const input = getInput?.call(window.siemProbe.panel);
      return {
        type,
        input: { query: input?.query, filters: input?.filters, timeRange: input?.timeRange },
        own: source?.getOwnField('query'),
        filters: source?.getOwnField('filter'),
        pattern: (source?.getOwnField('index') as { title: string }).title,
        parent: source?.getParent(),
      };
    });
    expect(search).toEqual({
      type: 'visualization',
      input: {
        query: { language: 'kuery', query: 'cloud.region : a' },
        filters: [],
        timeRange: { from: 'now-24h', to: 'now' },
      },
      own: { language: 'lucene', query: 'type:elblogs' },
      filters: [],
      pattern: PATTERN,
      parent: undefined,
    });
  });
}
