import fc from 'fast-check';
import { spansOfWindows, weeklyWindows } from './weekly_windows';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEK = 168 * HOUR;

describe('windows of the weeks before', () => {
  it('are those of the same time of the week and an hour beside it', () => {
    const hours = weeklyWindows(10 * WEEK, HOUR, 2).map(({ from }) => from / HOUR);
    expect(hours).toEqual([9 * 168 - 1, 9 * 168, 9 * 168 + 1, 8 * 168 - 1, 8 * 168, 8 * 168 + 1]);
    expect(weeklyWindows(10 * WEEK, 5 * MINUTE, 1)).toHaveLength(25);
    expect(weeklyWindows(10 * WEEK, MINUTE, 1)).toHaveLength(25);
    expect(weeklyWindows(10 * WEEK, 24 * HOUR, 4)).toHaveLength(4);
  });

  it('are buckets of one histogram, over before the window begins, and near the same time of the week', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_440 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 1_000 }),
        (minutes, weeks, start) => {
          const length = minutes * MINUTE;
          const from = 20 * WEEK + start * MINUTE;
          for (const each of weeklyWindows(from, length, weeks)) {
            expect((from - each.from) % length).toBe(0);
            expect(each.from + length).toBeLessThanOrEqual(from);
            const off = Math.abs(each.from - (from - each.week * WEEK));
            expect(off).toBeLessThanOrEqual(HOUR + length / 2);
          }
        },
      ),
    );
  });

  it('cover spans that are apart from each other', () => {
    const windows = [{ from: 0 }, { from: 10 }, { from: 100 }];
    expect(spansOfWindows(windows, 10)).toEqual([
      { from: 0, to: 20 },
      { from: 100, to: 110 },
    ]);
  });
});
