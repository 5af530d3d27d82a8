import { waitFor } from '../dev/embedded/wait';
import { createRuleJobs } from '../server/core/detect/rule_jobs';
import type { RunnableRule } from '../server/core/manage/rules';
import { createScheduler } from '../server/core/schedule/scheduler';
import { sliceOf } from '../server/core/schedule/slices';
import { systemClock } from '../server/host';
import { median, rounded } from './figures';
import { EVENTS_INDEX, mixedRules } from './rules_data';
import { type Bench, evaluatorOf, news, silent, startAtTheEnd } from './rules_setup';

const LATENCIES = 5;

/** A scheduler as the plugin runs it, and an event every few seconds. */
export async function measureLatency(bench: Bench): Promise<{ median: number; greatest: number }> {
  const [first] = mixedRules(1);
  const rule: RunnableRule = {
    ...(first as RunnableRule),
    id: 'bench-latency',
    type: 'match',
    query: 'event.action:LATENCY',
    params: { groupBy: ['source.ip'] },
    interval: '10s',
  };
  const states = await startAtTheEnd(bench, [rule], systemClock);
  const scheduler = createScheduler({
    state: bench.state,
    clock: systemClock,
    logger: silent,
    owner: 'bench',
    jobs: createRuleJobs({
      rules: { runnable: async () => [rule] },
      evaluator: evaluatorOf(bench, states, systemClock, bench.search),
      sliceOf,
      clock: systemClock,
    }),
  });
  scheduler.start();
  const seconds: number[] = [];
  for (let n = 0; n < LATENCIES; n++) {
    const ip = `203.0.113.${n}`;
    const body = { '@timestamp': Date.now(), event: { action: 'LATENCY' }, source: { ip } };
    await bench.client.index({ index: EVENTS_INDEX, refresh: true, body });
    const startedAt = performance.now();
    await bench.feed.append([news(Date.now())]);
    await waitFor(
      'the alert',
      async () => {
        const query = { bool: { filter: [{ term: { 'rule.id': rule.id } }, { term: { 'source.ip': ip } }] } };
        const { hits } = await bench.search.search({ index: 'siem-alerts-*', body: { query } });
        return hits.hits[0];
      },
      60_000,
    );
    seconds.push((performance.now() - startedAt) / 1_000);
  }
  await scheduler.stop();
  return { median: rounded(median(seconds)), greatest: rounded(Math.max(...seconds)) };
}
