import { dailyMean } from './daily_mean';

const day = (name: string, events: number) => ({ day: name, objects: 0, events, bytes: 10 * events });

it.each([
  [[], []],
  [[day('2026-01-02', 5)], []],
  [[day('2026-01-02', 5), day('2026-01-01', 0), day('2025-12-31', 1)], [day('', 2)]],
])('the mean of %j', (days, expected) => {
  expect(dailyMean(days)).toEqual(expected);
});
