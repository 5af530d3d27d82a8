import { getStateFromOsdUrl } from '../dev/host/browser/plugins/url_state';
import type { DiscoverQuery, UiSettings } from '../types/opensearch_dashboards_public';
import { datasetOf, datasetPattern, discoverIndexPatternId, isDark, timeZoneOf } from './host';

const query = (dataset?: object) => ({ language: 'kuery', query: '', dataset }) as DiscoverQuery;

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
    expect(discoverIndexPatternId(`http://host${path}`, query())).toBe(id);
  });

  it('believes the query first, where queries name what they search in', () => {
    const named = query({ id: 'def', title: 'logs-*', type: 'INDEX_PATTERN' });
    expect(discoverIndexPatternId('http://host/app/discover#/?_a=(index:abc)', named)).toBe('def');
  });
});

describe('datasetPattern', () => {
  it.each([
    ['a query of 2.8', undefined, undefined],
    ['an index pattern, which tells more', { id: '1', title: 'logs-*', type: 'INDEX_PATTERN' }, undefined],
    [
      'indices',
      {
        id: '1',
        title: 'logs-1',
        type: 'INDEXES',
        timeFieldName: '@timestamp',
        dataSource: { id: '' },
      },
      { title: 'logs-1', timeFieldName: '@timestamp' },
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

/** Host settings of which one is known; the others have the default that is asked for. */
const settingsWith = (key: string, value: unknown) =>
  ({
    get: (asked: string, byDefault: unknown) => (asked === key ? value : byDefault),
  }) as unknown as UiSettings;

describe('datasetOf', () => {
  const pattern = { id: 'abc', title: 'logs-*' };

  it('names the index pattern only where queries name what they search in', () => {
    expect(datasetOf(settingsWith('query:enhancements:enabled', true), pattern)).toEqual({
      dataset: { ...pattern, type: 'INDEX_PATTERN' },
    });
    expect(datasetOf(settingsWith('query:enhancements:enabled', false), pattern)).toEqual({});
    expect(datasetOf(settingsWith('theme:darkMode', false), pattern)).toEqual({});
  });
});

describe('isDark', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'window');
  });

  it.each([
    ['v7light', false],
    ['v7dark', true],
    ['v9dark', true],
    [undefined, false],
  ])('is told by the theme of the page, %s', (tag, dark) => {
    Object.assign(globalThis, { window: { __osdThemeTag__: tag } });
    expect(isDark()).toBe(dark);
  });
});

describe('timeZoneOf', () => {
  const settings = (zone: string) => settingsWith('dateFormat:tz', zone);

  it("is the host's setting, or the browser's own", () => {
    expect(timeZoneOf(settings('Asia/Tokyo'))).toBe('Asia/Tokyo');
    expect(timeZoneOf(settings('Browser'))).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});
