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

/** Rules of which the same is kept but for how long their searches took: a slice's rules run at one time and mostly search the same windows. */
export interface RunsTogether extends Omit<UneventfulRuns, 'run'> {
  run?: Omit<NonNullable<UneventfulRuns['run']>, 'took'>;
  rules: string[];
  /** Milliseconds, in the order of `rules`; absent where nothing was searched. */
  took?: number[];
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

/** What is kept of each rule, by id, in as few words as it can be told; `ruleByRule` is the way back. */
export function together(runs: ReadonlyMap<string, UneventfulRuns>): RunsTogether[] {
  // Few are different, so that looking through them costs less than making a key of each.
  const found: RunsTogether[] = [];
  for (const [id, uneventful] of runs) {
    const { at, epoch, cursor, windows, run } = uneventful;
    let same = found.find((each) => isOneOf(each, uneventful));
    if (!same) {
      same = { at, epoch, cursor, windows, rules: [] };
      if (run) {
        same.run = { at: run.at, windows: run.windows, uneventful: run.uneventful };
        same.took = [];
      }
      found.push(same);
    }
    same.rules.push(id);
    if (run) same.took?.push(run.took);
  }
  return found;
}

function isOneOf(together: RunsTogether, { at, epoch, cursor, windows, run }: UneventfulRuns): boolean {
  return (
    together.at === at &&
    together.epoch === epoch &&
    together.cursor.seq === cursor.seq &&
    together.cursor.time === cursor.time &&
    together.windows === windows &&
    together.run?.at === run?.at &&
    together.run?.windows === run?.windows &&
    together.run?.uneventful?.runs === run?.uneventful?.runs &&
    together.run?.uneventful?.since === run?.uneventful?.since
  );
}

export function ruleByRule(all: readonly RunsTogether[]): Map<string, UneventfulRuns> {
  const runs = new Map<string, UneventfulRuns>();
  for (const { rules, took, run, ...same } of all) {
    rules.forEach((id, place) =>
      runs.set(id, { ...same, ...(run && { run: { ...run, took: took?.[place] ?? 0 } }) }),
    );
  }
  return runs;
}
