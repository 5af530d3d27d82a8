import { Client } from '@opensearch-project/opensearch';
import { createAlertWriter } from '../../server/adapters/opensearch/alert_writer';
import { createSearch } from '../../server/adapters/opensearch/search';
import { createStateStore } from '../../server/adapters/opensearch/state_store';
import { createEvaluator } from '../../server/core/detect/evaluate_rules';
import { createRuleJobs } from '../../server/core/detect/rule_jobs';
import { createRuleStates } from '../../server/core/detect/rule_states';
import { ruleTypes } from '../../server/core/detect/rule_types';
import { createFeed } from '../../server/core/feed/feed';
import type { RunnableRule } from '../../server/core/manage/rules';
import type { Logger, ValueList } from '../../server/core/ports';
import { createScheduler } from '../../server/core/schedule/scheduler';
import { sliceOf } from '../../server/core/schedule/slices';
import { hurriedClock } from './hurried_clock';

/** What a process that evaluates rules is told. */
export interface NodeOrder {
  opensearchUrl: string;
  /** Names the process in its leases. */
  owner: string;
  rules: RunnableRule[];
  lists: ValueList[];
  jobsPrefix: string;
  /** See `hurriedClock`. */
  clock: { origin: number; speed: number; began: number };
}

const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** Evaluates rules as a host does, under real leases, until it is killed; says on its output whenever it begins to search. */
function main({
  opensearchUrl,
  owner,
  rules,
  lists,
  jobsPrefix,
  clock: { origin, speed, began },
}: NodeOrder) {
  const clock = hurriedClock(origin, speed, began);
  const client = new Client({ node: opensearchUrl });
  const state = createStateStore(client);
  const quarterOf = (id: string) => sliceOf(id) % 4;
  const byName = new Map(lists.map((list) => [list.name, list]));
  const search = createSearch(client);
  const evaluator = createEvaluator({
    search: {
      ...search,
      msearch(...call) {
        process.stdout.write('searching\n');
        return search.msearch(...call);
      },
    },
    rules: { areCurrent: async (asked) => asked.map(() => true) },
    alerts: createAlertWriter(client),
    notifier: { announce: async () => {} },
    feed: createFeed(state, clock),
    states: createRuleStates(state, (id) => `${jobsPrefix}:${quarterOf(id)}`),
    ruleTypes,
    lists: { get: async (name) => byName.get(name) },
    log: { write: async () => {} },
    clock,
    logger: silent,
  });
  const ruleJobs = createRuleJobs({
    rules: { runnable: async () => rules },
    evaluator,
    sliceOf: quarterOf,
    clock,
  });
  createScheduler({
    state,
    clock,
    logger: silent,
    owner,
    jobs: async () => (await ruleJobs()).map((job) => ({ ...job, id: `${jobsPrefix}:${job.id}` })),
  }).start();
  process.stdout.write('evaluating\n');
}

main(JSON.parse(process.env['ORDER'] ?? '') as NodeOrder);
