import { getStateFromOsdUrl } from '../dev/host/browser/plugins/url_state';
import type { DiscoverQuery, UiSettings } from '../types/opensearch_dashboards_public';
import { datasetPattern, discoverIndexPatternId, timeZoneOf } from './host';

describe('discoverIndexPatternId', () => {
  beforeAll(() => {
    Object.assign(globalThis, { window: { __osdBundles__: { get: () => ({ getStateFromOsdUrl }) } } });
  });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'window');
  });

  it.each([
    [
      'Discover',
      "/app/discover#/?_g=()&_a=(columns:!(_source),index:abc,query:(language:lucene,query:''))",
      'abc',
    ],
    ['a saved search', '/app/discover#/view/7?_g=()&_a=(index:abc)', 'abc'],
    [
      'the data explorer',
      "/app/data-explorer/discover#?_a=(discover:(columns:!(_source)),metadata:(indexPattern:abc,view:discover))&_g=()&_q=(filters:!(),query:(language:kuery,query:''))",
      'abc',
    ],
    ['a page that shows none yet', '/app/data-explorer/discover#?_a=(discover:())', undefined],
    ['a page without state', '/app/discover#/', undefined],
  ])('reads the address of %s', (_what, path, id) => {
    expect(discoverIndexPatternId(`http://host${path}`)).toBe(id);
  });
});

describe('datasetPattern', () => {
  const query = (dataset?: object) => ({ language: 'kuery', query: '', dataset }) as DiscoverQuery;

  it.each([
    ['a query of 2.8', undefined, undefined],
    [
      'an index pattern',
      {
        id: '1',
        title: 'logs-*',
        type: 'INDEX_PATTERN',
        timeFieldName: '@timestamp',
        dataSource: { id: '' },
      },
      { title: 'logs-*', timeFieldName: '@timestamp' },
    ],
    [
      'indices of another cluster',
      { id: '2', title: 'logs-1', type: 'INDEXES', dataSource: { id: 'x', type: 'OpenSearch' } },
      { title: 'logs-1', dataSourceRef: { id: 'x', type: 'OpenSearch' } },
    ],
  ])('reads the data set of %s', (_what, dataset, expected) => {
    expect(datasetPattern(query(dataset))).toEqual(expected);
  });
});

describe('timeZoneOf', () => {
  const settings = (zone: string) => ({ get: () => zone }) as unknown as UiSettings;

  it("is the host's setting, or the browser's own", () => {
    expect(timeZoneOf(settings('Asia/Tokyo'))).toBe('Asia/Tokyo');
    expect(timeZoneOf(settings('Browser'))).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});
