import { compileQuery, timeClause } from './compile_query';

const compile = (query: string, filters: Array<Record<string, unknown>> = []) =>
  compileQuery({ query, filters }) as { bool: { filter: unknown[]; must_not: unknown[] } };

describe('compiling a query', () => {
  it('takes Lucene as Discover does, and everything where it is empty', () => {
    expect(compile('type:elblogs').bool.filter).toEqual([
      { query_string: { query: 'type:elblogs', analyze_wildcard: true } },
    ]);
    expect(compile(' ').bool.filter).toEqual([{ match_all: {} }]);
  });

  it('takes the filters of OSD in all their shapes', () => {
    const $state = { store: 'appState' };
    const { bool } = compile('', [
      { meta: { negate: false, disabled: false }, $state, query: { match_phrase: { type: 'elblogs' } } },
      { meta: { negate: true }, $state, exists: { field: 'source.ip' } },
      { meta: { disabled: true }, query: { match_all: {} } },
      { meta: {}, range: { bytes: { gte: 10 } } },
      { meta: {}, query: { match: { action: { query: 'x y', type: 'phrase' } } } },
      { query: { match: { action: { query: 'x' } } } },
    ]);
    expect(bool.filter.slice(1)).toEqual([
      { match_phrase: { type: 'elblogs' } },
      { range: { bytes: { gte: 10 } } },
      { match_phrase: { action: { query: 'x y' } } },
      { match: { action: { query: 'x' } } },
    ]);
    expect(bool.must_not).toEqual([{ exists: { field: 'source.ip' } }]);
  });

  it('asks for the spans of time', () => {
    const range = (gte: number, lt: number) => ({
      range: { '@timestamp': { gte, lt, format: 'epoch_millis' } },
    });
    expect(timeClause('@timestamp', [{ from: 1, to: 2 }])).toEqual(range(1, 2));
    expect(
      timeClause('@timestamp', [
        { from: 1, to: 2 },
        { from: 5, to: 6 },
      ]),
    ).toEqual({ bool: { should: [range(1, 2), range(5, 6)], minimum_should_match: 1 } });
  });
});
