import fc from 'fast-check';
import { durationMs, durationText } from './duration';

describe('durationText', () => {
  it.each([
    [900_000, '15m'],
    [90_000, '90s'],
    [7_200_000, '2h'],
    [172_800_000, '2d'],
    [90_000_000, '25h'],
  ])('%d is %s', (milliseconds, text) => expect(durationText(milliseconds)).toBe(text));

  it('is read again as the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (seconds) => {
        expect(durationMs(durationText(seconds * 1_000))).toBe(seconds * 1_000);
      }),
    );
  });
});
