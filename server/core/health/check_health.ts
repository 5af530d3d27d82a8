import type { ChannelView } from '../../../common/channel';
import { durationMs } from '../../../common/duration';
import type { ListView } from '../../../common/list';
import type { RuleView } from '../../../common/rule';
import type { SourceView } from '../../../common/source';
import { asSiemError } from '../errors';
import type { Clock, StateFields, StateStore } from '../ports';
import { type Finding, inWords } from './finding';
import type { HealthBook } from './health_book';
import { judgeCluster } from './judge_cluster';
import { judgeLists, judgeNodes, judgeObjects } from './judge_objects';
import { judgeSource } from './judge_source';
import { forgetNodes, readNodes } from './nodes';
import type { Cluster, ClusterCounters, ClusterState } from './ports';
import { forgetMemories, readMemories, updateMemory } from './source_memories';

export const CHECK_EVERY = 60_000;
/** Counters are compared with those of so many checks ago. */
const COUNTERS_KEPT = 5;
/** Without a check for longer, what happened meanwhile is unknown, which is worth telling. */
const WATCHED_GAP = 5 * CHECK_EVERY;

/** The last check, under `health_check`. */
export interface CheckDoc extends StateFields {
  kind: 'health_check';
  /** Epoch milliseconds. */
  at: number;
  counters: ClusterCounters[];
}

export const CHECK_ID = 'health_check';

export interface CheckParts {
  state: StateStore;
  clock: Clock;
  book: HealthBook;
  cluster: Cluster;
  sources(): Promise<SourceView[]>;
  rules(): Promise<RuleView[]>;
  channels(): Promise<ChannelView[]>;
  lists(): Promise<ListView[]>;
}

/** Looks at everything once and settles what is wrong: the run of a job that one node at a time does. */
export async function checkHealth(parts: CheckParts, signal: AbortSignal): Promise<void> {
  const { state, clock, book } = parts;
  const last = (await state.get<CheckDoc>(CHECK_ID))?.doc;
  const [sources, rules, channels, lists, nodes, cluster] = await Promise.all([
    parts.sources(),
    parts.rules(),
    parts.channels(),
    parts.lists(),
    readNodes(state, clock.now()),
    look(parts.cluster, signal),
  ]);
  const ofSources = await judgeSources(state, sources, clock.now(), signal);
  const ofCluster = judgeCluster(cluster, last?.counters[0]);
  // A lost lease means that another node judges by now.
  if (signal.aborted) return;

  const now = clock.now();
  if (last && now - last.at > WATCHED_GAP) await book.note(notWatched(now - last.at), last.at, now);
  await book.settle({
    findings: [
      ...ofSources,
      ...judgeObjects('rule', rules),
      ...judgeObjects('channel', channels),
      ...judgeLists(lists),
      ...judgeNodes(nodes),
      ...ofCluster.findings,
    ],
    unjudged: ofCluster.unjudged,
  });
  const counters = [...(last?.counters ?? []), ...(cluster.counters ? [cluster.counters] : [])];
  await state.put<CheckDoc>(CHECK_ID, {
    kind: 'health_check',
    at: now,
    counters: counters.slice(-COUNTERS_KEPT),
  });
  await forgetNodes(state, now);
}

/** How a cluster that cannot even be asked is told apart from one that is well. */
export async function look(cluster: Cluster, signal?: AbortSignal): Promise<ClusterState> {
  try {
    return await cluster.look(signal);
  } catch (thrown) {
    const reason = asSiemError(thrown).message;
    const parts = ['health', 'settings', 'disks', 'blocks', 'indices', 'load'] as const;
    return { unchecked: parts.map((part) => ({ part, reason })) };
  }
}

async function judgeSources(
  state: StateStore,
  sources: readonly SourceView[],
  now: number,
  signal: AbortSignal,
): Promise<Finding[]> {
  const memories = await readMemories(
    state,
    sources.map(({ id }) => id),
  );
  const findings: Finding[] = [];
  for (const [index, source] of sources.entries()) {
    const before = memories[index];
    if (!before || signal.aborted) break;
    const memory = await updateMemory(state, source, before, now);
    const { id, name, bucket, prefix = '', status } = source;
    const place = `s3://${bucket}/${prefix}`;
    const pollInterval = durationMs(source.pollInterval);
    findings.push(...judgeSource({ id, name, place, pollInterval, status }, memory, now));
  }
  await forgetMemories(state, new Set(sources.map(({ id }) => id)));
  return findings;
}

function notWatched(ms: number): Finding {
  return {
    kind: 'not_watched',
    severity: 'warning',
    subject: { kind: 'opensearch', id: '', name: 'OpenSearch' },
    message: `Health was not checked for ${inWords(ms)}: OpenSearch or all nodes of OpenSearch Dashboards were away.`,
    advice: 'What came meanwhile is read now, and rules catch up by themselves.',
  };
}
