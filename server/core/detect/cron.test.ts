import * as fc from 'fast-check';
import { parseCron } from './cron';

const next = (line: string, after: string) =>
  new Date(parseCron(line).next(Date.parse(after))).toISOString().slice(0, 16);

describe('cron', () => {
  it.each([
    ['* * * * *', '2026-01-15T12:00:00Z', '2026-01-15T12:01'],
    ['*/15 * * * *', '2026-01-15T12:00:30Z', '2026-01-15T12:15'],
    ['5/20 6 * * *', '2026-01-15T06:25:00Z', '2026-01-15T06:45'],
    ['0 6 * * mon-fri', '2026-01-16T06:00:00Z', '2026-01-19T06:00'],
    ['0 0 29 2 *', '2026-01-15T12:00:00Z', '2028-02-29T00:00'],
    ['30 4 1,15 * 5', '2026-01-15T04:30:00Z', '2026-01-16T04:30'],
    ['0 0 * * 7', '2026-01-15T12:00:00Z', '2026-01-18T00:00'],
    ['59 23 31 DEC *', '2026-01-15T12:00:00Z', '2026-12-31T23:59'],
    ['0 12 */2 * *', '2026-01-15T12:00:00Z', '2026-01-17T12:00'],
  ])('%s after %s is %s', (line, after, expected) => expect(next(line, after)).toBe(expected));

  it.each([
    ['* * * *', /five fields/],
    ['60 * * * *', /"60" as its minute, which goes from 0 to 59/],
    ['* * 0 * *', /day of the month/],
    ['* 5-3 * * *', /"5-3" as its hour/],
    ['*/0 * * * *', /minute/],
    ['* * * foo *', /"foo" as its month/],
    ['0 0 30 2 *', /never comes/],
    ['1,,2 * * * *', /minute/],
  ])('refuses %s', (line, problem) => expect(() => parseCron(line)).toThrow(problem));

  it('never stands still and never skips: between a time and the next there is no other', () => {
    const field = (min: number, max: number) =>
      fc.oneof(
        fc.constant('*'),
        fc.integer({ min, max }).map(String),
        fc.integer({ min: 1, max: 9 }).map((n) => `*/${n}`),
      );
    const lines = fc.tuple(field(0, 59), field(0, 23), field(1, 28), field(1, 12), fc.constant('*'));
    fc.assert(
      fc.property(
        lines,
        fc.integer({ min: 0, max: 2e12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (parts, time, share) => {
          const cron = parseCron(parts.join(' '));
          const then = cron.next(time);
          expect(then).toBeGreaterThan(time);
          expect(cron.next(time + Math.floor((then - 1 - time) * share))).toBe(then);
        },
      ),
    );
  });
});
