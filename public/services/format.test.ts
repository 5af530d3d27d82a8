import { formatBytes, formatChange, formatDuration, formatNumber, lagOf } from './format';

// The host's module is in no package registry; unit tests see the default messages.
jest.mock(
  '@osd/i18n',
  () => ({
    i18n: {
      getLocale: () => 'en',
      translate: (
        _id: string,
        { defaultMessage, values = {} }: { defaultMessage: string; values?: Record<string, string> },
      ) => defaultMessage.replace(/\{(\w+)\}/g, (_match, name: string) => values[name] ?? ''),
    },
  }),
  { virtual: true },
);

describe('formatting', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [1_536, '1.5 kB'],
    [999_990, '1 MB'],
    [2_340_000_000, '2.3 GB'],
    [7e18, '7,000 PB'],
  ])('shows %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it.each([
    [0, '0s'],
    [999, '0s'],
    [59_999, '59s'],
    [60_000, '1m'],
    [3_661_000, '1h 1m'],
    [86_400_000, '1d'],
    [90_000_000, '1d 1h'],
  ])('shows %d ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it('groups digits', () => {
    expect(formatNumber(1_234_567)).toBe('1,234,567');
  });

  it.each([
    [10, 10, 'same', 'no change'],
    [0, 0, 'same', 'no change'],
    [5, 0, 'up', 'new'],
    [0, 5, 'down', '-100%'],
    [112, 100, 'up', '+12%'],
    [88, 100, 'down', '-12%'],
    [2_500, 100, 'up', '25×'],
  ])('compares %d with %d before', (count, before, direction, text) => {
    expect(formatChange(count, before)).toEqual({ direction, text });
  });

  it('knows no lag without an event, and none from the future', () => {
    const now = Date.parse('2026-01-01T00:10:00Z');
    expect(lagOf(undefined, now)).toBeUndefined();
    expect(lagOf('2026-01-01T00:00:00Z', now)).toBe(600_000);
    expect(lagOf('2026-01-01T00:20:00Z', now)).toBe(0);
  });
});
