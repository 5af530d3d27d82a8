import fc from 'fast-check';
import { sampleAlert } from '../notify/sample_alert';
import type { RunnableRule } from '../manage/rules';
import { alertWrites } from './alert_document';
import { episodesOf, type OpenAlert } from './episodes';
import type { Finding } from './rule_type';
import { addWindows } from './window_counts';

const MINUTE = 60_000;
const LENGTH = 5 * MINUTE;

function fired(end: number, count = 3): Finding {
  return {
    window: { from: end * MINUTE - LENGTH, to: end * MINUTE },
    group: [{ field: 'user.name', value: 'alice' }],
    value: count,
    limit: 3,
    count,
    firstSeen: end * MINUTE - 2 * MINUTE,
    lastSeen: end * MINUTE - MINUTE,
    reason: `${count} events`,
  };
}

const rule: RunnableRule = {
  id: 'r1',
  version: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  name: 'Rule',
  type: 'threshold',
  enabled: true,
  index: { title: 'siem-logs-*', timeField: '@timestamp' },
  query: '',
  filters: [],
  params: {},
  interval: '5m',
  severity: 'low',
  channels: [],
};

/** The stored alerts after `findings`, in one run. */
function evaluate(stored: OpenAlert[], findings: Finding[], quietFor = LENGTH): OpenAlert[] {
  const open = stored.filter(({ document }) => !document.alert.merged_into);
  const alerts = new Map(stored.map((alert) => [alert.id, alert]));
  for (const episode of episodesOf(findings, open, { length: LENGTH, quietFor })) {
    for (const { id, index, whenNew, top, alert } of alertWrites(rule, episode, LENGTH, 1)) {
      const before = alerts.get(id)?.document ?? whenNew;
      alerts.set(id, { id, index, document: { ...before, ...top, alert: { ...before.alert, ...alert } } });
    }
  }
  return [...alerts.values()];
}

const live = (alerts: OpenAlert[]) => alerts.filter(({ document }) => !document.alert.merged_into);

describe('episodes', () => {
  it('join windows that adjoin and part those that are quiet long enough', () => {
    expect(live(evaluate([], [fired(5), fired(10), fired(15)]))).toHaveLength(1);
    expect(live(evaluate([], [fired(5), fired(15)]))).toHaveLength(2);
    expect(live(evaluate([], [fired(5), fired(15)], 2 * LENGTH))).toHaveLength(1);
  });

  it('keep id and month of an alert when earlier windows fire later', () => {
    const first = evaluate([], [fired(10)]);
    const grown = evaluate(first, [fired(5), fired(10)]);
    expect(grown).toHaveLength(1);
    expect(grown[0]?.id).toBe(first[0]?.id);
    expect(grown[0]?.document.alert).toMatchObject({ count: 6, first_seen: '1970-01-01T00:03:00.000Z' });
  });

  it('merge alerts that late data bridges into the oldest', () => {
    const [a, b, c] = evaluate([], [fired(5), fired(15), fired(25)]);
    const merged = evaluate([a, b, c] as OpenAlert[], [fired(10), fired(20)]);
    expect(live(merged).map(({ id }) => id)).toEqual([a?.id]);
    expect(merged.map(({ document }) => document.alert.merged_into)).toEqual([undefined, a?.id, a?.id]);
    expect(live(merged)[0]?.document.alert).toMatchObject({ count: 15, value: 3 });
  });

  it('come out the same whatever the order, the batches and the repeats in which windows fire', () => {
    const batches = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(batches, (runs) => {
        let stored: OpenAlert[] = [];
        for (const ends of runs) {
          const findings = [...new Set(ends)].map((n) => fired(n * 5));
          stored = evaluate(stored, findings);
          expect(summary(evaluate(stored, findings))).toEqual(summary(stored));
        }
        const together = evaluate(
          [],
          [...new Set(runs.flat())].map((n) => fired(n * 5)),
        );
        expect(summary(stored)).toEqual(summary(together));
      }),
    );
  });

  const summary = (alerts: OpenAlert[]) =>
    live(alerts)
      .map(({ document: { alert } }) => [alert.windows, alert.count, alert.first_seen, alert.last_seen])
      .sort();
});

describe('the windows of an alert', () => {
  const none: Parameters<typeof addWindows>[0] = [];

  it('count events once though they overlap', () => {
    const ends = [5, 6, 7, 10].map((end) => fired(end, end));
    expect(addWindows(none, ends, LENGTH).count).toBe(5 + 10);
    expect(addWindows(none, [...ends, fired(12, 20)], LENGTH).count).toBe(20 + 7);
  });

  it('keep the newest hundred, and the count of all', () => {
    let alert = sampleAlert(0).alert;
    alert = { ...alert, ...addWindows(none, [fired(5)], LENGTH) };
    for (let end = 10; end <= 1_000; end += 5)
      alert = { ...alert, ...addWindows([alert], [fired(end)], LENGTH) };
    expect(alert.windows).toHaveLength(100);
    expect(alert.count).toBe(200 * 3);
    const again = addWindows([alert], [fired(5), fired(100), fired(1_000)], LENGTH);
    expect(again.count).toBe(200 * 3);
  });
});
