import fc from 'fast-check';
import { medianOf, normalRange } from './normal_range';

const number = fc.integer({ min: -1_000_000, max: 1_000_000 });
const sample = fc.array(number, { minLength: 1, maxLength: 60 });
const tolerance = { sensitivity: 3, minDifference: 0 };

describe('a median', () => {
  it.each([
    [[3], 3],
    [[3, 1], 2],
    [[9, 1, 5], 5],
    [[1, 1, 1, 100], 1],
  ])('of %j', (values, median) => expect(medianOf(values)).toBe(median));

  it('has as many numbers on either side, whatever their order', () => {
    fc.assert(
      fc.property(sample, (values) => {
        const median = medianOf(values);
        const half = values.length / 2;
        expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(half);
        expect(values.filter((value) => value > median).length).toBeLessThanOrEqual(half);
        expect(medianOf([...values].reverse())).toBe(median);
      }),
    );
  });
});

describe('a normal range', () => {
  it('is the median and a multiple of the scaled deviation', () => {
    const { median, above, below } = normalRange([10, 12, 11, 13, 900], [], tolerance);
    expect(median).toBe(12);
    expect(above).toBeCloseTo(12 + 3 * 1.4826);
    expect(below).toBeCloseTo(12 - 3 * 1.4826);
  });

  it('is at least as wide as the smallest difference asked for', () => {
    expect(normalRange([7, 7, 7], [], { sensitivity: 3, minDifference: 5 })).toEqual({
      median: 7,
      above: 12,
      below: 2,
    });
  });

  it('is as wide as samples alike show, though their level is another', () => {
    const alike = [
      [100, 104, 96],
      [1, 5, 9],
    ];
    expect(normalRange([50, 50, 50], alike, tolerance).above).toBeCloseTo(50);
    expect(normalRange([50, 50, 51], [...alike, ...alike], tolerance).above).toBeCloseTo(50 + 3 * 1.4826 * 4);
    expect(normalRange([0, 50, 100], alike, tolerance).above).toBeCloseTo(50 + 3 * 1.4826 * 50);
  });

  it('moves and grows with its sample', () => {
    fc.assert(
      fc.property(sample, number, fc.integer({ min: 1, max: 50 }), (values, shift, factor) => {
        const range = normalRange(values, [], tolerance);
        const moved = normalRange(
          values.map((value) => value * factor + shift),
          [],
          tolerance,
        );
        expect(moved.median).toBeCloseTo(range.median * factor + shift);
        expect(moved.above).toBeCloseTo(range.above * factor + shift);
        expect(moved.below).toBeCloseTo(range.below * factor + shift);
      }),
    );
  });

  it('cannot be drawn out of reach by fewer than half of the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 90, max: 110 }), { minLength: 3, maxLength: 30 }), (usual) => {
        const outliers = Array<number>(Math.floor((usual.length - 1) / 2)).fill(1e9);
        const { median, above } = normalRange([...usual, ...outliers], [], tolerance);
        expect(median).toBeLessThanOrEqual(110);
        expect(above).toBeLessThanOrEqual(110 + 3 * 1.4826 * 20);
      }),
    );
  });
});
