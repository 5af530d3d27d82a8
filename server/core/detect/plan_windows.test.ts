import { partOf } from './feed_memory';
import { createWindowPlanner, planWindows, type WindowRule } from './plan_windows';
import type { FeedEntry } from './ports';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-01-15T12:00:00Z');
const WINDOWS = { length: 5 * MINUTE, every: 5 * MINUTE };
const minute = (ago: number) => NOW / MINUTE - ago;

function entry(seq: number, minutes: number[], type = 'vpcflow', namespace = 'default', at = NOW): FeedEntry {
  return { seq, at, touched: [{ type, namespace, minutes }] };
}

const plan = (
  title: string,
  cursor: { seq?: number; time?: number },
  entries: FeedEntry[],
  { last = 9, lastRunAt, ...rule }: { last?: number; lastRunAt?: number } & Partial<WindowRule> = {},
) =>
  planWindows(
    { title, ...WINDOWS, ...rule },
    { cursor, ...(lastRunAt && { lastRunAt }) },
    partOf(entries, last),
    NOW,
  );

const ago = (ends: ReadonlySet<number>) => [...ends].map((end) => (NOW - end) / MINUTE);

describe('planning windows over our own indices', () => {
  it('looks a day back once for a new rule', () => {
    const { ends, cursor } = plan('siem-logs-*', {}, [], { last: 7 });
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

  it('leaves what a long downtime has missed for later', () => {
    const entries = [entry(8, [minute(1)]), entry(9, [minute(1)])];
    const { later } = plan('siem-logs-*', { seq: 3 }, entries, { lastRunAt: NOW - 96 * HOUR });
    expect(later).toEqual([
      { from: NOW - 120 * HOUR + 5 * MINUTE, to: NOW - 48 * HOUR, reason: 'Rules did not run at this time.' },
    ]);
    expect(plan('siem-logs-*', { seq: 3 }, entries, { lastRunAt: NOW - 40 * HOUR }).later).toEqual([]);
  });

  it('forgets nothing that came in time while a rule was not running, and leaves the oldest of it for later', () => {
    const came = (hoursAgo: number, minutes: number[]) =>
      entry(4, minutes, 'vpcflow', 'default', NOW - hoursAgo * HOUR);
    expect(ago(plan('siem-logs-*', { seq: 3 }, [came(30, [minute(30 * 60), minute(60 * 60)])]).ends)).toEqual(
      [30 * 60 - 5],
    );
    const { ends, later } = plan('siem-logs-*', { seq: 3 }, [came(60, [minute(60 * 60), minute(85 * 60)])]);
    expect(ends.size).toBe(0);
    const end = NOW - 60 * HOUR + 5 * MINUTE;
    expect(later).toEqual([{ from: end, to: end, reason: 'Rules did not run at this time.' }]);
  });

  it('leaves windows with nothing but backfilled events for later, whatever their age', () => {
    const old: FeedEntry = {
      ...entry(5, []),
      touched: [
        {
          type: 'vpcflow',
          namespace: 'default',
          minutes: [minute(90_000), minute(89_996), minute(30)],
          backfill: true,
        },
      ],
    };
    const { ends, later } = plan('siem-logs-*', { seq: 3 }, [entry(4, [minute(30)]), old]);
    expect(ago(ends)).toEqual([25]);
    expect(later).toEqual([
      { from: NOW - 89_995 * MINUTE, to: NOW - 89_995 * MINUTE, reason: expect.any(String), backfill: true },
    ]);
  });

  it('begins anew with a feed that was begun anew', () => {
    const { ends, cursor } = plan('siem-logs-*', { seq: 400 }, [entry(9, [minute(1)])]);
    expect(ends.size).toBe(24 * 12 + 1);
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

  it('takes the delay and the lookback of the rule', () => {
    const { ends, cursor } = plan('nginx-*', { time: NOW }, [], { queryDelay: 5 * MINUTE, lookback: HOUR });
    expect(ago(ends)).toEqual([55, 50, 45, 40, 35, 30, 25, 20, 15, 10, 5]);
    expect(cursor).toEqual({ time: NOW - 5 * MINUTE });
  });

  it('catches up after a downtime, a day at once and the rest later', () => {
    expect(plan('nginx-*', { time: NOW - 2 * HOUR }, []).ends.size).toBe(25);
    const { ends, later } = plan('nginx-*', { time: NOW - 99 * HOUR }, []);
    expect(ends.size).toBe(24 * 12);
    expect(later).toEqual([
      { from: NOW - 99 * HOUR + 5 * MINUTE, to: NOW - 24 * HOUR - 5 * MINUTE, reason: expect.any(String) },
    ]);
  });

  it('does both for a pattern that has both', () => {
    for (const title of ['siem-logs-*,nginx-*', '*', 'siem-*']) {
      expect(plan(title, { seq: 3, time: NOW }, [entry(4, [minute(200)])]).cursor).toEqual({
        seq: 4,
        time: NOW - MINUTE,
      });
    }
    expect(plan('siem-alerts-*', {}, []).cursor).toEqual({ time: NOW - MINUTE });
    expect(plan('siem-logs-*,-siem-logs-elblogs-*', { seq: 3 }, [], { last: 3 }).cursor).toEqual({ seq: 3 });
  });
});

describe('planning windows that are judged by the clock', () => {
  const clock = { judgedAfter: 2 * MINUTE };

  it('takes each window once, that long after its end, whatever the feed says', () => {
    const first = plan('siem-logs-*', { time: NOW - 20 * MINUTE }, [entry(4, [minute(300)])], clock);
    expect(ago(first.ends)).toEqual([15, 10, 5]);
    expect(plan('siem-logs-*', first.cursor, [], clock).ends.size).toBe(0);
  });

  it('looks a day back once for a new rule, and after a downtime', () => {
    expect(plan('siem-logs-*', {}, [], clock).ends.size).toBe(24 * 12);
    const { ends, later } = plan('siem-logs-*', { time: NOW - 30 * HOUR }, [], clock);
    expect(ends.size).toBe(24 * 12);
    expect(later).toHaveLength(1);
  });
});

describe('planning windows of many rules at one time', () => {
  const rule = { title: 'siem-logs-*', ...WINDOWS };
  const feed = partOf([entry(4, [minute(30)]), entry(5, [minute(70)])], 5);

  it('shares the plan of rules that stand at the same place, and of no others', () => {
    const windowsOf = createWindowPlanner(feed, NOW);
    const first = windowsOf(rule, { cursor: { seq: 3 } });
    expect(windowsOf({ ...rule }, { cursor: { seq: 3 } })).toBe(first);
    const others = [
      { of: { ...rule, length: 10 * MINUTE }, at: { cursor: { seq: 3 } } },
      { of: { ...rule, every: MINUTE }, at: { cursor: { seq: 3 } } },
      { of: { ...rule, title: 'siem-logs-elblogs-*' }, at: { cursor: { seq: 3 } } },
      { of: { ...rule, title: '*', lookback: HOUR }, at: { cursor: { seq: 3, time: NOW } } },
      { of: { ...rule, title: '*', queryDelay: HOUR }, at: { cursor: { seq: 3, time: NOW } } },
      { of: { ...rule, judgedAfter: MINUTE }, at: { cursor: { time: NOW - HOUR } } },
      { of: rule, at: { cursor: { seq: 4 } } },
      { of: rule, at: { cursor: {}, lastRunAt: NOW } },
    ];
    for (const { of, at } of others) {
      expect(windowsOf(of, at)).toEqual(planWindows(of, at, feed, NOW));
      expect(windowsOf(of, at)).not.toBe(first);
    }
  });
});
