import { Client } from '@opensearch-project/opensearch';
import { startParts } from '../dev/embedded';
import { waitFor } from '../dev/embedded/wait';
import { createAlertWriter } from '../server/adapters/opensearch/alert_writer';
import { createSearch } from '../server/adapters/opensearch/search';
import { createStateStore, ensureStateIndex } from '../server/adapters/opensearch/state_store';
import { installTemplates } from '../server/adapters/opensearch/templates';
import { alertMappingProperties } from '../server/core/detect/alert_mapping';
import { createEvaluator } from '../server/core/detect/evaluate_rules';
import { createRuleJobs } from '../server/core/detect/rule_jobs';
import { createRuleStates, type RuleStates } from '../server/core/detect/rule_states';
import { ruleTypes } from '../server/core/detect/rule_types';
import { createFeed, type Feed } from '../server/core/feed/feed';
import type { RunnableRule } from '../server/core/manage/rules';
import type { Clock, Logger, Search, SearchRequest, StateStore } from '../server/core/ports';
import { createScheduler } from '../server/core/schedule/scheduler';
import { sliceOf } from '../server/core/schedule/slices';
import { systemClock } from '../server/host';
import { EVENTS_INDEX, loadEvents, mixedRules } from './rules_data';

/** Fewer for a quick look; figures for the record are of a million events and up to ten thousand rules. */
const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 1_000_000);
const SIZES = (process.env['BENCH_RULES'] ?? '100,1000,10000').split(',').map(Number);
/** The first rounds warm OpenSearch's compiler up and are not counted; in each the two take turns at who is first. */
const WARM_UP_ROUNDS = 3;
const ROUNDS = 6;
const LATENCIES = 5;
const MINUTE = 60_000;
const SEARCHES_PER_CALL = 50;
const CALLS_AT_ONCE = 3;

const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };

interface SizeFigures {
  rules: number;
  /** Searches that the rules' run sends, which the raw run sends again. */
  searches: number;
  /** Medians of the rounds, which take turns. */
  rulesPerSecond: number;
  msPerRule: number;
  rawMsPerRule: number;
  timesRaw: number;
  nodeCpuMsPerRule: number;
}

export interface RuleFigures {
  events: number;
  sizes: SizeFigures[];
  /** Of a rule with an interval of ten seconds: from the feed's entry to a search that finds the alert, in seconds. */
  secondsToAlert: { median: number; greatest: number };
}

interface Bench {
  client: Client;
  search: Search;
  state: StateStore;
  states: RuleStates;
  feed: Feed;
}

/**
 * Rules of mixed types over events of one hour, whose last two minutes are news at each pass: evaluated as the plugin does it, slice by slice
 * with states, against the same search bodies sent by raw `_msearch` in the same run.
 */
export async function measureRules(): Promise<RuleFigures> {
  const parts = await startParts({ opensearch: { heap: '2g' } });
  const client = new Client({ node: parts.opensearchUrl, requestTimeout: 300_000 });
  try {
    await ensureStateIndex(client);
    await installTemplates(client, { logTypes: [], alertProperties: alertMappingProperties });
    const now = Date.now();
    await loadEvents(client, EVENTS, now);
    const state = createStateStore(client);
    const bench: Bench = {
      client,
      search: createSearch(client),
      state,
      states: createRuleStates(state, sliceOf),
      feed: createFeed(state, systemClock),
    };
    const sizes: SizeFigures[] = [];
    for (const size of SIZES) {
      const figures = await measureSize(bench, mixedRules(size), now);
      sizes.push(figures);
      process.stderr.write(`${JSON.stringify(figures)}\n`);
    }
    return { events: EVENTS, sizes, secondsToAlert: await measureLatency(bench) };
  } finally {
    await client.close();
    await parts.stop();
  }
}

async function measureSize(bench: Bench, rules: RunnableRule[], now: number): Promise<SizeFigures> {
  let ahead = 0;
  const clock: Clock = { ...systemClock, now: () => Date.now() + ahead };
  let sent: SearchRequest[][] = [];
  const recorded: Search = {
    ...bench.search,
    msearch(requests, signal) {
      sent.push(requests);
      return bench.search.msearch(requests, signal);
    },
  };
  const jobs = createRuleJobs({
    rules: { runnable: async () => rules },
    evaluator: evaluatorOf(bench, clock, recorded),
    sliceOf,
    clock,
  });
  await startAtTheEnd(bench, rules, clock);

  const ours: Round[] = [];
  const raw: Round[] = [];
  const requests = () => sent.flat().filter(({ index }) => !index.startsWith('siem-alerts'));
  const evaluate = async (epoch: number) => {
    await bench.feed.append([news(now)]);
    ahead += 10 * MINUTE;
    sent = [];
    await forget(bench.client);
    ours.push(
      await timed(async () => {
        const signal = new AbortController().signal;
        await Promise.all((await jobs()).map((job) => job.run({ signal, epoch })));
      }),
    );
  };
  const sendAgain = async () => {
    await forget(bench.client);
    raw.push(await timed(() => sendRaw(bench.client, requests())));
  };
  for (let round = 1; round <= WARM_UP_ROUNDS + ROUNDS; round++) {
    // Each evaluation sends the same as the one before.
    if (round % 2 === 0) await sendAgain();
    await evaluate(round);
    if (round % 2 === 1) await sendAgain();
    if (round === WARM_UP_ROUNDS) ours.length = raw.length = 0;
  }
  const seconds = median(ours.map((round) => round.seconds));
  const rawSeconds = median(raw.map((round) => round.seconds));
  return {
    rules: rules.length,
    searches: requests().length,
    rulesPerSecond: Math.round(rules.length / seconds),
    msPerRule: rounded((seconds * 1_000) / rules.length),
    rawMsPerRule: rounded((rawSeconds * 1_000) / rules.length),
    timesRaw: rounded(seconds / rawSeconds),
    nodeCpuMsPerRule: rounded((median(ours.map(({ cpuSeconds }) => cpuSeconds)) * 1_000) / rules.length),
  };
}

function evaluatorOf(bench: Bench, clock: Clock, search: Search) {
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
async function startAtTheEnd(
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

function news(now: number) {
  const minute = Math.floor(now / MINUTE);
  return { type: 'vpcflow', namespace: 'bench', minutes: [minute - 1, minute] };
}

/** Events that come in empty OpenSearch's caches of an index; here none come, and who runs second would be given the answers of the first. */
async function forget(client: Client): Promise<void> {
  await client.indices.clearCache({ index: EVENTS_INDEX });
}

async function sendRaw(client: Client, requests: readonly SearchRequest[]): Promise<void> {
  const waiting = [...requests];
  const send = async () => {
    for (
      let chunk = waiting.splice(0, SEARCHES_PER_CALL);
      chunk.length > 0;
      chunk = waiting.splice(0, SEARCHES_PER_CALL)
    ) {
      await client.msearch({ body: chunk.flatMap(({ index, body }) => [{ index }, body]) });
    }
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, send));
}

/** A scheduler as the plugin runs it, and an event every few seconds. */
async function measureLatency(bench: Bench): Promise<{ median: number; greatest: number }> {
  const [first] = mixedRules(1);
  const rule: RunnableRule = {
    ...(first as RunnableRule),
    id: 'bench-latency',
    type: 'match',
    query: 'event.action:LATENCY',
    params: { groupBy: ['source.ip'] },
    interval: '10s',
  };
  await startAtTheEnd(bench, [rule], systemClock);
  const scheduler = createScheduler({
    state: bench.state,
    clock: systemClock,
    logger: silent,
    owner: 'bench',
    jobs: createRuleJobs({
      rules: { runnable: async () => [rule] },
      evaluator: evaluatorOf(bench, systemClock, bench.search),
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

interface Round {
  seconds: number;
  /** Of this process. */
  cpuSeconds: number;
}

async function timed(work: () => Promise<void>): Promise<Round> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - startedAt) / 1_000, cpuSeconds: (user + system) / 1e6 };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
