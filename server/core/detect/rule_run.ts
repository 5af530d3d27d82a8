import { durationMs } from '../../../common/duration';
import { asSiemError, type SiemError } from '../errors';
import type { RunnableRule } from '../manage/rules';
import { parseCron } from './cron';
import type { FeedPart } from './feed_memory';
import { addGap, type Gap, takeDueGaps } from './gaps';
import { type Cursor, planWindows } from './plan_windows';
import type { PreparedRule } from './prepare_rule';
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
  before?: RuleState;
  /** Epoch milliseconds. */
  startedAt: number;
  /** Where the cursor goes unless the run fails as a whole. */
  cursor: Cursor;
  windows?: Windows;
  /** Absent where nothing has to be searched. */
  planned?: PlannedSearch;
  /** Gaps that this run tries to fill, and all others. */
  taken: Gap[];
  gaps: Gap[];
  /** Windows in which only old events were loaded on request. */
  backfill: Set<number>;
  searched?: Searched;
  /** Alerts newly made, grown, and not made because they were too many. */
  made: number;
  grown: number;
  left: number;
  /** Why the run failed as a whole; it is repeated from where it began. */
  error?: SiemError;
}

interface Planning {
  type(id: string): RuleType;
  prepare(rule: RunnableRule, type: RuleType): Promise<PreparedRule>;
  feed: FeedPart;
  now: number;
}

/** What a rule has to search now. Never fails: the run has the error. */
export async function planRun(
  rule: RunnableRule,
  before: RuleState | undefined,
  { type: typeOf, prepare, feed, now }: Planning,
): Promise<Run> {
  const run: Run = {
    rule,
    ...(before && { before }),
    startedAt: now,
    cursor: before?.cursor ?? {},
    taken: [],
    gaps: before?.gaps ?? [],
    backfill: new Set(),
    made: 0,
    grown: 0,
    left: 0,
  };
  try {
    const type = typeOf(rule.type);
    if (rule.cron !== undefined) {
      parseCron(rule.cron);
      if (!before) return run;
    }
    const windows: Windows = {
      timeField: rule.index.timeField,
      length: durationMs(type.windowOf(rule.params, rule.interval)),
      every: durationMs(rule.interval),
    };
    const plan = planWindows(
      { ...windows, title: rule.index.title, ...delaysOf(rule, type) },
      { cursor: run.cursor, ...(before && { lastRunAt: before.at }) },
      feed,
      now,
    );

    // A changed rule may search what it could not before.
    const changed = before?.version !== undefined && before.version !== rule.version;
    let gaps = changed ? run.gaps.map((gap) => ({ ...gap, nextAt: now })) : run.gaps;
    for (const later of plan.later) gaps = addGap(gaps, { ...later, tries: 0, nextAt: now }, windows.every);
    const longest = GAP_PIECES * Math.max(SHORTEST_PIECE, windows.length);
    const { taken, kept } = takeDueGaps(gaps, { every: windows.every, longest, now });

    const backfill = taken.filter((gap) => gap.backfill).flatMap((gap) => endsOf(gap, windows));
    const missed = taken.filter((gap) => !gap.backfill).flatMap((gap) => endsOf(gap, windows));
    const present = new Set([...plan.ends, ...missed]);
    const ends = new Set([...present, ...backfill]);
    const prepared = ends.size > 0 ? await prepare(rule, type) : undefined;
    return {
      ...run,
      windows,
      cursor: plan.cursor,
      taken,
      gaps: kept,
      backfill: new Set(backfill.filter((end) => !present.has(end))),
      ...(prepared && { planned: { rule, type, prepared, windows, ends } }),
    };
  } catch (error) {
    return { ...run, error: asSiemError(error) };
  }
}

function delaysOf(rule: RunnableRule, type: RuleType) {
  const judgedAfter = type.judgedAfter?.(rule.params);
  return {
    ...(judgedAfter !== undefined && { judgedAfter: durationMs(judgedAfter) }),
    ...(rule.queryDelay !== undefined && { queryDelay: durationMs(rule.queryDelay) }),
    ...(rule.lookback !== undefined && { lookback: durationMs(rule.lookback) }),
  };
}

/** Where the interval was changed since, those that the rule has now. */
function endsOf({ from, to }: Gap, { every }: Windows): number[] {
  return [...windowsBetween(from - 1, to + every - 1, { every })];
}
