import { compileFilters, timeClause } from './clauses';

describe('compiling filters', () => {
  it('takes the filters of OSD in all their shapes', () => {
    const $state = { store: 'appState' };
    const { filter, must_not } = compileFilters([
      { meta: { negate: false, disabled: false }, $state, query: { match_phrase: { type: 'elblogs' } } },
      { meta: { negate: true }, $state, exists: { field: 'source.ip' } },
      { meta: { disabled: true }, query: { match_all: {} } },
      { meta: {}, range: { bytes: { gte: 10 } } },
      { meta: {}, query: { match: { action: { query: 'x y', type: 'phrase' } } } },
      { query: { match: { action: { query: 'x' } } } },
    ]);
    expect(filter).toEqual([
      { match_phrase: { type: 'elblogs' } },
      { range: { bytes: { gte: 10 } } },
      { match_phrase: { action: { query: 'x y' } } },
      { match: { action: { query: 'x' } } },
    ]);
    expect(must_not).toEqual([{ exists: { field: 'source.ip' } }]);
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
