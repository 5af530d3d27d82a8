import fc from 'fast-check';
import { spansOf, windowsBetween, windowsOfMinutes } from './windows';

const MINUTE = 60_000;

describe('windows', () => {
  it('that hold a minute end at multiples of the interval', () => {
    const ends = windowsOfMinutes([12], { length: 5 * MINUTE, every: MINUTE });
    expect([...ends].map((end) => end / MINUTE)).toEqual([13, 14, 15, 16, 17]);
    expect([...windowsOfMinutes([12], { length: 5 * MINUTE, every: 5 * MINUTE })]).toEqual([15 * MINUTE]);
  });

  it('are exactly those that share time with a changed minute', () => {
    const unit = 30_000;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 8 }),
        (minutes, every, factor) => {
          const windows = { every: every * unit, length: every * factor * unit };
          const expected = [];
          for (let end = 0; end <= 400 * MINUTE; end += windows.every) {
            const from = end - windows.length;
            if (minutes.some((minute) => minute * MINUTE < end && (minute + 1) * MINUTE > from))
              expected.push(end);
          }
          expect([...windowsOfMinutes(minutes, windows)].sort((a, b) => a - b)).toEqual(expected);
        },
      ),
    );
  });

  it('between two times include the later one', () => {
    const ends = windowsBetween(10 * MINUTE, 20 * MINUTE, { length: 5 * MINUTE, every: 5 * MINUTE });
    expect([...ends].map((end) => end / MINUTE)).toEqual([15, 20]);
  });

  it('cover spans that are apart from each other', () => {
    const windows = { length: 10, every: 5 };
    expect(spansOf([40, 15, 10, 60], windows)).toEqual([
      { from: 0, to: 15 },
      { from: 30, to: 40 },
      { from: 50, to: 60 },
    ]);
    expect(spansOf([], windows)).toEqual([]);
    expect(
      spansOf(
        Array.from({ length: 200 }, (_, n) => n * 100 + 10),
        windows,
      ),
    ).toEqual([{ from: 0, to: 19_910 }]);
  });
});
