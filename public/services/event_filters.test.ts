import * as fc from 'fast-check';
import {
  addFilter,
  discoverFilters,
  hasFilter,
  readFilters,
  toggleFilter,
  writeFilters,
} from './event_filters';

const text = fc.string({ minLength: 1 });
const filter = fc.oneof(
  fc.record({ field: text, value: text }),
  fc.record({ field: text, value: text, negate: fc.constant(true) }),
);

describe('filters in the URL', () => {
  it('come back as they were, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(filter), (filters) => {
        expect(readFilters(writeFilters(filters))).toEqual(filters);
      }),
    );
  });

  it('are short and readable', () => {
    expect(
      writeFilters([
        { field: 'type', value: 'vpcflow' },
        { field: 'user.name', value: 'a, b', negate: true },
      ]),
    ).toBe('type:vpcflow,:user.name:a%2C%20b');
  });

  it.each(['', 'nothing', ':x', 'a:', 'a:%E0%A4%A', ','])('%j is none', (part) =>
    expect(readFilters(part)).toEqual([]),
  );
});

describe('clicks', () => {
  const vpc = { field: 'type', value: 'vpcflow' };

  it('narrow to a value and widen again', () => {
    const narrowed = toggleFilter([], 'type', 'vpcflow');
    expect(narrowed).toEqual([vpc]);
    expect(hasFilter(narrowed, 'type', 'vpcflow')).toBe(true);
    expect(toggleFilter(narrowed, 'type', 'vpcflow')).toEqual([]);
  });

  it('turn a filter around instead of asking for the impossible', () => {
    const out = addFilter([vpc], { ...vpc, negate: true });
    expect(out).toEqual([{ ...vpc, negate: true }]);
    expect(hasFilter(out, 'type', 'vpcflow')).toBe(false);
    expect(toggleFilter(out, 'type', 'vpcflow')).toEqual([vpc]);
  });
});

describe('filters in Discover', () => {
  it('are phrases, or queries where one pill has several values', () => {
    const filters = discoverFilters([
      { field: 'type', value: 'vpcflow' },
      { field: 'source.ip', value: '10.0.0.1', negate: true },
      { field: 'type', value: 'elblogs' },
      { field: 'signal', value: 'rejected', negate: true },
    ]);
    expect(filters.map(({ meta, query }) => [meta.negate, query])).toEqual([
      [false, { query_string: expect.objectContaining({ query: 'type:"vpcflow" OR type:"elblogs"' }) }],
      [true, { match_phrase: { 'source.ip': '10.0.0.1' } }],
      [
        true,
        { query_string: expect.objectContaining({ query: '(type:vpcflow AND (event.action:reject))' }) },
      ],
    ]);
  });
});
