import { durationMs } from '../../../common/duration';
import type { RuleStatus } from '../../../common/rule';
import { asSiemError } from '../errors';
import type { RunnableRule } from '../manage/rules';
import type { Clock, Logger, Search, Stored, ValueLists } from '../ports';
import type { Registry } from '../registry';
import { planWindows, readFeed, type Cursor, type FeedPart } from './plan_windows';
import { prepareRule } from './prepare_rule';
import type { AlertNotifier, AlertWriter, FeedReader } from './ports';
import { recordAlerts } from './record_alerts';
import type { RuleState, RuleStates } from './rule_state';
import type { Finding, RuleType } from './rule_type';
import { limitSearches } from './search_budget';
import { searchWindows, type PlannedSearch } from './search_windows';

/** Rules follow the feed at most this often, however short their interval. */
const PACE = 60_000;

/** Two keep OpenSearch busy (measured); more would only take from the people who search. */
const CALLS_AT_ONCE = 2;

interface Parts {
  search: Search;
  alerts: AlertWriter;
  notifier: AlertNotifier;
  feed: FeedReader;
  states: RuleStates;
  ruleTypes: Registry<RuleType>;
  lists: ValueLists;
  clock: Clock;
  logger: Logger;
}

/** A rule that is due; without a search where nothing has changed, or where it cannot be planned. */
interface Run {
  rule: RunnableRule;
  stored?: Stored<RuleState>;
  /** Where the cursor goes when all goes well. */
  cursor: Cursor;
  planned?: PlannedSearch;
  error?: Error;
}

export interface Evaluator {
  /**
   * Runs those of the rules that are due. A rule that fails keeps its cursor, so that nothing is lost, and shows its error; the others
   * run on. A cursor moves only after the run's alerts and announcements are stored, and both may be stored twice without harm.
   */
  evaluate(rules: readonly RunnableRule[], context: { signal: AbortSignal; epoch: number }): Promise<void>;
}

export function createEvaluator(parts: Parts): Evaluator {
  const { feed, states, ruleTypes, lists, clock, logger } = parts;
  const search = limitSearches(parts.search, CALLS_AT_ONCE);

  async function plan(rules: readonly RunnableRule[]): Promise<Run[]> {
    const stored = await states.read(rules.map(({ id }) => id));
    const now = clock.now();
    const due = rules
      .map((rule, index) => ({ rule, stored: stored[index] }))
      .filter((each) => isDue(each.rule, each.stored, now));
    if (due.length === 0) return [];

    const part = await readFeed(
      feed,
      due.map((each) => each.stored?.doc.cursor ?? {}),
    );
    return Promise.all(due.map(({ rule, stored }) => planRun(rule, stored, part, now)));
  }

  async function planRun(
    rule: RunnableRule,
    stored: Stored<RuleState> | undefined,
    part: FeedPart,
    now: number,
  ): Promise<Run> {
    const before = stored?.doc.cursor ?? {};
    try {
      const type = ruleTypes.get(rule.type);
      const windows = {
        timeField: rule.index.timeField,
        length: durationMs(type.windowOf(rule.params, rule.interval)),
        every: durationMs(rule.interval),
      };
      const { ends, cursor } = planWindows(rule.index.title, windows, before, part, now);
      if (ends.size === 0) return { rule, stored, cursor };
      const prepared = await prepareRule(rule, type, lists, now);
      return {
        rule,
        stored,
        cursor,
        planned: { rule, type, prepared, windows, ends },
      };
    } catch (error) {
      return { rule, stored, cursor: before, error: asSiemError(error) };
    }
  }

  /** What the feed tells of was indexed before; only a refresh makes it visible for certain. */
  async function refreshIndices(runs: readonly Run[]): Promise<void> {
    for (const title of new Set(runs.map(({ rule }) => rule.index.title))) {
      try {
        await search.refresh(title);
      } catch (error) {
        for (const run of runs) if (run.rule.index.title === title) run.error = asSiemError(error);
      }
    }
  }

  /** Sets `error` of the runs that fail; returns the alerts written by each run. */
  async function execute(
    runs: readonly Run[],
    context: { signal: AbortSignal; epoch: number },
  ): Promise<Map<Run, number>> {
    await refreshIndices(runs.filter(({ planned }) => planned));
    const searched = runs.filter((run) => run.planned && !run.error);
    const found = await searchWindows(
      search,
      searched.flatMap(({ planned }) => planned ?? []),
      context.signal,
    );

    const fired: Array<{ run: Run; findings: Finding[] }> = [];
    searched.forEach((run, index) => {
      const verdict = found[index];
      if (verdict instanceof Error) run.error = verdict;
      else if (verdict && verdict.findings.length > 0) fired.push({ run, findings: verdict.findings });
    });
    return record(fired, context);
  }

  async function record(
    fired: ReadonlyArray<{ run: Run; findings: Finding[] }>,
    context: { signal: AbortSignal; epoch: number },
  ): Promise<Map<Run, number>> {
    const written = new Map<Run, number>();
    try {
      const outcomes = await recordAlerts(
        { ...parts, search },
        fired.map(({ run, findings }) => ({
          rule: run.rule,
          findings,
          length: run.planned?.windows.length ?? 0,
        })),
        context,
      );
      fired.forEach(({ run }, index) => {
        const outcome = outcomes[index] ?? 0;
        if (typeof outcome === 'number') written.set(run, outcome);
        else run.error = outcome;
      });
    } catch (error) {
      for (const { run } of fired) run.error = asSiemError(error);
    }
    return written;
  }

  async function settle(
    runs: readonly Run[],
    written: ReadonlyMap<Run, number>,
    epoch: number,
  ): Promise<void> {
    const outcomes = await states.write(
      runs.map((run) => ({
        doc: nextState(run, written.get(run) ?? 0, epoch, clock.now()),
        version: run.stored?.version,
      })),
    );
    outcomes.forEach((outcome, index) => {
      if (outcome === 'conflict')
        logger.warn(`Another node has written the state of rule ${runs[index]?.rule.id}; its state stands.`);
    });
  }

  return {
    async evaluate(rules, context) {
      const runs = await plan(rules);
      if (runs.length === 0) return;
      const written = await execute(runs, context);
      context.signal.throwIfAborted();
      await settle(runs, written, context.epoch);
    },
  };
}

function isDue({ interval }: RunnableRule, stored: Stored<RuleState> | undefined, now: number): boolean {
  if (!stored) return true;
  const { at } = stored.doc;
  return at > now || now - at >= Math.min(durationMs(interval), PACE);
}

function nextState(run: Run, alerts: number, epoch: number, now: number): RuleState {
  const { error } = run;
  const at = new Date(now).toISOString();
  const lastAlertAt = alerts > 0 ? at : run.stored?.doc.run.lastAlertAt;
  const status: RuleStatus = {
    state: error ? 'failing' : 'ok',
    lastRunAt: at,
    windows: run.planned?.ends.size ?? 0,
    fired: alerts,
    ...(lastAlertAt && { lastAlertAt }),
    ...(error && {
      lastError: { code: asSiemError(error).code, message: error.message, at },
    }),
  };
  return {
    kind: 'rule',
    rule_id: run.rule.id,
    status: status.state,
    at: now,
    epoch,
    cursor: error ? (run.stored?.doc.cursor ?? {}) : run.cursor,
    run: status,
  };
}
