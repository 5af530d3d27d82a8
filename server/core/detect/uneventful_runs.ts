import type { RuleRun } from '../../../common/rule_runs';
import type { Cursor } from './plan_windows';
import { type RuleState, RUNS_KEPT } from './rule_state';

/** What runs that found nothing have changed of a rule's state since its own document was written: little, and the same for all. */
export interface UneventfulRuns {
  at: number;
  epoch: number;
  cursor: Cursor;
  windows: number;
  /** Absent where nothing was searched. */
  run?: Pick<RuleRun, 'at' | 'took' | 'windows' | 'uneventful'>;
}

/** A rule's history with one more run: those in a row that found nothing are told as one. */
export function withRun(recent: readonly RuleRun[], run: RuleRun, uneventful: boolean): RuleRun[] {
  if (!uneventful) return [run, ...recent].slice(0, RUNS_KEPT);
  const before = recent[0]?.uneventful;
  const told = { runs: (before?.runs ?? 0) + 1, since: before?.since ?? run.at };
  return [{ ...run, uneventful: told }, ...recent.slice(before ? 1 : 0)].slice(0, RUNS_KEPT);
}

/** What has to be kept beside a rule's own document of the state that `withUneventful` makes again. */
export function uneventfulOf({ at, epoch, cursor, run: { windows = 0 }, recent }: RuleState): UneventfulRuns {
  const [last] = recent ?? [];
  const run = last?.uneventful && {
    at: last.at,
    took: last.took,
    windows: last.windows,
    uneventful: last.uneventful,
  };
  return { at, epoch, cursor, windows, ...(run && { run }) };
}

/** A rule's state from its own document and what came after; what is older than the document is no news. */
export function withUneventful(doc: RuleState, later: UneventfulRuns | undefined): RuleState {
  if (!later || later.epoch < doc.epoch || (later.epoch === doc.epoch && later.at <= doc.at)) return doc;
  const { at, epoch, cursor, windows, run } = later;
  const earlier = doc.recent ?? [];
  const history = run && [
    { events: 0, made: 0, grown: 0, ...run },
    ...earlier.slice(earlier[0]?.uneventful ? 1 : 0),
  ];
  return {
    ...doc,
    at,
    epoch,
    cursor,
    run: { ...doc.run, lastRunAt: new Date(at).toISOString(), windows, fired: 0 },
    ...(history && { recent: history.slice(0, RUNS_KEPT) }),
  };
}
