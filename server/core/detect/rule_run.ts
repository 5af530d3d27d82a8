import { durationMs } from '../../../common/duration';
import { asSiemError, type SiemError } from '../errors';
import type { RunnableRule } from '../manage/rules';
import { parseCron } from './cron';
import { addGap, type Gap, resized, takeDueGaps } from './gaps';
import type { Cursor, WindowPlanner } from './plan_windows';
import type { PreparedRule } from './prepare_rule';
import { isItsTime } from './rule_pace';
import type { RuleState } from './rule_state';
import type { RuleType, Windows } from './rule_type';
import { type PlannedSearch, type Searched, SHORTEST_PIECE } from './search_windows';
import { windowsBetween } from './windows';

/** Gaps are filled in so many pieces a run, so that the present is not held up. */
const GAP_PIECES = 24;

/** A rule that is due, and what becomes of it. */
export interface Run {
  rule: RunnableRule;
  /** Absent before the first run. */
  before: RuleState | undefined;
  /** Epoch milliseconds. */
  startedAt: number;
  /** Where the cursor goes unless the run fails as a whole. */
  cursor: Cursor;
  windows: Windows | undefined;
  /** Absent where nothing has to be searched. */
  planned: PlannedSearch | undefined;
  /** Gaps that this run tries to fill, and all others. */
  taken: readonly Gap[];
  gaps: readonly Gap[];
  /** Windows in which only old events were loaded on request. */
  backfill: ReadonlySet<number>;
  searched: Searched | undefined;
  /** Alerts newly made, grown, and not made because they were too many. */
  made: number;
  grown: number;
  left: number;
  /** Why the run failed as a whole; it is repeated from where it began. */
  error: SiemError | undefined;
  /** The rule has changed, or is gone, since it was searched for: nothing comes of the run. */
  isOutdated: boolean;
}

interface Planning {
  type(id: string): RuleType;
  prepare(rule: RunnableRule, type: RuleType): PreparedRule | Promise<PreparedRule>;
  windowsOf: WindowPlanner;
  now: number;
}

const NOTHING: ReadonlySet<number> = new Set();

/** What a rule has to search now; at once where it is prepared. Never fails: the run has the error. */
export function planRun(
  rule: RunnableRule,
  before: RuleState | undefined,
  planning: Planning,
): Run | Promise<Run> {
  // All fields from the start: many thousands of these are made in each pass.
  const run: Run = {
    rule,
    before,
    startedAt: planning.now,
    cursor: before?.cursor ?? {},
    windows: undefined,
    planned: undefined,
    taken: [],
    gaps: before?.gaps ?? [],
    backfill: NOTHING,
    searched: undefined,
    made: 0,
    grown: 0,
    left: 0,
    error: undefined,
    isOutdated: false,
  };
  const failed = (error: unknown) => {
    run.error = asSiemError(error);
    return run;
  };
  try {
    const type = planning.type(rule.type);
    const ends = planInto(run, type, planning);
    const { windows } = run;
    if (!windows || ends.size === 0) return run;
    const plan = (prepared: PreparedRule) => {
      run.planned = { rule, type, prepared, windows, ends };
      return run;
    };
    const prepared = planning.prepare(rule, type);
    return prepared instanceof Promise ? prepared.then(plan).catch(failed) : plan(prepared);
  } catch (error) {
    return failed(error);
  }
}

/** Ends of the windows that are to be searched; whatever else follows is in the run. */
function planInto(run: Run, type: RuleType, { windowsOf, now }: Planning): ReadonlySet<number> {
  const { rule, before } = run;
  if (rule.cron !== undefined) {
    parseCron(rule.cron);
    if (!before) return NOTHING;
  }
  const windows: Windows = {
    timeField: rule.index.timeField,
    length: durationMs(type.windowOf(rule.params, rule.interval)),
    every: durationMs(rule.interval),
  };
  const judgedAfter = milliseconds(type.judgedAfter?.(rule.params));
  const plan =
    before && !isItsTime(rule, before, now)
      ? { ends: NOTHING, later: [], cursor: run.cursor }
      : windowsOf(
          {
            title: rule.index.title,
            length: windows.length,
            every: windows.every,
            judgedAfter,
            queryDelay: milliseconds(rule.queryDelay),
            lookback: milliseconds(rule.lookback),
          },
          { cursor: run.cursor, lastRunAt: before?.at },
        );

  // A changed rule may search what it could not before.
  const changed = before?.version !== undefined && before.version !== rule.version;
  const { gapLength = windows.length } = before ?? {};
  let gaps = changed ? run.gaps.map((gap) => ({ ...gap, nextAt: now })) : run.gaps;
  if (gapLength !== windows.length) {
    gaps = resized(gaps, { from: gapLength, to: windows.length, byClock: judgedAfter !== undefined });
  }
  for (const later of plan.later) gaps = addGap(gaps, { ...later, tries: 0, nextAt: now }, windows.every);
  const longest = GAP_PIECES * Math.max(SHORTEST_PIECE, windows.length);
  const { taken, kept } = takeDueGaps(gaps, { every: windows.every, longest, now });

  const missed = taken.filter((gap) => !gap.backfill).flatMap((gap) => endsOf(gap, windows));
  const backfill = taken.filter((gap) => gap.backfill).flatMap((gap) => endsOf(gap, windows));
  const present = missed.length > 0 ? new Set([...plan.ends, ...missed]) : plan.ends;
  const ends = backfill.length > 0 ? new Set([...present, ...backfill]) : present;
  run.windows = windows;
  run.cursor = plan.cursor;
  run.taken = taken;
  run.gaps = kept;
  if (backfill.length > 0) run.backfill = new Set(backfill.filter((end) => !present.has(end)));
  return ends;
}

function milliseconds(duration: string | undefined): number | undefined {
  return duration === undefined ? undefined : durationMs(duration);
}

/** Where the interval was changed since, those that the rule has now. */
function endsOf({ from, to }: Gap, { every }: Windows): number[] {
  return [...windowsBetween(from - 1, to + every - 1, { every })];
}
