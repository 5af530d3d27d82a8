import type { RuleService, RunnableRule } from '../manage/rules';
import { counted } from '../counted';
import type { Clock, Logger, Search, ValueLists } from '../ports';
import type { Registry } from '../registry';
import { createRefresher, recordRuns, searchRuns } from './execute_runs';
import { createFeedMemory, type FeedPart } from './feed_memory';
import type { AlertNotifier, AlertWriter, FeedReader, RuleLease, RuleLog } from './ports';
import { createWindowPlanner } from './plan_windows';
import { createPreparedRules } from './prepared_rules';
import { type FiredRule, recordCurrent } from './record_alerts';
import { recordOnce } from './record_once';
import { isDue } from './rule_pace';
import { planRun, type Run } from './rule_run';
import type { RuleState } from './rule_state';
import type { RuleStates } from './rule_states';
import type { RuleType } from './rule_type';
import { isNoteworthy, outcomeOf, type RunOutcome } from './run_outcome';
import { HEAVIEST_CALL, limitSearches, type WeighedSearch } from './search_budget';
import { shareCalls } from './share_calls';
import { takeTurns } from './take_turns';

/** Two keep OpenSearch busy, which runs several searches of each at a time; with more it takes longer for all of them (measured), and takes from the people who search. */
export const CALLS_AT_ONCE = 2;
/** Of slow rules one at a time, so that the other calls are always free for the others. */
const SLOW_CALLS_AT_ONCE = 1;
/** A rule whose last run took longer, in milliseconds, is searched after the others and by itself. */
const SLOW = 5_000;
const RULES_AT_ONCE = 250;
/** Rules that are planned and searched together; of several such, calls are made that are nearly full. */
const RULES_TOGETHER = HEAVIEST_CALL / 4;
/** Rules under way, enough to keep the calls busy: more would be planned long before they are searched, and be in memory for that time. */
const RULES_UNDER_WAY = 2 * CALLS_AT_ONCE * HEAVIEST_CALL;
/** What fired waits at most so long for what fires in other slices, in milliseconds: many small calls cost OpenSearch more than one. */
const GATHER_FIRED = 250;
/** So long do states, for which nobody waits: each write in a second of its own is a segment more that OpenSearch has to merge, with all others. */
const GATHER_STATES = 2_000;
/** Rules whose alerts are read and written together. */
const FIRED_AT_ONCE = 500;
/** A pass begins no more rules after this long; they are first in the next. */
const PASS_BUDGET = 30_000;

interface Parts {
  rules: Pick<RuleService, 'areCurrent'>;
  search: Search;
  alerts: AlertWriter;
  notifier: AlertNotifier;
  feed: FeedReader;
  states: RuleStates;
  ruleTypes: Registry<RuleType>;
  lists: ValueLists;
  log: RuleLog;
  clock: Clock;
  logger: Logger;
}

interface DueRule {
  rule: RunnableRule;
  before?: RuleState;
}

/** What came of a slice's rules, and the claim under which they were run. */
interface RunSlice {
  outcomes: readonly RunOutcome[];
  epoch: number;
}

export interface Evaluator {
  /**
   * Runs those of the rules that are due, the longest waiting first. Windows that cannot be searched go into the rule's ledger of gaps; a
   * run that fails as a whole is repeated from where it began. State is written only after the run's alerts and announcements are stored,
   * and both may be stored twice without harm. What passes that run at the same time read and write goes together, so that many slices cost
   * no more calls than one.
   */
  evaluate(rules: readonly RunnableRule[], lease: RuleLease): Promise<void>;
}

export function createEvaluator(parts: Parts): Evaluator {
  const { states, ruleTypes, log, clock, logger } = parts;
  const search = limitSearches(parts.search, CALLS_AT_ONCE);
  const slowSearch = limitSearches(search, SLOW_CALLS_AT_ONCE);
  const feed = createFeedMemory(parts.feed);
  const turns = takeTurns(RULES_UNDER_WAY);
  const prepare = createPreparedRules(parts);
  const refresh = createRefresher(search);
  const within = (time: number) => async () => {
    await Promise.race([turns.idle(), clock.sleep(time)]);
    // Who was the last to be searched asks a moment later.
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  // Looked up beside the searches of rules, since whoever fires would wait behind all that are still to be searched.
  const record = recordOnce(
    shareCalls((fired: FiredRule[]) => recordCurrent(parts, fired), FIRED_AT_ONCE, within(GATHER_FIRED)),
  );
  const settle = shareCalls(
    (slices: RunSlice[]) => Promise.all(slices.map(settleSlice)),
    Infinity,
    within(GATHER_STATES),
  );

  async function dueOf(rules: readonly RunnableRule[], epoch: number): Promise<DueRule[]> {
    const known = await states.read(rules, epoch);
    const now = clock.now();
    return rules
      .map((rule, index) => ({ rule, ...(known[index] && { before: beforeRun(rule, known[index]) }) }))
      .filter((each) => isDue(each.rule, each.before, now))
      .sort((a, b) => (a.before?.at ?? 0) - (b.before?.at ?? 0));
  }

  async function run(
    due: readonly DueRule[],
    by: WeighedSearch,
    part: FeedPart,
    lease: RuleLease,
  ): Promise<Run[]> {
    const now = clock.now();
    const planning = { type: ruleTypes.get, prepare, windowsOf: createWindowPlanner(part, now), now };
    const runs = await Promise.all(due.map(({ rule, before }) => planRun(rule, before, planning)));
    await searchRuns({ search: by, refresh: (title) => refresh(title, part.last) }, runs, lease);
    lease.signal.throwIfAborted();
    return runs;
  }

  /** Few at a time, so that calls are filled with the rules of one slice and the next. */
  async function inTurns(due: readonly DueRule[], work: (due: DueRule[]) => Promise<Run[]>): Promise<Run[]> {
    const calls = chunksOf(due, RULES_TOGETHER).map((each) => turns.take(each.length, () => work(each)));
    return (await Promise.all(calls)).flat();
  }

  async function settleSlice({ outcomes, epoch }: RunSlice): Promise<void> {
    const written = await states.write(outcomes, epoch);
    await log.write(outcomes.flatMap((each, index) => (written[index] === 'done' ? each.log : [])));
    const lost = outcomes.filter((_, index) => written[index] === 'conflict');
    if (lost.length > 0) {
      const first = lost[0]?.state.rule_id;
      logger.warn(
        `The state of ${counted(lost.length, 'rule')} (${first} is the first) was written by another node, or went with its rule; that stands.`,
      );
    }
  }

  return {
    async evaluate(rules, lease) {
      const startedAt = clock.monotonic();
      const due = await dueOf(rules, lease.epoch);
      if (due.length === 0) return;
      const oldest = Math.min(...due.flatMap(({ before }) => before?.cursor.seq ?? []));
      const part = await feed.read(oldest);
      const slow = due.filter(isSlow);
      const quick = due.filter((each) => !isSlow(each));
      const batches = [...chunksOf(quick, RULES_AT_ONCE), ...chunksOf(slow, 1)];
      for (const [place, batch] of batches.entries()) {
        const spent = clock.monotonic() - startedAt;
        if (place > 0 && spent > PASS_BUDGET) return;
        const runs = batch.some(isSlow)
          ? await run(batch, slowSearch, part, lease)
          : await inTurns(batch, (each) => run(each, search, part, lease));
        await recordRuns({ search, record }, runs, lease);
        lease.signal.throwIfAborted();
        const outcomes = runs.filter(isNoteworthy).map((each) => outcomeOf(each, lease.epoch));
        await settle([{ outcomes, epoch: lease.epoch }]);
      }
    },
  };
}

/** A rule that ran on for some seconds as it was before it was changed goes back to where it was changed. */
function beforeRun({ version, feedSeq = Infinity }: RunnableRule, state: RuleState): RuleState {
  const { seq = 0 } = state.cursor;
  if ((state.version ?? 0) >= version || seq <= feedSeq) return state;
  return { ...state, cursor: { ...state.cursor, seq: feedSeq } };
}

function isSlow({ before }: DueRule): boolean {
  return (before?.recent?.[0]?.took ?? 0) > SLOW;
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) =>
    items.slice(n * size, (n + 1) * size),
  );
}
