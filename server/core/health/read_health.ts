import { durationMs } from '../../../common/duration';
import type {
  ClusterHealth,
  HealthHistoryQuery,
  HealthHistoryResponse,
  HealthIssue,
  HealthResponse,
  JobHealth,
  NodeHealth,
  SourceHealth,
} from '../../../common/health';
import { HEALTH_PATTERN } from '../../../common/plugin';
import type { SourceView } from '../../../common/source';
import type { Clock, Search, StateFields, StateStore } from '../ports';
import { CHECK_ID, type CheckDoc, look } from './check_health';
import type { HealthBook } from './health_book';
import { episodeOf } from './health_document';
import { readNodes } from './nodes';
import type { Cluster, ClusterState } from './ports';
import { readMemories } from './source_memories';
import { NOTHING_LEARNT, recentFlow, type SourceMemory, usualOf } from './source_memory';

const MAX_JOBS = 1_000;
const HISTORY_ROWS = 100;

export interface HealthParts {
  state: StateStore;
  clock: Clock;
  book: HealthBook;
  cluster: Cluster;
  sources(): Promise<SourceView[]>;
}

/** All that the Health page shows of this moment. */
export async function readHealth(parts: HealthParts, signal?: AbortSignal): Promise<HealthResponse> {
  const { state, clock, book } = parts;
  const now = clock.now();
  const [check, issues, views, cluster, nodes] = await Promise.all([
    state.get<CheckDoc>(CHECK_ID),
    book.open(),
    parts.sources(),
    look(parts.cluster, signal),
    readNodes(state, now),
  ]);
  const memories = await readMemories(
    state,
    views.map(({ id }) => id),
  );
  return {
    ...(check && { checkedAt: new Date(check.doc.at).toISOString() }),
    issues,
    sources: views.map((view, index) => sourceHealth(view, memories[index] ?? NOTHING_LEARNT, now)),
    cluster: clusterHealth(cluster),
    nodes,
    jobs: await readJobs(state, nodes),
  };
}

/** How one source does beside what is usual for it, and what is wrong with it. */
export async function readSourceHealth(
  { state, clock, book }: Pick<HealthParts, 'state' | 'clock' | 'book'>,
  source: SourceView,
): Promise<{ health: SourceHealth; issues: HealthIssue[] }> {
  const [[memory], issues] = await Promise.all([readMemories(state, [source.id]), book.open()]);
  return {
    health: sourceHealth(source, memory ?? NOTHING_LEARNT, clock.now()),
    issues: issues.filter(({ subject }) => subject.kind === 'source' && subject.id === source.id),
  };
}

function sourceHealth(source: SourceView, memory: SourceMemory, now: number): SourceHealth {
  const { id, name, status } = source;
  const usual = usualOf(memory, durationMs(source.pollInterval));
  const flow = recentFlow(memory, { at: now, events: status.events, rejects: status.rejects });
  const { newestEventAt } = status;
  return {
    id,
    name,
    state: status.state,
    ...(status.state === 'failing' && status.lastError && { errorCode: status.lastError.code }),
    ...(newestEventAt !== undefined && { lag: Math.max(0, now - Date.parse(newestEventAt)) }),
    ...(usual.lagLimit !== undefined && { lagLimit: usual.lagLimit }),
    ...(usual.delay !== undefined && { usualDelay: usual.delay }),
    ...(memory.newestObject !== undefined && { lastObjectAt: new Date(memory.newestObject).toISOString() }),
    ...(flow.eventsPerMinute !== undefined && { eventsPerMinute: flow.eventsPerMinute }),
    ...(flow.rejectRatio !== undefined && { rejectRatio: flow.rejectRatio }),
  };
}

function clusterHealth(cluster: ClusterState): ClusterHealth {
  const { status = 'unknown', dataNodes, shards, disks = [], indices = [], unchecked } = cluster;
  return {
    status,
    ...(dataNodes !== undefined && { nodes: dataNodes }),
    ...(shards && { shards }),
    disks,
    indices: [...indices].sort((a, b) => b.bytes - a.bytes),
    unchecked,
  };
}

interface LeaseDoc extends StateFields {
  key: string;
  owner: string;
  at: number;
}

async function readJobs(state: StateStore, nodes: readonly NodeHealth[]): Promise<JobHealth[]> {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const leases = await state.find<LeaseDoc>({
    kind: 'lease',
    sort: { field: 'at', order: 'desc' },
    limit: MAX_JOBS,
  });
  return leases.map(({ doc }) => {
    const node = names.get(doc.owner);
    return {
      id: doc.key,
      running: doc.status === 'held',
      ...(node !== undefined && { node }),
      startedAt: new Date(doc.at).toISOString(),
    };
  });
}

/** Issues that touched a period: those that are over from the log, as the user who asks, and those that last. */
export async function readHistory(
  { book, search }: { book: HealthBook; search: Search },
  { from, to, size = HISTORY_ROWS }: HealthHistoryQuery,
  signal?: AbortSignal,
): Promise<HealthHistoryResponse> {
  const [open, answer] = await Promise.all([
    book.open(),
    search.search(
      {
        index: HEALTH_PATTERN,
        body: {
          size,
          track_total_hits: true,
          query: {
            bool: {
              filter: [
                { term: { 'health.phase': 'end' } },
                { range: { 'event.end': { gte: from } } },
                { range: { 'event.start': { lt: to } } },
              ],
            },
          },
          sort: [{ 'event.start': { order: 'desc', unmapped_type: 'date' } }],
        },
      },
      signal,
    ),
  ]);
  const lasting = open.filter(({ since }) => since < to);
  const ended = answer.hits.hits.map(({ _source }) => episodeOf(_source));
  const items = [...lasting, ...ended].sort((a, b) => (a.since < b.since ? 1 : -1));
  return { items, total: answer.hits.total + lasting.length };
}
