import { listClause } from './list_clause';

const blocks = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => `10.${(from + n) >> 8}.${(from + n) & 255}.0/24`);

describe('listClause', () => {
  it('takes few blocks as they are', () => {
    expect(listClause('ip', { entries: ['10.0.0.0/25', '10.0.0.128/25'] })).toEqual({
      terms: { ip: ['10.0.0.0/25', '10.0.0.128/25'] },
    });
  });

  it('puts neighbours together where there are many, and leaves all else', () => {
    const entries = ['and/or', ...blocks(1_024), '10.9.0.0/24'];
    expect(listClause('ip', { entries })).toEqual({
      terms: { ip: ['and/or', '10.0.0.0/14', '10.9.0.0/24'] },
    });
  });

  it('keeps blocks apart from single addresses', () => {
    expect(listClause('ip', { entries: ['192.0.2.7', '10.0.0.0/25', '192.0.2.8'] })).toEqual({
      bool: {
        should: [{ terms: { ip: ['192.0.2.7', '192.0.2.8'] } }, { terms: { ip: ['10.0.0.0/25'] } }],
        minimum_should_match: 1,
      },
    });
  });

  it('finds nothing by an empty list', () => {
    expect(listClause('ip', { entries: [] })).toEqual({
      bool: { should: [{ match_none: {} }], minimum_should_match: 1 },
    });
  });
});
