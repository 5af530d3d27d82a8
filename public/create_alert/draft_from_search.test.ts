import { draftFromSearch, type DraftError, type HostSearch } from './draft_from_search';

const search = (changes: Partial<HostSearch> = {}): HostSearch => ({
  queries: [{ language: 'lucene', query: ' type:elblogs ' }],
  filters: [],
  time: { from: 'now-24h', to: 'now' },
  timeZone: 'Europe/Berlin',
  indexPattern: { title: 'siem-logs-*', timeFieldName: '@timestamp' },
  ...changes,
});

const lucene = (query: string) => ({ language: 'lucene', query });
const dql = (query: string) => ({ language: 'kuery', query });
const luceneFilter = (query: string) => ({
  meta: { alias: `Lucene: ${query}`, disabled: false, negate: false, type: 'custom', key: 'query' },
  query: { query_string: { query, analyze_wildcard: true, time_zone: 'Europe/Berlin' } },
});

function problemOf(state: HostSearch): string | undefined {
  try {
    draftFromSearch(state);
  } catch (error) {
    return (error as DraftError).problem;
  }
  return undefined;
}

describe('draftFromSearch', () => {
  it('takes the whole search over', () => {
    expect(draftFromSearch(search())).toEqual({
      query: 'type:elblogs',
      language: 'lucene',
      timeZone: 'Europe/Berlin',
      filters: [],
      indexPattern: { title: 'siem-logs-*', timeField: '@timestamp' },
      time: { from: 'now-24h', to: 'now' },
    });
  });

  it.each([
    ['DQL', [dql('type : elblogs')], 'type : elblogs', 'kuery', []],
    ['no query, in the language of the query bar', [dql(' ')], '', 'kuery', []],
    ['no query at all', [], '', 'lucene', []],
    ["a panel's query alone", [dql(''), lucene('a:1')], 'a:1', 'lucene', []],
    ['two of one language', [lucene('a:1 OR b:2'), lucene('c:3')], '(a:1 OR b:2) AND (c:3)', 'lucene', []],
    ['two in DQL', [dql('a : 1'), dql('b : 2')], '(a : 1) and (b : 2)', 'kuery', []],
    ['twice the same', [lucene('a:1'), lucene('a:1')], 'a:1', 'lucene', []],
    ['two languages', [lucene('a:1'), dql('b : 2')], 'b : 2', 'kuery', [luceneFilter('a:1')]],
  ])('holds %s', (_what, queries, query, language, filters) => {
    expect(draftFromSearch(search({ queries }))).toMatchObject({ query, language, filters });
  });

  it('keeps query DSL of old saved searches as a filter', () => {
    const query = { match_all: {} };
    const draft = draftFromSearch(search({ queries: [{ language: 'lucene', query }] }));
    expect(draft).toMatchObject({ query: '', language: 'lucene', filters: [{ query }] });
  });

  it('keeps filters, pinned ones too, without the place they were kept in', () => {
    const meta = { alias: null, disabled: false, negate: true, key: 'source.ip' };
    const query = { match_phrase: { 'source.ip': '192.0.2.1' } };
    const draft = draftFromSearch(search({ filters: [{ meta, query, $state: { store: 'globalState' } }] }));
    expect(draft.filters).toEqual([{ meta, query }]);
  });

  it.each([
    ['other_language', { queries: [{ language: 'PPL', query: 'source=x' }] }],
    ['other_language', { queries: [{ language: 'SQL', query: '' }] }],
    ['no_time_field', { indexPattern: { title: 'x' } }],
    [
      'other_cluster',
      {
        indexPattern: {
          title: 'x',
          timeFieldName: '@timestamp',
          dataSourceRef: { id: 'a', type: 'data-source' },
        },
      },
    ],
  ])('says "%s" instead of making a rule that means something else', (problem, changes) => {
    expect(problemOf(search(changes))).toBe(problem);
  });
});
