import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Client } from '@opensearch-project/opensearch';
import { build } from 'esbuild';
import { join } from 'path';
import { createBulkIndex } from '../../server/adapters/opensearch/bulk_index';
import { createSearch } from '../../server/adapters/opensearch/search';
import { createStateStore, ensureStateIndex } from '../../server/adapters/opensearch/state_store';
import { installTemplates } from '../../server/adapters/opensearch/templates';
import { createGuard } from '../../server/adapters/outbound/guard';
import { createObjectStoreCache } from '../../server/adapters/s3/object_store_cache';
import { createMessageQueue } from '../../server/adapters/sqs/message_queue';
import { createWorkerPool, type WorkerPool } from '../../server/adapters/worker/worker_pool';
import { alertMappingProperties } from '../../server/core/detect/alert_mapping';
import { createFeed } from '../../server/core/feed/feed';
import { createIngestEngine, type IngestEngine } from '../../server/core/ingest/engine';
import { logTypes } from '../../server/core/ingest/log_types';
import type { ReadableSource } from '../../server/core/manage/sources';
import type { Clock, Logger, MessageQueue, StateStore } from '../../server/core/ports';
import { systemClock } from '../../server/host';

const ROOT = join(__dirname, '../..');
export const WORKER_FILE = join(ROOT, '.cache/test/ingest_worker.js');

/** Builds the worker's bundle as the plugin's build does, less its checks. */
export async function buildWorker(): Promise<void> {
  await build({
    entryPoints: [join(ROOT, 'server/ingest_worker.ts')],
    outfile: WORKER_FILE,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
}

export interface RunningEngine {
  engine: IngestEngine;
  pool: WorkerPool;
  store: StateStore;
  client: Client;
  warnings: string[];
  /** Moves the engine's clock on, so that what waits for a later attempt is due. */
  advance(ms: number): void;
  stop(): Promise<void>;
}

/** The engine on real parts, as the plugin composes it. */
export async function startEngine(options: {
  opensearchUrl: string;
  /** Where events go, unless there too. */
  bulkUrl?: string;
  threads?: number;
  workerFile?: string;
  /** In place of the machine's clock. */
  clock?: Clock;
  wrapQueue?(queue: MessageQueue): MessageQueue;
}): Promise<RunningEngine> {
  const client = new Client({ node: options.opensearchUrl });
  const bulkClient = options.bulkUrl === undefined ? client : new Client({ node: options.bulkUrl });
  await ensureStateIndex(client);
  await installTemplates(client, { logTypes: logTypes.all, alertProperties: alertMappingProperties });
  const warnings: string[] = [];
  const logger: Logger = {
    debug: () => undefined,
    info: () => undefined,
    warn: (text) => warnings.push(text),
    error: (text) => warnings.push(text),
  };
  let ahead = 0;
  const real = options.clock ?? systemClock;
  const clock: Clock = { ...real, now: () => real.now() + ahead };
  const outbound = { allow: ['127.0.0.0/8'] };
  const guard = createGuard(outbound);
  const pool = createWorkerPool({
    file: options.workerFile ?? WORKER_FILE,
    size: options.threads ?? 2,
    outbound,
    logger,
  });
  pool.start();
  const store = createStateStore(client);
  const engine = createIngestEngine({
    store,
    feed: createFeed(store, clock),
    eventIndex: createBulkIndex(bulkClient),
    pipeline: pool,
    openObjectStore: createObjectStoreCache(guard),
    openQueue(source, queueUrl) {
      const queue = createMessageQueue({ ...source, queueUrl }, guard);
      return options.wrapQueue?.(queue) ?? queue;
    },
    logTypes,
    clock,
    random: Math.random,
    logger,
  });
  return {
    engine,
    pool,
    store,
    client,
    warnings,
    advance: (ms) => (ahead += ms),
    async stop() {
      await engine.stop();
      await pool.stop();
      await client.close();
      // A client that is closed twice never comes back.
      if (bulkClient !== client) await bulkClient.close();
    },
  };
}

let count = 0;

/** A source of its own, in a namespace and bucket that no other test uses. */
export function newSource(endpoint: string, change: Partial<ReadableSource> = {}): ReadableSource {
  const unique = `t${Date.now().toString(36)}${process.pid}x${count++}`;
  return {
    id: unique,
    name: unique,
    logType: 'vpcflow',
    bucket: unique,
    region: 'us-east-1',
    endpoint,
    credentials: { kind: 'access_keys', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
    pollInterval: '1m',
    enabled: true,
    namespace: unique,
    ...change,
  };
}

/** Makes the bucket of a source and puts objects into it. */
export async function putObjects(
  endpoint: string,
  bucket: string,
  objects: Record<string, Buffer | string>,
): Promise<void> {
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
  });
  await client.send(new CreateBucketCommand({ Bucket: bucket })).catch((error: Error) => {
    if (!/BucketAlready/.test(error.name)) throw error;
  });
  for (const [Key, Body] of Object.entries(objects)) {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));
  }
  client.destroy();
}

/** Lines of VPC flow logs of the last minutes; `file` tells those of different objects apart. */
export function flowLines(lines: number, file = 0): string {
  const now = Math.floor(Date.now() / 1_000) - 900;
  const parts: string[] = [];
  for (let line = 0; line < lines; line++) {
    const start = now + (line % 600);
    parts.push(
      `2 123456789010 eni-${file}x${line} 10.0.${file}.${line % 250} 10.1.0.1 443 49152 6 10 840 ${start} ${start + 60} ACCEPT OK\n`,
    );
  }
  return parts.join('');
}

/** Events and rejects of a source as they are in OpenSearch now. */
export async function indexed(
  client: Client,
  { id }: ReadableSource,
): Promise<{ events: number; rejects: number }> {
  // Waits for an index that was made this moment, which a plain count is refused.
  const search = createSearch(client);
  const counted = async (index: string) => {
    await search.refresh(index);
    const query = { term: { 'siem.source.id': id } };
    const { hits } = await search.search({ index, body: { size: 0, track_total_hits: true, query } });
    return hits.total;
  };
  return { events: await counted('siem-logs-*'), rejects: await counted('siem-rejects-*') };
}

/** Reasons of the rejects of a source by object key. */
export async function rejectReasons(
  client: Client,
  { id, bucket }: ReadableSource,
): Promise<Record<string, string[]>> {
  await client.indices.refresh({ index: 'siem-rejects-*' });
  const { body } = await client.search({
    index: 'siem-rejects-*',
    body: { size: 1_000, query: { term: { 'siem.source.id': id } } },
  });
  const reasons: Record<string, string[]> = {};
  const { hits } = body.hits as unknown as {
    hits: Array<{ _source: { error: { message: string }; log: { file: { path: string } } } }>;
  };
  for (const { _source } of hits) {
    const key = _source.log.file.path.slice(`s3://${bucket}/`.length);
    (reasons[key] ??= []).push(_source.error.message);
  }
  return reasons;
}
