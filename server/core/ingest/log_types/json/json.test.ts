import { join } from 'path';
import { testSamples } from '../../../../../test/unit/log_types/samples';
import { json } from './json';
import { usualTime } from './usual_time';

testSamples(json, join(__dirname, 'samples'));

describe('a usual time', () => {
  const expected = Date.UTC(2026, 0, 2, 3, 4, 5);

  it.each([
    ['2026-01-02T03:04:05Z'],
    ['2026-01-02T04:04:05+01:00'],
    ['2026-01-02 03:04:05'],
    ['2026-01-02T03:04:05,000'],
    [1_767_323_045],
    ['1767323045'],
    [1_767_323_045_000],
    ['1767323045000000'],
    [1_767_323_045_000_000_000],
  ])('can be written %p', (value) => expect(usualTime(value)).toBe(expected));

  it.each([['yesterday'], ['12'], [0], [-5], [NaN], [true], [null], [{}], ['2026-13-45T03:04:05Z']])(
    'is not %p',
    (value) => expect(usualTime(value)).toBeNaN(),
  );
});
