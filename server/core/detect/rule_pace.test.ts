import type { RunnableRule } from '../manage/rules';
import { isDue, paceOf } from './rule_pace';
import type { RuleState } from './rule_state';

const NOW = Date.parse('2026-01-15T12:00:00Z');
const rule = (changes: Partial<RunnableRule>) => ({ interval: '5m', ...changes }) as RunnableRule;
/** The state after a run so many seconds ago, whose searches of so many windows took `took` milliseconds. */
const ranBefore = (seconds: number, took = 0, windows = 2) => {
  const at = NOW - seconds * 1_000;
  return { at, recent: [{ at: new Date(at).toISOString(), took, windows }] } as unknown as RuleState;
};
/** Its last run at its time was a day before; one so many seconds ago failed as a whole. */
const failedBefore = (seconds: number, took: number): RuleState => {
  const state = ranBefore(seconds, took);
  const [last] = state.recent ?? [];
  return {
    ...state,
    at: NOW - 86_400_000,
    recent: [{ ...last, error: { code: 'x', message: '' } }] as never,
  };
};
/** With a gap that is tried in so many seconds. */
const withGap = (seconds: number, state: RuleState): RuleState => ({
  ...state,
  gaps: [{ from: NOW, to: NOW, reason: '', tries: 1, nextAt: NOW + seconds * 1_000 }],
});

describe('the pace of rules', () => {
  it('follows short intervals and looks at the feed every minute at least', () => {
    expect(paceOf(rule({ interval: '10s' }))).toBe(9_000);
    expect(paceOf(rule({ interval: '1h' }))).toBe(59_000);
    expect(paceOf(rule({ interval: '1h', cron: '0 6 * * *' }))).toBe(10_000);
  });

  it.each([
    ['a new one', {}, undefined, true],
    ['one of a pass that came a little early', {}, ranBefore(49), true],
    ['one that ran just now', {}, ranBefore(40), false],
    ['one with a short interval', { interval: '10s' }, ranBefore(9), true],
    ['one whose clock was set back', {}, ranBefore(-3_600), true],
    ['a slow one before it has rested', {}, ranBefore(100, 20_000), false],
    ['a slow one after its rest', {}, ranBefore(181, 20_000), true],
    ['one that searched a day back, as if it had been an hour', {}, ranBefore(59, 60_000, 288), true],
    ['one that searched a day back, before that', {}, ranBefore(179, 480_000, 288), false],
    ['a slow one of long windows', { interval: '12h' }, ranBefore(100, 20_000, 1), false],
    ['one whose time has come', { cron: '0 12 * * *' }, ranBefore(3_600), true],
    ['one whose time has come and was used', { cron: '0 12 * * *' }, ranBefore(0), false],
    ['one whose time is to come', { cron: '30 12 * * *' }, ranBefore(1_700), false],
    ['one with a gap to fill before its time', { cron: '30 12 * * *' }, withGap(-1, ranBefore(60)), true],
    ['one with a gap that waits', { cron: '30 12 * * *' }, withGap(30, ranBefore(60)), false],
    ['one whose run at its time failed', { cron: '0 6 * * *' }, failedBefore(10, 100), true],
    ['a slow one whose run at its time failed', { cron: '0 6 * * *' }, failedBefore(10, 20_000), false],
    ['a slow one with a gap', { cron: '30 12 * * *' }, withGap(-1, ranBefore(60, 20_000)), false],
  ] as Array<[string, Partial<RunnableRule>, RuleState | undefined, boolean]>)(
    'runs %s or not',
    (_, changes, state, due) => expect(isDue(rule(changes), state, NOW)).toBe(due),
  );

  it('leaves it to the run to say what is wrong with a cron line', () => {
    expect(isDue(rule({ cron: 'often' }), ranBefore(60), NOW)).toBe(true);
  });
});
