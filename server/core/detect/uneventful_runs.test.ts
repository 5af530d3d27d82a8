import fc from 'fast-check';
import type { RuleRun } from '../../../common/rule_runs';
import type { RuleState } from './rule_state';
import {
  ruleByRule,
  together,
  type UneventfulRuns,
  uneventfulOf,
  withRun,
  withUneventful,
} from './uneventful_runs';

const NOON = Date.parse('2026-01-15T12:00:00Z');
const MINUTE = 60_000;
const iso = (minute: number) => new Date(NOON + minute * MINUTE).toISOString();

const ran = (minute: number, more: Partial<RuleRun> = {}): RuleRun => ({
  at: iso(minute),
  took: minute,
  windows: 2,
  events: 0,
  made: 0,
  grown: 0,
  ...more,
});

const state = (minute: number, recent: RuleRun[], more: Partial<RuleState> = {}): RuleState => ({
  kind: 'rule',
  rule_id: 'r',
  rule_created_at: '2026-01-01T00:00:00.000Z',
  status: 'ok',
  at: NOON + minute * MINUTE,
  epoch: minute,
  version: 3,
  cursor: { seq: minute, time: NOON + minute * MINUTE },
  run: { state: 'ok', lastRunAt: iso(minute), windows: 2, fired: 0, lastAlertAt: iso(-60) },
  recent,
  ...more,
});

describe('runs that found nothing', () => {
  it('are told as one while they are in a row', () => {
    let recent = withRun([], ran(0, { made: 1 }), false);
    for (const minute of [1, 2, 3]) recent = withRun(recent, ran(minute), true);
    recent = withRun(recent, ran(4, { grown: 1 }), false);
    recent = withRun(recent, ran(5), true);
    expect(recent).toEqual([
      ran(5, { uneventful: { runs: 1, since: iso(5) } }),
      ran(4, { grown: 1 }),
      ran(3, { uneventful: { runs: 3, since: iso(1) } }),
      ran(0, { made: 1 }),
    ]);
  });

  it('leave room for the twenty last', () => {
    let recent: RuleRun[] = [];
    for (let minute = 0; minute < 30; minute++) recent = withRun(recent, ran(minute, { made: 1 }), false);
    recent = withRun(recent, ran(30), true);
    expect(recent).toHaveLength(20);
    expect(recent[19]?.at).toBe(iso(11));
  });

  it.each<[string, RuleRun[]]>([
    ['after one that found something', [ran(0, { made: 1 })]],
    [
      'after others that found nothing',
      [ran(0, { uneventful: { runs: 7, since: iso(-7) } }), ran(-8, { made: 1 })],
    ],
    ['after none', []],
  ])('make the same state again from what is kept beside the document, %s', (_, recent) => {
    const own = state(0, recent);
    let later = own;
    for (const minute of [1, 2]) {
      later = state(minute, withRun(later.recent ?? [], ran(minute), true));
    }
    expect(withUneventful(own, uneventfulOf(later))).toEqual(later);
  });

  it('keep the history as it is where nothing was searched', () => {
    const own = state(0, [ran(0, { made: 1 })]);
    const later = state(5, own.recent ?? [], { run: { ...own.run, lastRunAt: iso(5), windows: 0 } });
    expect(withUneventful(own, uneventfulOf(later))).toEqual(later);
  });

  it('are no news where the document is newer, and an earlier holder of the lease never is', () => {
    const own = state(3, [ran(3, { made: 1 })]);
    expect(withUneventful(own, undefined)).toBe(own);
    expect(withUneventful(own, uneventfulOf(state(2, [ran(2)])))).toBe(own);
    expect(withUneventful(own, uneventfulOf(state(3, [ran(3)])))).toBe(own);
    expect(withUneventful(own, uneventfulOf(state(9, [ran(9)], { epoch: 2 })))).toBe(own);
  });

  it('are told of a slice in as many words as they differ', () => {
    const same = uneventfulOf(state(4, [ran(4, { uneventful: { runs: 3, since: iso(1) } })]));
    const longer = { ...same, run: { ...same.run!, took: 900 } };
    const idle: UneventfulRuns = { at: same.at, epoch: 4, cursor: same.cursor, windows: 0 };
    const all = new Map([
      ['a', same],
      ['idle', idle],
      ['b', longer],
    ]);
    expect(together(all)).toEqual([
      {
        at: same.at,
        epoch: 4,
        cursor: same.cursor,
        windows: 2,
        run: { at: iso(4), windows: 2, uneventful: { runs: 3, since: iso(1) } },
        rules: ['a', 'b'],
        took: [4, 900],
      },
      { ...idle, rules: ['idle'] },
    ]);
  });

  it('are the same for each rule after they were told together', () => {
    const number = fc.integer({ min: 0, max: 2 });
    const kept = fc.record({
      at: number,
      epoch: number,
      cursor: fc.record({ seq: number, time: number }, { requiredKeys: [] }),
      windows: number,
      run: fc.option(
        fc.record({
          at: number.map(iso),
          took: number,
          windows: number,
          uneventful: fc.record({ runs: number, since: number.map(iso) }),
        }),
        { nil: undefined },
      ),
    });
    const rules = fc.dictionary(fc.string(), kept, { maxKeys: 30 });
    fc.assert(
      fc.property(rules, (byId) => {
        const runs = new Map(Object.entries(byId as Record<string, UneventfulRuns>));
        const stored = JSON.parse(JSON.stringify(together(runs))) as ReturnType<typeof together>;
        expect(ruleByRule(stored)).toEqual(runs);
      }),
    );
  });
});
