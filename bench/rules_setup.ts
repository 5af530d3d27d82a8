import type { Client } from '@opensearch-project/opensearch';
import { createAlertWriter } from '../server/adapters/opensearch/alert_writer';
import { createEvaluator } from '../server/core/detect/evaluate_rules';
import { createRuleStates, type RuleStates, type StateWrite } from '../server/core/detect/rule_states';
import { ruleTypes } from '../server/core/detect/rule_types';
import type { Feed } from '../server/core/feed/feed';
import type { RunnableRule } from '../server/core/manage/rules';
import type { Clock, Logger, Search, StateStore } from '../server/core/ports';
import { sliceOf } from '../server/core/schedule/slices';

const MINUTE = 60_000;

export const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** What rules are evaluated with, on a real OpenSearch. */
export interface Bench {
  client: Client;
  search: Search;
  state: StateStore;
  feed: Feed;
}

export function evaluatorOf(bench: Bench, states: RuleStates, clock: Clock, search: Search) {
  return createEvaluator({
    search,
    rules: { areCurrent: async (rules) => rules.map(() => true) },
    alerts: createAlertWriter(bench.client),
    notifier: { announce: async () => {} },
    feed: bench.feed,
    states,
    ruleTypes,
    lists: { get: async () => undefined },
    log: { write: async () => {} },
    clock,
    logger: silent,
  });
}

/** The states of these rules and no others. A rule that is new looks a day back once; these have done so. */
export async function startAtTheEnd(
  { state, feed }: Bench,
  rules: readonly RunnableRule[],
  clock: Clock,
): Promise<RuleStates> {
  await state.refresh();
  await Promise.all(['rule', 'rule_slice'].map((kind) => state.removeWhere({ kind })));
  const states = createRuleStates(state, sliceOf);
  const at = clock.now();
  const cursor = { seq: await feed.last(), time: at };
  const writes = rules.map(({ id, version, createdAt }): StateWrite => ({
    state: {
      kind: 'rule',
      rule_id: id,
      rule_created_at: createdAt,
      status: 'ok',
      version,
      at,
      epoch: 0,
      cursor,
      run: { state: 'ok' },
    },
    uneventful: false,
  }));
  await states.read(rules, 0);
  await states.write(writes, 0);
  return states;
}

/** The feed's entry for events of the last two minutes before `now`. */
export function news(now: number) {
  const minute = Math.floor(now / MINUTE);
  return { type: 'vpcflow', namespace: 'bench', minutes: [minute - 1, minute] };
}
