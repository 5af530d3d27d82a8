import type { FeedEntry, FeedReader } from './ports';
import { planWindows, readFeed } from './plan_windows';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-01-15T12:00:00Z');
const WINDOWS = { length: 5 * MINUTE, every: 5 * MINUTE };
const minute = (ago: number) => NOW / MINUTE - ago;

function entry(seq: number, minutes: number[], type = 'vpcflow', namespace = 'default'): FeedEntry {
  return { seq, at: NOW, touched: [{ type, namespace, minutes }] };
}

const plan = (title: string, cursor: { seq?: number; time?: number }, entries: FeedEntry[], last = 9) =>
  planWindows(title, WINDOWS, cursor, { entries, last }, NOW);

const ago = (ends: Set<number>) => [...ends].map((end) => (NOW - end) / MINUTE);

describe('planning windows over our own indices', () => {
  it('looks a day back once for a new rule', () => {
    const { ends, cursor } = plan('siem-logs-*', {}, [], 7);
    expect(Math.min(...ends)).toBe(NOW - 24 * HOUR + 5 * MINUTE);
    expect(Math.max(...ends)).toBe(NOW + 5 * MINUTE);
    expect(cursor).toEqual({ seq: 7 });
  });

  it('takes the windows of the minutes that changed since', () => {
    const { ends, cursor } = plan('siem-logs-*', { seq: 3 }, [
      entry(3, [minute(60)]),
      entry(4, [minute(30)]),
    ]);
    expect(ago(ends)).toEqual([25]);
    expect(cursor).toEqual({ seq: 4 });
  });

  it('passes over other types, other namespaces and events that are too old', () => {
    const changed = [
      entry(4, [minute(10)], 'cloudtrail'),
      entry(5, [minute(10)], 'vpcflow', 'prod'),
      entry(6, [minute(25 * 60)]),
    ];
    const { ends, cursor } = plan('siem-logs-vpcflow-default-*', { seq: 3 }, changed);
    expect(ends.size).toBe(0);
    expect(cursor).toEqual({ seq: 6 });
    expect(
      plan('siem-logs-s3access-*', { seq: 3 }, [entry(4, [minute(25 * 60)], 's3access')]).ends.size,
    ).toBe(1);
  });

  it('looks back over everything where the feed was pruned or is too far ahead', () => {
    const { ends, cursor } = plan('siem-logs-*', { seq: 3 }, [entry(8, [minute(1)]), entry(9, [minute(1)])]);
    expect(ends.size).toBeGreaterThan(48 * 12);
    expect(cursor).toEqual({ seq: 9 });
  });

  it('keeps the place where nothing changed', () => {
    expect(plan('siem-logs-*', { seq: 9 }, []).cursor).toEqual({ seq: 9 });
  });
});

describe('planning windows over indices of others', () => {
  it('goes on by event time, with a delay and a lookback', () => {
    const { ends, cursor } = plan('nginx-*', { time: NOW - 6 * MINUTE }, []);
    expect(ago(ends)).toEqual([15, 10, 5]);
    expect(cursor).toEqual({ time: NOW - MINUTE });
  });

  it('catches up after a downtime, a day at most', () => {
    expect(plan('nginx-*', { time: NOW - 2 * HOUR }, []).ends.size).toBe(25);
    expect(plan('nginx-*', { time: NOW - 99 * HOUR }, []).ends.size).toBe(24 * 12 - 1);
  });

  it('does both for a pattern that has both', () => {
    for (const title of ['siem-logs-*,nginx-*', '*', 'siem-*']) {
      expect(plan(title, { seq: 3, time: NOW }, [entry(4, [minute(200)])]).cursor).toEqual({
        seq: 4,
        time: NOW - MINUTE,
      });
    }
    expect(plan('siem-alerts-*', {}, []).cursor).toEqual({ time: NOW - MINUTE });
    expect(plan('siem-logs-*,-siem-logs-elblogs-*', { seq: 3 }, []).cursor).toEqual({ seq: 3 });
  });
});

describe('reading the feed', () => {
  const feedOf = (count: number): FeedReader => ({
    last: async () => count,
    read: async (after, limit) => ({
      entries: Array.from({ length: Math.min(limit, count - after) }, (_, n) => entry(after + n + 1, [1])),
    }),
  });

  it('starts at the rule that is furthest behind', async () => {
    const { entries, last } = await readFeed(feedOf(2_000), [{ seq: 1_990 }, { seq: 900 }, {}]);
    expect([entries[0]?.seq, entries.length, last]).toEqual([901, 1_100, 2_000]);
    expect((await readFeed(feedOf(2_000), [{}])).entries).toEqual([]);
  });

  it('reads its end whole, however far behind a rule is', async () => {
    const { entries, last } = await readFeed(feedOf(100_000), [{ seq: 5 }]);
    expect([entries[0]?.seq, entries[entries.length - 1]?.seq, last]).toEqual([95_001, 100_000, 100_000]);
  });
});
