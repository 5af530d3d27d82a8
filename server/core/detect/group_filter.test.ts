import { groupChunks, groupsClause } from './group_filter';
import type { GroupValue } from './rule_type';

const group = (...values: Array<GroupValue['value']>) => ({
  group: values.map((value, n) => ({ field: `f${n}`, value })),
});

describe('a search restricted to groups', () => {
  it('takes the values of one field at once, missing ones too', () => {
    expect(groupsClause([group('a'), group('b')])).toEqual({
      bool: { filter: [{ terms: { f0: ['a', 'b'] } }] },
    });
    expect(groupsClause([group('a'), group(null)])).toEqual({
      bool: {
        filter: [
          {
            bool: {
              should: [{ terms: { f0: ['a'] } }, { bool: { must_not: [{ exists: { field: 'f0' } }] } }],
              minimum_should_match: 1,
            },
          },
        ],
      },
    });
  });

  it('takes combinations of values exactly while they are few', () => {
    const exact = groupsClause([group('a', 1), group('b', 2)]);
    expect(exact).toEqual({
      bool: {
        should: [
          { bool: { filter: [{ terms: { f0: ['a'] } }, { terms: { f1: [1] } }] } },
          { bool: { filter: [{ terms: { f0: ['b'] } }, { terms: { f1: [2] } }] } },
        ],
        minimum_should_match: 1,
      },
    });
    const many = Array.from({ length: 400 }, (_, n) => group(`a${n}`, n % 3));
    expect(groupsClause(many)).toEqual({
      bool: { filter: [{ terms: { f0: many.map((_, n) => `a${n}`) } }, { terms: { f1: [0, 1, 2] } }] },
    });
  });

  it('lets everything through without a field', () => {
    expect(groupsClause([group()])).toEqual({ bool: { filter: [] } });
  });

  it('is cut into as many as needed', () => {
    const many = Array.from({ length: 1_000 }, (_, n) => group(n, n));
    expect(groupChunks(many, 'exactly').map((chunk) => chunk.length)).toEqual([350, 350, 300]);
    expect(groupChunks(many, 'roughly')).toHaveLength(1);
    expect(groupChunks([], 'exactly')).toEqual([]);
  });
});
