import { createRandom } from './random';

describe('createRandom', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    const take = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => random.integer(1, 1_000_000));
    };
    expect(take(1)).toEqual(take(1));
    expect(take(1)).not.toEqual(take(2));
  });

  it('spreads evenly, weighs and makes hexadecimal text', () => {
    const random = createRandom(42);
    const draws = Array.from({ length: 10_000 }, () => random.next());
    expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1);
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    const heads = Array.from({ length: 1_000 }, () =>
      random.weighted([
        ['a', 9],
        ['b', 1],
      ] as const),
    );
    expect(heads.filter((head) => head === 'a').length).toBeGreaterThan(850);
    expect(random.hex(20)).toMatch(/^[0-9a-f]{20}$/);
  });
});
