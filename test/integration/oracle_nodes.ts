import { Client } from '@opensearch-project/opensearch';
import { createAlertWriter } from '../../server/adapters/opensearch/alert_writer';
import { createSearch } from '../../server/adapters/opensearch/search';
import { createStateStore } from '../../server/adapters/opensearch/state_store';
import { createEvaluator } from '../../server/core/detect/evaluate_rules';
import type { AlertNotifier } from '../../server/core/detect/ports';
import { createRuleJobs } from '../../server/core/detect/rule_jobs';
import { createRuleStates } from '../../server/core/detect/rule_state';
import { ruleTypes } from '../../server/core/detect/rule_types';
import { createFeed } from '../../server/core/feed/feed';
import type { RunnableRule } from '../../server/core/manage/rules';
import type { Clock, Logger } from '../../server/core/ports';
import { createScheduler } from '../../server/core/schedule/scheduler';
import { sliceOf } from '../../server/core/schedule/slices';
import { systemClock } from '../../server/host';
import { lists } from './detect_setup';

const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** A clock that starts at `origin` now and runs `speed` times as fast. */
export function fastClock(origin: number, speed: number): Clock {
  const started = systemClock.monotonic();
  const elapsed = () => (systemClock.monotonic() - started) * speed;
  return {
    now: () => Math.floor(origin + elapsed()),
    monotonic: elapsed,
    sleep: (ms, signal) => systemClock.sleep(ms / speed, signal),
  };
}

export interface RuleNode {
  /** As SIGSTOP would: nothing goes out and nothing that comes in is looked at, while time goes on. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

/** One process's worth of rule evaluation, with real leases, against OpenSearch at `url`. */
export function startRuleNode(parts: {
  url: string;
  owner: string;
  clock: Clock;
  rules: () => readonly RunnableRule[];
  jobsPrefix: string;
  notifier: AlertNotifier;
}): RuleNode {
  let frozen: { over: Promise<void>; end: () => void } | undefined;
  const client = new Client({ node: parts.url });

  /** Every call waits while the node is frozen, before it is sent and before its answer is looked at. */
  function freezable<T extends object>(target: T): T {
    return new Proxy(target, {
      get(object, key) {
        const member = Reflect.get(object, key) as unknown;
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]) => {
          await frozen?.over;
          const answer = await Promise.resolve(Reflect.apply(member, object, args)).finally(
            () => frozen?.over,
          );
          await frozen?.over;
          return answer as unknown;
        };
      },
    });
  }

  const { sleep } = freezable({ sleep: parts.clock.sleep });
  const clock: Clock = { ...parts.clock, sleep };
  const state = freezable(createStateStore(client));
  const evaluator = createEvaluator({
    search: freezable(createSearch(client)),
    alerts: freezable(createAlertWriter(client)),
    notifier: parts.notifier,
    feed: createFeed(state, clock),
    states: createRuleStates(state),
    ruleTypes,
    lists,
    log: { write: async () => {} },
    clock,
    logger: silent,
  });
  const ruleJobs = createRuleJobs({
    rules: { runnable: async () => [...parts.rules()] },
    evaluator,
    sliceOf: (id) => sliceOf(id) % 4,
    clock,
  });
  const scheduler = createScheduler({
    state,
    clock,
    logger: silent,
    owner: parts.owner,
    jobs: async () => (await ruleJobs()).map((job) => ({ ...job, id: `${parts.jobsPrefix}:${job.id}` })),
  });
  scheduler.start();

  return {
    freeze() {
      let end = () => {};
      const over = new Promise<void>((resolve) => (end = resolve));
      frozen ??= { over, end };
    },
    thaw() {
      frozen?.end();
      frozen = undefined;
    },
    async stop() {
      this.thaw();
      await scheduler.stop();
      await client.close();
    },
  };
}
