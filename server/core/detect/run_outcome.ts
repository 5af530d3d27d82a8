import type { RuleStatus } from '../../../common/rule';
import type { RuleLogEntry, RuleLogEvent, RuleRun } from '../../../common/rule_runs';
import { counted } from '../counted';
import { addFailed, dropOldGaps, type Gap } from './gaps';
import type { Run } from './rule_run';
import type { RuleState } from './rule_state';
import { withRun } from './uneventful_runs';

const GAPS_SHOWN = 10;
/** A rule that has nothing to search says so this often. */
const HEARTBEAT = 300_000;
/** A rule that did not run for longer has been catching up. */
const LONG = 900_000;

/** What is stored and told of a run once it is over. */
export interface RunOutcome {
  state: RuleState;
  /** It found nothing and changed nothing but how far the rule has searched. */
  uneventful: boolean;
  /** Noteworthy things, for the execution log. */
  log: RuleLogEntry[];
}

/** Whether there is anything to store: a rule that had nothing to search leaves its state alone for a while. */
export function isNoteworthy(run: Run): boolean {
  const { before, planned, error, gaps, startedAt, rule } = run;
  if (!before || planned || error || rule.cron !== undefined) return true;
  return startedAt - before.at >= HEARTBEAT || gaps.length > (before.gaps?.length ?? 0);
}

/** The rule's state after a run, and what of it goes into the execution log. A run that failed as a whole leaves cursor and gaps. */
export function outcomeOf(run: Run, epoch: number): RunOutcome {
  const { before } = run;
  const { gaps, warnings: givenUp } = run.error ? { gaps: before?.gaps ?? [], warnings: [] } : gapsAfter(run);
  const warnings = [...(run.searched?.warnings ?? []), ...givenUp, ...leftOut(run)];
  const error = run.error ?? run.searched?.error;
  const done = runOf(run, warnings, error);
  const waits = run.rule.cron !== undefined && !before && !error;
  const status: RuleStatus = {
    state: waits ? 'waiting' : error || gaps.some(({ tries }) => tries > 0) ? 'failing' : 'ok',
    lastRunAt: done.at,
    windows: done.windows,
    fired: done.made + done.grown,
    ...lastAlert(run, done),
    ...(warnings.length > 0 && { warnings }),
    ...(gaps.length > 0 && { gaps: gaps.slice(0, GAPS_SHOWN).map((gap) => shown(gap, run)) }),
  };
  const lastError = error
    ? { code: error.code, message: error.message, at: done.at }
    : status.state === 'failing'
      ? before?.run.lastError
      : undefined;
  const state: RuleState = {
    kind: 'rule',
    rule_id: run.rule.id,
    status: status.state,
    at: run.startedAt,
    epoch,
    version: run.rule.version,
    cursor: run.error ? (before?.cursor ?? {}) : run.cursor,
    ...(gaps.length > 0 && { gaps }),
    run: { ...status, ...(lastError && { lastError }) },
  };
  const log = logOf(run, state, done);
  const uneventful = isUneventful(before, state, done) && log.length === 0;
  const recent = before?.recent ?? [];
  return {
    state: { ...state, recent: run.planned || error ? withRun(recent, done, uneventful) : recent },
    uneventful,
    log,
  };
}

function isUneventful(before: RuleState | undefined, state: RuleState, done: RuleRun): boolean {
  return (
    before?.status === 'ok' &&
    state.status === 'ok' &&
    before.version === state.version &&
    [before, state].every(({ gaps, run: { warnings } }) => !gaps && !warnings) &&
    done.events + done.made + done.grown === 0
  );
}

function gapsAfter(run: Run): { gaps: Gap[]; warnings: string[] } {
  const { gaps, taken, searched, windows, backfill, startedAt: now } = run;
  if (!windows || !searched?.error) return dropOldGaps(gaps, now);
  const failed = { ends: searched.failed, reason: searched.error.message };
  return dropOldGaps(addFailed(gaps, taken, failed, { every: windows.every, now, backfill }), now);
}

function runOf(
  { startedAt, searched, planned, made, grown }: Run,
  warnings: string[],
  error: Run['error'],
): RuleRun {
  return {
    at: iso(startedAt),
    took: searched?.took ?? 0,
    windows: planned?.ends.size ?? 0,
    events: (searched?.findings ?? []).reduce((sum, { count }) => sum + count, 0),
    made,
    grown,
    ...(warnings.length > 0 && { warnings }),
    ...(error && { error: { code: error.code, message: error.message } }),
  };
}

function lastAlert({ before }: Run, { at, made, grown }: RuleRun): Pick<RuleStatus, 'lastAlertAt'> {
  const lastAlertAt = made + grown > 0 ? at : before?.run.lastAlertAt;
  return lastAlertAt === undefined ? {} : { lastAlertAt };
}

function leftOut({ left }: Run): string[] {
  return left > 0
    ? [`${counted(left, 'more alert')} due in this run and not made, since they were too many.`]
    : [];
}

function shown({ from, to, reason }: Gap, { windows }: Run): { from: string; to: string; reason: string } {
  return { from: iso(from - (windows?.length ?? 0)), to: iso(to), reason };
}

function logOf(run: Run, state: RuleState, done: RuleRun): RuleLogEntry[] {
  const { before } = run;
  const wasFailing = before?.status === 'failing';
  const opened = state.gaps?.find(({ from, tries }) => tries < 2 && !covers(before?.gaps, from));
  const events: Array<[RuleLogEvent, string] | false | undefined> = [
    run.made > 0 && ['fired', `${counted(run.made, 'new alert')}, ${run.grown} grew.`],
    done.error &&
      (!wasFailing || before.run.lastError?.message !== done.error.message) && ['failed', done.error.message],
    wasFailing && state.status === 'ok' && ['recovered', 'The rule runs again.'],
    opened && ['gap_opened', `Windows up to ${iso(opened.to)} are still to be searched. ${opened.reason}`],
    run.taken.length > 0 &&
      !run.searched?.error &&
      !run.error && [
        'gap_filled',
        `${counted(run.taken.length, 'gap')} searched, ${state.gaps?.length ?? 0} left.`,
      ],
    before &&
      run.planned &&
      run.rule.cron === undefined &&
      run.startedAt - before.at > LONG && [
        'caught_up',
        `After ${Math.round((run.startedAt - before.at) / 60_000)} minutes without a run, ${done.windows} windows were searched.`,
      ],
    done.warnings &&
      done.warnings.join() !== before?.run.warnings?.join() && ['capped', done.warnings.join(' ')],
  ];
  return events.flatMap((event) => {
    if (!event) return [];
    const [action, message] = event;
    return [
      {
        '@timestamp': done.at,
        event: { kind: 'event' as const, module: 'aws_siem' as const, action },
        rule: { id: run.rule.id, name: run.rule.name },
        message,
        run: done,
      },
    ];
  });
}

function covers(gaps: readonly Gap[] | undefined, end: number): boolean {
  return gaps?.some(({ from, to }) => from <= end && end <= to) ?? false;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
