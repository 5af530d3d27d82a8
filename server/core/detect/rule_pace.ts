import { durationMs } from '../../../common/duration';
import { paceOfInterval } from '../../../common/rule_pace';
import type { RunnableRule } from '../manage/rules';
import { type Cron, parseCron } from './cron';
import type { RuleState } from './rule_state';

/** What a run itself may take (its turn, the searches, the alert's refresh), so that alerts come within the interval and little more. */
const HEAD_START = 1_000;
/** How late a rule with a cron line may begin. */
const CRON_PACE = 10_000;
/** Passes begin a little late each time; a rule that is due in the last fifth of its pace goes with this one. */
const EARLY = 0.8;
/** A rule searches for at most a tenth of the time, so that one that is slow leaves its slice to the others. */
const REST_PER_SEARCH = 9;
/** A run over windows of more time than this, or than one interval, looked back; the next one takes so much less. */
const ORDINARY = 3_600_000;

const crons = new Map<string, Cron>();

/** How often a rule has to be looked at, in milliseconds. */
export function paceOf({ interval, cron }: Pick<RunnableRule, 'interval' | 'cron'>): number {
  return cron === undefined ? paceOfInterval(interval) - HEAD_START : CRON_PACE;
}

/** Whether a rule runs now; a last run in the future means that a clock was set back. */
export function isDue(rule: RunnableRule, state: RuleState | undefined, now: number): boolean {
  if (!state || state.at > now) return true;
  const rest = restOf(rule, state);
  if (rule.cron === undefined) return now - state.at >= Math.max(paceOf(rule) * EARLY, rest);
  const isTime = isItsTime(rule, state, now);
  const last = state.recent?.[0];
  const isRepeat = !isTime || last?.error !== undefined;
  if (isRepeat && last && now - Date.parse(last.at) < rest) return false;
  return isTime || hasDueGaps(state, now);
}

/** Whether a rule searches what is new: one with a cron line, between its times, only fills its gaps. */
export function isItsTime({ cron }: RunnableRule, state: RuleState, now: number): boolean {
  return cron === undefined || timeHasCome(cron, state.at, now);
}

function hasDueGaps({ gaps = [] }: RuleState, now: number): boolean {
  return gaps.some(({ nextAt }) => nextAt <= now);
}

function restOf({ interval }: RunnableRule, { recent }: RuleState): number {
  const { took = 0, windows = 0 } = recent?.[0] ?? {};
  const every = durationMs(interval);
  return took * REST_PER_SEARCH * Math.min(1, Math.max(ORDINARY, every) / (windows * every));
}

/** What cannot be read is due, so that the run says what is wrong with it. */
function timeHasCome(line: string, since: number, now: number): boolean {
  try {
    const cron = crons.get(line) ?? parseCron(line);
    crons.set(line, cron);
    return cron.next(since) <= now;
  } catch {
    return true;
  }
}
