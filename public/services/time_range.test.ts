import { isLive, rangeLength, refreshInterval, resolveRange } from './time_range';

const now = new Date('2026-03-04T05:06:07.000Z');

describe('resolveRange', () => {
  it('resolves date math against now', () => {
    expect(resolveRange({ from: 'now-24h', to: 'now' }, now)).toEqual({
      from: '2026-03-03T05:06:07.000Z',
      to: '2026-03-04T05:06:07.000Z',
    });
  });

  it('rounds the end up', () => {
    const { from, to } = resolveRange({ from: 'now/h', to: 'now/h' }, now);
    expect(Date.parse(to) - Date.parse(from)).toBe(3_599_999);
  });

  it('falls back to the last 24 hours for text that is no time', () => {
    expect(rangeLength({ from: 'x', to: 'y' }, now)).toBe(86_400_000);
  });
});

describe('isLive', () => {
  it.each([
    ['auto', 'now', true],
    ['auto', 'now-1h', false],
    ['auto', '2026-03-04T00:00:00.000Z', false],
    ['on', '2026-03-04T00:00:00.000Z', true],
    ['off', 'now', false],
  ])('%s, to %s: %s', (live, to, expected) => expect(isLive({ live, to })).toBe(expected));

  it('asks every five seconds at most, and every minute where the interval is no number', () => {
    expect(refreshInterval({ refresh: '15000' })).toBe(15_000);
    expect(refreshInterval({ refresh: '1' })).toBe(5_000);
    expect(refreshInterval({ refresh: 'x' })).toBe(60_000);
  });
});
