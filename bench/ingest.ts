import { monitorEventLoopDelay } from 'perf_hooks';
import type { Client } from '@opensearch-project/opensearch';
import { gzipSync } from 'zlib';
import { startParts } from '../dev/embedded';
import { createGuard } from '../server/adapters/outbound/guard';
import { createBulkIndex } from '../server/adapters/opensearch/bulk_index';
import { createObjectStoreCache } from '../server/adapters/s3/object_store_cache';
import type { BulkBody } from '../server/core/ingest/bulk_body';
import type { ReadableSource } from '../server/core/manage/sources';
import { openS3Store, S3_CREDENTIALS } from '../test/e2e/harness/s3_store';
import { buildWorker, type RunningEngine, startEngine } from '../test/integration/ingest_setup';
import { startIdleProcess } from './idle_process';
import { PARSE_DATA } from './parse_data';
import { median, rounded } from './figures';

const BUCKET = 'bench';
const OBJECTS = 2;
const ROUNDS = 3;
const EVENTS_INDEX = 'siem-logs-vpcflow-*';
/** Two for each object that is read at a time. */
const BODIES_IN_FLIGHT = 2 * OBJECTS;

interface Round {
  seconds: number;
  /** Of this process, worker threads included. */
  nodeCpuSeconds: number;
}

export interface IngestFigures {
  events: number;
  /** Medians of the rounds, which take turns. */
  ceilingEventsPerSecond: number;
  eventsPerSecond: number;
  shareOfCeiling: number;
  nodeCpuSecondsPerMillion: number;
  /** Milliseconds, in the process that the host would be, and in one beside it that does nothing. */
  eventLoopDelay: { p50: number; p99: number; idleP50: number; idleP99: number };
}

/**
 * VPC flow logs from S3 to searchable, against the ceiling of the same run: the same bodies, made beforehand, sent by raw `_bulk` with as
 * many in flight.
 */
export async function measureIngest(): Promise<IngestFigures> {
  const parts = await startParts({ opensearch: { heap: '2g' }, s3: true });
  const running = await prepare(parts);
  const idle = startIdleProcess();
  try {
    const source = sourceAt(parts.s3Endpoint);
    const bodies = await makeBodies(running, source);
    const events = bodies.reduce((sum, { items }) => sum + items, 0);
    const ceilings: Round[] = [];
    const rounds: Round[] = [];
    const delay = monitorEventLoopDelay({ resolution: 10 });
    for (let round = 0; round < ROUNDS; round++) {
      ceilings.push(await emptied(running.client, () => sendRaw(running.client, bodies)));
      delay.enable();
      rounds.push(await emptied(running.client, () => ingest(running, { ...source, id: `bench-${round}` })));
      delay.disable();
    }
    const ceiling = events / median(ceilings.map(({ seconds }) => seconds));
    const rate = events / median(rounds.map(({ seconds }) => seconds));
    const idleDelay = await idle.stop();
    return {
      events,
      ceilingEventsPerSecond: Math.round(ceiling),
      eventsPerSecond: Math.round(rate),
      shareOfCeiling: rounded(rate / ceiling),
      nodeCpuSecondsPerMillion: rounded(
        (median(rounds.map(({ nodeCpuSeconds }) => nodeCpuSeconds)) / events) * 1e6,
      ),
      eventLoopDelay: {
        p50: rounded(delay.percentile(50) / 1e6),
        p99: rounded(delay.percentile(99) / 1e6),
        idleP50: rounded(idleDelay.p50),
        idleP99: rounded(idleDelay.p99),
      },
    };
  } finally {
    await idle.stop();
    await running.stop();
    await parts.stop();
  }
}

async function prepare({
  opensearchUrl,
  s3Endpoint,
}: {
  opensearchUrl: string;
  s3Endpoint: string;
}): Promise<RunningEngine> {
  await buildWorker();
  const store = openS3Store(s3Endpoint);
  await store.createBucket(BUCKET);
  const object = gzipSync((PARSE_DATA.vpcflow as () => Buffer)());
  for (let place = 0; place < OBJECTS; place++) await store.put(BUCKET, `flows/${place}.log`, object);
  return startEngine({ opensearchUrl });
}

function sourceAt(endpoint: string): ReadableSource {
  return {
    id: 'bench',
    name: 'Bench',
    namespace: 'default',
    logType: 'vpcflow',
    bucket: BUCKET,
    prefix: 'flows/',
    region: 'us-east-1',
    endpoint,
    credentials: { kind: 'access_keys', ...S3_CREDENTIALS },
    pollInterval: '1m',
    enabled: true,
  };
}

/** What the worker threads make of the bucket, kept instead of sent. */
async function makeBodies({ pool }: RunningEngine, source: ReadableSource): Promise<BulkBody[]> {
  const bodies: BulkBody[] = [];
  const store = createObjectStoreCache(createGuard({ allow: ['127.0.0.0/8'] }))(source);
  const { objects } = await store.list({ prefix: source.prefix ?? '' });
  const limits = { oldest: 0, newest: Date.now() };
  const ingestedAt = new Date().toISOString();
  for (const object of objects) {
    const keep = async (body: BulkBody) => void bodies.push(body);
    await pool.read(
      { source, object, limits, schedule: [], ingestedAt, operation: 'create' },
      keep,
      new AbortController().signal,
    );
  }
  return bodies;
}

async function ingest({ engine }: RunningEngine, source: ReadableSource): Promise<void> {
  await engine.pollSource(source, new AbortController().signal);
}

async function sendRaw(client: Client, bodies: readonly BulkBody[]): Promise<void> {
  const index = createBulkIndex(client);
  const waiting = [...bodies];
  const send = async () => {
    for (let body = waiting.shift(); body; body = waiting.shift()) await index.bulk(body.bytes, body.items);
  };
  await Promise.all(Array.from({ length: BODIES_IN_FLIGHT }, send));
}

/** Runs `work` on no events, to where its own are searchable. */
async function emptied(client: Client, work: () => Promise<void>): Promise<Round> {
  await client.indices.delete({ index: EVENTS_INDEX, ignore_unavailable: true, allow_no_indices: true });
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpuBefore);
  await client.indices.refresh({ index: EVENTS_INDEX });
  return { seconds: (performance.now() - startedAt) / 1_000, nodeCpuSeconds: (user + system) / 1e6 };
}
