import { Client } from '@opensearch-project/opensearch';
import { startParts } from '../dev/embedded';
import { createSearch } from '../server/adapters/opensearch/search';
import { createStateStore, ensureStateIndex } from '../server/adapters/opensearch/state_store';
import { installTemplates } from '../server/adapters/opensearch/templates';
import { alertMappingProperties } from '../server/core/detect/alert_mapping';
import { CALLS_AT_ONCE } from '../server/core/detect/evaluate_rules';
import { createRuleJobs } from '../server/core/detect/rule_jobs';
import { createFeed } from '../server/core/feed/feed';
import { HEAVIEST_CALL } from '../server/core/detect/search_budget';
import type { RunnableRule } from '../server/core/manage/rules';
import type { Clock, Search, SearchRequest } from '../server/core/ports';
import { sliceOf } from '../server/core/schedule/slices';
import { systemClock } from '../server/host';
import { median, rounded } from './figures';
import { EVENTS_INDEX, loadEvents, mixedRules } from './rules_data';
import { measureLatency } from './rules_latency';
import { type Bench, evaluatorOf, news, startAtTheEnd } from './rules_setup';

/** Fewer for a quick look; figures for the record are of a million events and up to ten thousand rules. */
const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 1_000_000);
const SIZES = (process.env['BENCH_RULES'] ?? '100,1000,10000').split(',').map(Number);
/**
 * Rounds, in which the two take turns at who is first; those at the start of all, and the first few of each size, are not counted. OpenSearch's
 * compiler is at work for about a hundred thousand searches of each, on the same cores.
 */
const WARM_UP = { rules: 10_000, rounds: 14 };
const WARM_UP_ROUNDS = 2;
/** Of few rules more, since their passes are short and differ the more. */
const roundsOf = (size: number) => Math.min(40, Math.max(8, Math.ceil(40_000 / size)));
const MINUTE = 60_000;
const SEARCHES_PER_CALL = HEAVIEST_CALL;

interface SizeFigures {
  rules: number;
  /** Searches that the rules' run sends, which the raw run sends again. */
  searches: number;
  /** Medians of the rounds, which take turns. */
  rulesPerSecond: number;
  msPerRule: number;
  rawMsPerRule: number;
  timesRaw: number;
  /** The same searches with every group sent, as they are where a rule's own process judges them all. */
  allGroupsMsPerRule: number;
  nodeCpuMsPerRule: number;
}

export interface RuleFigures {
  events: number;
  sizes: SizeFigures[];
  /** Of a rule with an interval of ten seconds: from the feed's entry to a search that finds the alert, in seconds. */
  secondsToAlert: { median: number; greatest: number };
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
      feed: createFeed(state, systemClock),
    };
    await measureSize(bench, mixedRules(WARM_UP.rules), now, WARM_UP.rounds);
    const sizes: SizeFigures[] = [];
    for (const size of SIZES) {
      const figures = await measureSize(bench, mixedRules(size), now, roundsOf(size));
      sizes.push(figures);
      process.stderr.write(`${JSON.stringify(figures)}\n`);
    }
    return { events: EVENTS, sizes, secondsToAlert: await measureLatency(bench) };
  } finally {
    await client.close();
    await parts.stop();
  }
}

async function measureSize(
  bench: Bench,
  rules: RunnableRule[],
  now: number,
  rounds: number,
): Promise<SizeFigures> {
  let ahead = 0;
  const clock: Clock = { ...systemClock, now: () => Date.now() + ahead };
  // Of one round that is not counted: to keep all that is sent would cost more than to make it.
  const sent: SearchRequest[][] = [];
  let recording = true;
  const recorded: Search = {
    ...bench.search,
    msearch(requests, signal) {
      if (recording) sent.push(requests);
      return bench.search.msearch(requests, signal);
    },
  };
  const states = await startAtTheEnd(bench, rules, clock);
  const jobs = createRuleJobs({
    rules: { runnable: async () => rules },
    evaluator: evaluatorOf(bench, states, clock, recorded),
    sliceOf,
    clock,
  });

  const ours: Round[] = [];
  const raw: Round[] = [];
  const allGroups: Round[] = [];
  const requests = () => sent.flat().filter(({ index }) => !index.startsWith('siem-alerts'));
  const evaluate = async (epoch: number) => {
    await bench.feed.append([news(now)]);
    ahead += MINUTE;
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
    await forget(bench.client);
    const whole = requests().map(({ index, body }) => ({ index, body: withEveryGroup(body) }));
    allGroups.push(await timed(() => sendRaw(bench.client, whole)));
  };
  for (let round = 1; round <= WARM_UP_ROUNDS + rounds; round++) {
    // Each evaluation sends the same as the one before.
    if (round % 2 === 0) await sendAgain();
    await evaluate(round);
    recording = false;
    if (round % 2 === 1) await sendAgain();
    if (round === WARM_UP_ROUNDS) ours.length = raw.length = allGroups.length = 0;
  }
  const seconds = median(ours.map((round) => round.seconds));
  const rawSeconds = median(raw.map((round) => round.seconds));
  const allGroupsSeconds = median(allGroups.map((round) => round.seconds));
  return {
    rules: rules.length,
    searches: requests().length,
    rulesPerSecond: Math.round(rules.length / seconds),
    msPerRule: rounded((seconds * 1_000) / rules.length),
    rawMsPerRule: rounded((rawSeconds * 1_000) / rules.length),
    timesRaw: rounded(seconds / rawSeconds),
    allGroupsMsPerRule: rounded((allGroupsSeconds * 1_000) / rules.length),
    nodeCpuMsPerRule: rounded((median(ours.map(({ cpuSeconds }) => cpuSeconds)) * 1_000) / rules.length),
  };
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

function withEveryGroup(body: SearchRequest['body']): SearchRequest['body'] {
  const withoutSelectors = (_key: string, value: unknown) => (isSelector(value) ? undefined : value);
  return JSON.parse(JSON.stringify(body), withoutSelectors) as SearchRequest['body'];
}

function isSelector(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'bucket_selector' in value;
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
