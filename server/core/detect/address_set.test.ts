import { addressSetOf } from './address_set';

let revision = 0;
const setOf = (entries: string[]) => addressSetOf([{ name: 'list', revision: `${revision++}`, entries }]);

/** Clauses as Lucene counts them, a range of addresses as two, and the values in `terms`. */
function sizes(clause: unknown): { clauses: number; values: number } {
  const text = JSON.stringify(clause);
  const terms = [...text.matchAll(/"terms":\{"ip":\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
  return {
    clauses: 2 * (text.match(/"range"/g) ?? []).length + terms.length,
    values: terms.reduce((sum, values) => sum + (values === '' ? 0 : values.split(',').length), 0),
  };
}

const place = (n: number) => `${n >> 8}.${n & 255}`;

describe('a set of addresses', () => {
  it('asks for blocks as ranges and for addresses as terms', () => {
    expect(setOf(['192.0.2.7', '10.0.0.0/8', '10.1.0.0/16']).within('ip')).toEqual({
      bool: {
        should: [
          { range: { ip: { gte: '10.0.0.0', lte: '10.255.255.255' } } },
          { terms: { ip: ['192.0.2.7'] } },
        ],
        minimum_should_match: 1,
      },
    });
  });

  it('takes 100,000 addresses in few clauses', () => {
    const set = setOf(Array.from({ length: 100_000 }, (_, n) => `10.${n >> 15}.${place((n & 32_767) * 2)}`));
    expect(sizes(set.within('ip'))).toEqual({ clauses: 2, values: 100_000 });
    expect(set.has('10.0.0.2')).toBe(true);
    expect(set.has('10.0.0.3')).toBe(false);
  });

  it('writes small blocks out where there are more than one query takes', () => {
    const set = setOf(Array.from({ length: 1_000 }, (_, n) => `10.0.${place(n * 8)}/30`));
    expect(sizes(set.within('ip'))).toEqual({ clauses: 801, values: 600 * 4 });
  });

  it('asks for too much where there are still too many blocks, and says exactly what it has', () => {
    const set = setOf(Array.from({ length: 3_000 }, (_, n) => `${20 + (n >> 7)}.${(n & 127) * 2}.0.0/16`));
    const { clauses } = sizes(set.within('ip'));
    expect(clauses).toBeLessThanOrEqual(801);
    expect(sizes(set.outside('ip')).clauses).toBeLessThanOrEqual(801);
    expect(set.has('20.0.9.9')).toBe(true);
    expect(set.has('20.1.9.9')).toBe(false);
  });

  it('finds nothing when it is empty', () => {
    expect(JSON.stringify(setOf(['no address']).within('ip'))).toContain('match_none');
  });
});
