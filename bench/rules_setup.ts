import type { Client } from '@opensearch-project/opensearch';
import { createAlertWriter } from '../server/adapters/opensearch/alert_writer';
import { createEvaluator } from '../server/core/detect/evaluate_rules';
import type { RuleStates } from '../server/core/detect/rule_states';
import { ruleTypes } from '../server/core/detect/rule_types';
import type { Feed } from '../server/core/feed/feed';
import type { RunnableRule } from '../server/core/manage/rules';
import type { Clock, Logger, Search, StateStore } from '../server/core/ports';

const MINUTE = 60_000;

export const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** What rules are evaluated with, on a real OpenSearch. */
export interface Bench {
  client: Client;
  search: Search;
  state: StateStore;
  states: RuleStates;
  feed: Feed;
}

export function evaluatorOf(bench: Bench, clock: Clock, search: Search) {
  return createEvaluator({
    search,
    alerts: createAlertWriter(bench.client),
    notifier: { announce: async () => {} },
    feed: bench.feed,
    states: bench.states,
    ruleTypes,
    lists: { get: async () => undefined },
    log: { write: async () => {} },
    clock,
    logger: silent,
  });
}

/** A rule that is new looks a day back once; these have done so. */
export async function startAtTheEnd(
  { states, feed }: Bench,
  rules: readonly RunnableRule[],
  clock: Clock,
): Promise<void> {
  const cursor = { seq: await feed.last(), time: clock.now() };
  const at = clock.now();
  for (let start = 0; start < rules.length; start += 1_000) {
    const some = rules.slice(start, start + 1_000);
    const ids = some.map(({ id }) => id);
    await states.read(ids, 0);
    await states.write(
      some.map(({ id, version }) => ({
        state: {
          kind: 'rule',
          rule_id: id,
          status: 'ok',
          version,
          at,
          epoch: 0,
          cursor,
          run: { state: 'ok' },
        },
        uneventful: false,
      })),
      0,
    );
  }
}

/** The feed's entry for events of the last two minutes before `now`. */
export function news(now: number) {
  const minute = Math.floor(now / MINUTE);
  return { type: 'vpcflow', namespace: 'bench', minutes: [minute - 1, minute] };
}
