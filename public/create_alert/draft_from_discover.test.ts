import { draftFromDiscover, type DiscoverState, type DraftError } from './draft_from_discover';

const dsl = { bool: { should: [{ match: { type: 'elblogs' } }], minimum_should_match: 1 } };
const compile = () => dsl;

const discover = (changes: Partial<DiscoverState> = {}): DiscoverState => ({
  query: { language: 'lucene', query: ' type:elblogs ' },
  filters: [],
  time: { from: 'now-24h', to: 'now' },
  indexPattern: { id: '1', title: 'siem-logs-*', timeFieldName: '@timestamp', fields: [] },
  ...changes,
});

function problemOf(state: DiscoverState, compileDql: () => typeof dsl = compile): string | undefined {
  try {
    draftFromDiscover(state, compileDql);
  } catch (error) {
    return (error as DraftError).problem;
  }
  return undefined;
}

describe('draftFromDiscover', () => {
  it('keeps a Lucene query as text', () => {
    expect(draftFromDiscover(discover(), compile)).toEqual({
      query: 'type:elblogs',
      filters: [],
      indexPattern: { title: 'siem-logs-*', timeField: '@timestamp' },
      time: { from: 'now-24h', to: 'now' },
    });
  });

  it('turns a DQL query into a filter that says where it comes from', () => {
    const draft = draftFromDiscover(
      discover({ query: { language: 'kuery', query: 'type : elblogs' } }),
      compile,
    );
    expect(draft.query).toBe('');
    expect(draft.filters).toEqual([
      { meta: expect.objectContaining({ alias: 'DQL: type : elblogs', negate: false }), query: dsl },
    ]);
  });

  it('leaves an empty DQL query out', () => {
    const draft = draftFromDiscover(discover({ query: { language: 'kuery', query: ' ' } }), compile);
    expect(draft).toMatchObject({ query: '', filters: [] });
  });

  it('keeps filters, pinned ones too, without the place they were kept in', () => {
    const meta = { alias: null, disabled: false, negate: true, key: 'source.ip' };
    const query = { match_phrase: { 'source.ip': '192.0.2.1' } };
    const draft = draftFromDiscover(
      discover({ filters: [{ meta, query, $state: { store: 'globalState' } }] }),
      compile,
    );
    expect(draft.filters).toEqual([{ meta, query }]);
  });

  it.each([
    ['other_language', { query: { language: 'PPL', query: 'source=x' } }],
    ['no_time_field', { indexPattern: { title: 'x', fields: [] } }],
    [
      'other_cluster',
      { indexPattern: { ...discover().indexPattern, dataSourceRef: { id: 'a', type: 'data-source' } } },
    ],
  ])('says "%s" instead of making a rule that means something else', (problem, changes) => {
    expect(problemOf(discover(changes))).toBe(problem);
  });

  it('says "bad_query" for DQL that does not parse', () => {
    const state = discover({ query: { language: 'kuery', query: 'type : (' } });
    const fail = () => {
      throw new Error('Expected ")"');
    };
    expect(problemOf(state, fail)).toBe('bad_query');
  });
});
