import { of } from 'rxjs';
import { getStateFromOsdUrl } from '../../dev/host/browser/plugins/url_state';
import type { CoreStart, DataStart } from '../../types/opensearch_dashboards_public';
import { loadDiscover, type EventSearch } from './discover_link';
import { phraseFilter } from './phrase_filter';

const search: EventSearch = {
  index: 'siem-logs-*',
  query: 'event.action : "ConsoleLogin" and not user.name : "it\'s me"',
  language: 'kuery',
  filters: [phraseFilter('source.ip', '192.0.2.1', true)],
  time: { from: '2026-01-01T00:00:00.000Z', to: 'now' },
};
const filters = [
  {
    query: { match_phrase: { 'source.ip': '192.0.2.1' } },
    meta: {
      alias: null,
      disabled: false,
      negate: true,
      type: 'phrase',
      key: 'source.ip',
      params: { query: '192.0.2.1' },
      index: 'awssiem-logs',
    },
    $state: { store: 'appState' },
  },
];
const query = { language: 'kuery', query: search.query };

function host(apps: string[], show = true, enhanced = false): [CoreStart, { data: DataStart }] {
  const application = {
    applications$: of(new Map(apps.map((id) => [id, {}]))),
    capabilities: { discover: { show } },
    getUrlForApp: (id: string, { path = '' } = {}) =>
      `/base/app/${id}${path.startsWith('#') ? '' : '/'}${path}`,
  };
  const getIdsWithTitle = async () => [
    { id: 'awssiem-logs', title: 'siem-logs-*' },
    { id: 'made-by-hand', title: 'siem-logs-*' },
  ];
  return [
    { application, uiSettings: { get: () => enhanced } } as unknown as CoreStart,
    { data: { indexPatterns: { getIdsWithTitle } } as unknown as DataStart },
  ];
}

async function urlOf(apps: string[], wanted = search): Promise<string> {
  const urls = await loadDiscover(...host(apps));
  return urls?.(wanted) ?? '';
}

describe('loadDiscover', () => {
  it('makes addresses of Discover as 2.8 has it', async () => {
    const url = await urlOf(['discover']);
    expect(url).toMatch(/^\/base\/app\/discover#\/\?/);
    expect(getStateFromOsdUrl('_a', url)).toEqual({ index: 'awssiem-logs', query, filters });
    expect(getStateFromOsdUrl('_g', url)).toEqual({ filters: [], time: search.time });
  });

  it('makes addresses of Discover in the data explorer where the host has it', async () => {
    const url = await urlOf(['discover', 'data-explorer']);
    expect(url).toMatch(/^\/base\/app\/data-explorer\/discover#\?/);
    expect(getStateFromOsdUrl('_a', url)).toEqual({
      discover: {},
      metadata: { indexPattern: 'awssiem-logs', view: 'discover' },
    });
    expect(getStateFromOsdUrl('_q', url)).toEqual({ query, filters });
    expect(getStateFromOsdUrl('_g', url)).toEqual({ filters: [], time: search.time });
  });

  it('names the index pattern in the query where Discover looks for it there', async () => {
    const urls = await loadDiscover(...host(['discover', 'data-explorer'], true, true));
    expect(getStateFromOsdUrl('_q', urls?.(search) ?? '')).toEqual({
      query: { ...query, dataset: { id: 'awssiem-logs', title: 'siem-logs-*', type: 'INDEX_PATTERN' } },
      filters,
    });
  });

  it('shows every event of the last day unless told otherwise', async () => {
    const url = await urlOf(['discover'], { index: 'siem-logs-*' });
    expect(getStateFromOsdUrl('_a', url)).toMatchObject({ query: { language: 'lucene', query: '' } });
    expect(getStateFromOsdUrl('_g', url)).toMatchObject({ time: { from: 'now-24h', to: 'now' } });
  });

  it('makes none without an index pattern of the title, and nothing where Discover may not be seen', async () => {
    const urls = await loadDiscover(...host(['discover']));
    expect(urls?.({ index: 'other-*' })).toBeUndefined();
    expect(await loadDiscover(...host(['discover'], false))).toBeUndefined();
  });
});
