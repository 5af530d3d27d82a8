import { rangeLength, resolveRange } from './time_range';

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
