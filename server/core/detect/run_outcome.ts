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

const NOTHING_TO_TELL: readonly RuleLogEntry[] = [];

/** What is stored and told of a run once it is over. */
export interface RunOutcome {
  state: RuleState;
  /** It found nothing and changed nothing but how far the rule has searched. */
  uneventful: boolean;
  /** Noteworthy things, for the execution log. */
  log: readonly RuleLogEntry[];
}

/** Whether there is anything to store: a rule that had nothing to search leaves its state alone for a while. */
export function isNoteworthy(run: Run): boolean {
  const { before, planned, error, gaps, startedAt, rule } = run;
  if (run.isOutdated) return false;
  if (!before || planned || error || rule.cron !== undefined) return true;
  return startedAt - before.at >= HEARTBEAT || gaps.length > (before.gaps?.length ?? 0);
}

/** The rule's state after a run, and what of it goes into the execution log. A run that failed as a whole leaves cursor and gaps. */
export function outcomeOf(run: Run, epoch: number): RunOutcome {
  const { before } = run;
  if (before && isUneventful(run, before)) return uneventfulOutcome(run, before, epoch);
  const { gaps, warnings: givenUp } = run.error ? { gaps: before?.gaps ?? [], warnings: [] } : gapsAfter(run);
  const warnings = [...(run.searched?.warnings ?? []), ...givenUp, ...leftOut(run)];
  const error = run.error ?? run.searched?.error;
  const done = runOf(run, warnings, error);
  const waits = run.rule.cron !== undefined && !before && !error;
  const fired = done.made + done.grown;
  const status: RuleStatus = {
    state: waits ? 'waiting' : error || gaps.some(({ tries }) => tries > 0) ? 'failing' : 'ok',
    lastRunAt: done.at,
    windows: done.windows,
    fired,
  };
  const lastAlertAt = fired > 0 ? done.at : before?.run.lastAlertAt;
  if (lastAlertAt !== undefined) status.lastAlertAt = lastAlertAt;
  if (warnings.length > 0) status.warnings = warnings;
  if (gaps.length > 0) status.gaps = gaps.slice(0, GAPS_SHOWN).map((gap) => shown(gap, run));
  if (error) status.lastError = { code: error.code, message: error.message, at: done.at };
  else if (status.state === 'failing' && before?.run.lastError) status.lastError = before.run.lastError;
  const state: RuleState & { recent: RuleRun[] } = {
    kind: 'rule',
    rule_id: run.rule.id,
    rule_created_at: run.rule.createdAt,
    status: status.state,
    // One with a cron line is due again at once where it failed as a whole, not at its next time.
    at: (run.error && run.rule.cron !== undefined && before?.at) || run.startedAt,
    epoch,
    version: run.rule.version,
    cursor: run.error ? (before?.cursor ?? {}) : run.cursor,
    run: status,
    recent: before?.recent ?? [],
  };
  if (gaps.length > 0) {
    state.gaps = gaps;
    state.gapLength = gapLengthOf(run);
  }
  const log = logOf(run, state, done);
  if (run.planned || error) state.recent = withRun(state.recent, done, false);
  return { state, uneventful: false, log };
}

/** Whether all went well, nothing was found, and there is nothing to tell of, before or now: so it is with most runs. */
function isUneventful(run: Run, before: RuleState): boolean {
  const { searched, rule, gaps, taken, error } = run;
  if (before.status !== 'ok' || before.version !== rule.version) return false;
  if (before.gaps || before.run.warnings || error || gaps.length > 0 || taken.length > 0) return false;
  if (searched && (searched.error || searched.findings.length > 0 || searched.warnings)) return false;
  return !hasCaughtUp(run);
}

function uneventfulOutcome(run: Run, before: RuleState, epoch: number): RunOutcome {
  const { rule, startedAt: at, cursor, planned } = run;
  const done = runOf(run, [], undefined);
  const status: RuleStatus = { state: 'ok', lastRunAt: done.at, windows: done.windows, fired: 0 };
  const { lastAlertAt } = before.run;
  if (lastAlertAt !== undefined) status.lastAlertAt = lastAlertAt;
  const { recent = [] } = before;
  const state: RuleState = {
    kind: 'rule',
    rule_id: rule.id,
    rule_created_at: rule.createdAt,
    status: 'ok',
    at,
    epoch,
    version: rule.version,
    cursor,
    run: status,
    recent: planned ? withRun(recent, done, true) : recent,
  };
  return { state, uneventful: true, log: NOTHING_TO_TELL };
}

function gapsAfter(run: Run): { gaps: readonly Gap[]; warnings: readonly string[] } {
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

function leftOut({ left }: Run): string[] {
  return left > 0
    ? [`${counted(left, 'more alert')} due in this run and not made, since they were too many.`]
    : [];
}

function shown({ from, to, reason }: Gap, run: Run): { from: string; to: string; reason: string } {
  return { from: iso(from - gapLengthOf(run)), to: iso(to), reason };
}

/** A run that failed as a whole leaves the gaps as they were. */
function gapLengthOf({ windows, before, error }: Run): number {
  return (error ? before?.gapLength : windows?.length) ?? 0;
}

function logOf(run: Run, state: RuleState, done: RuleRun): RuleLogEntry[] {
  const { before } = run;
  const wasFailing = before?.status === 'failing';
  const opened = state.gaps?.find(({ from, tries }) => tries < 2 && !covers(before?.gaps, from));
  const entries: RuleLogEntry[] = [];
  const note = (action: RuleLogEvent, message: string) =>
    entries.push({
      '@timestamp': done.at,
      event: { kind: 'event', module: 'aws_siem', action },
      rule: { id: run.rule.id, name: run.rule.name },
      message,
      run: done,
    });
  if (run.made > 0) note('fired', `${counted(run.made, 'new alert')}, ${run.grown} grew.`);
  if (done.error && (!wasFailing || before.run.lastError?.message !== done.error.message)) {
    note('failed', done.error.message);
  }
  if (wasFailing && state.status === 'ok') note('recovered', 'The rule runs again.');
  if (opened) {
    note('gap_opened', `Windows up to ${iso(opened.to)} are still to be searched. ${opened.reason}`);
  }
  if (run.taken.length > 0 && !run.searched?.error && !run.error) {
    note('gap_filled', `${counted(run.taken.length, 'gap')} searched, ${state.gaps?.length ?? 0} left.`);
  }
  if (before && hasCaughtUp(run)) {
    const minutes = Math.round((run.startedAt - before.at) / 60_000);
    note('caught_up', `After ${minutes} minutes without a run, ${done.windows} windows were searched.`);
  }
  if (done.warnings && done.warnings.join() !== before?.run.warnings?.join()) {
    note('capped', done.warnings.join(' '));
  }
  return entries;
}

function hasCaughtUp({ before, startedAt, planned, rule }: Run): boolean {
  return (
    before !== undefined && startedAt - before.at > LONG && planned !== undefined && rule.cron === undefined
  );
}

function covers(gaps: readonly Gap[] | undefined, end: number): boolean {
  return gaps?.some(({ from, to }) => from <= end && end <= to) ?? false;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
