import { CreateQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Client } from '@opensearch-project/opensearch';
import { type ChildProcess, spawn } from 'child_process';
import { once } from 'events';
import { join } from 'path';
import { setTimeout as sleep } from 'timers/promises';
import { gzipSync } from 'zlib';
import { type Fault, seeded } from '../../dev/embedded/fault_plan';
import { type FaultProxy, startFaultProxy } from '../../dev/embedded/fault_proxy';
import { type EmbeddedOpenSearch, startOpenSearch } from '../../dev/embedded/opensearch';
import { type EmbeddedSqs, startSqs } from '../../dev/embedded/sqs';
import { createRandom, type Random } from '../../common/random';
import { createGuard } from '../../server/adapters/outbound/guard';
import { createObjectStoreCache } from '../../server/adapters/s3/object_store_cache';
import type { LedgerEntry } from '../../server/core/ingest/ledger';
import type { ReadableSource } from '../../server/core/manage/sources';
import type { HostOrder } from './ingest_host';
import {
  buildWorker,
  flowLines,
  indexed,
  newSource,
  putObjects,
  type RunningEngine,
  startEngine,
} from './ingest_setup';

const S3 = process.env['S3_ENDPOINT'] ?? '';
const SOAK = process.env['SIEM_SOAK'] !== undefined;
const OBJECTS = SOAK ? 200 : 30;
const EVENTS = SOAK ? 2_000 : 1_000;
const KILLS = SOAK ? 20 : 3;
const RESTARTS = SOAK ? 2 : 1;
const SPEED = 10;
/** So long without an object that comes to be done is a standstill: a reading that waits for ever, or one that nobody takes up. */
const STILL = 120_000;
const SEED = Number(process.env['SIEM_SEED'] ?? Date.now() % 1_000_000);
const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' };
const S3_FAULTS: Fault[] = [
  { kind: 'internal' },
  { kind: 'slow_down' },
  { kind: 'slow', ms: 700 },
  { kind: 'cut', afterBytes: 2_000 },
  { kind: 'drop' },
];

// A standstill says so itself; a machine that is busy with other things takes its time.
jest.setTimeout(SOAK ? 3_600_000 : 600_000);

let opensearch: EmbeddedOpenSearch;
let sqs: EmbeddedSqs;
let proxy: FaultProxy;
let watching: RunningEngine;

beforeAll(async () => {
  console.info(`Faults by SIEM_SEED=${SEED}`);
  [opensearch, sqs, proxy] = await Promise.all([
    startOpenSearch({ heap: '512m' }),
    startSqs(),
    startFaultProxy(S3),
    buildWorker(),
  ]);
  watching = await startEngine({ opensearchUrl: opensearch.url, threads: 1 });
});

afterAll(async () => {
  await watching?.stop();
  await Promise.all([opensearch?.stop(), sqs?.stop(), proxy?.stop()]);
});

/** Host processes that share sources; one that is killed is started anew. */
function startHosts(count: number, sources: ReadableSource[]) {
  const order: HostOrder = { opensearchUrl: opensearch.url, sources, origin: Date.now(), speed: SPEED };
  const start = () =>
    spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'ingest_host.ts')], {
      env: { ...process.env, ORDER: JSON.stringify(order) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const hosts = Array.from({ length: count }, start);
  const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
  const end = async (host: ChildProcess) => {
    if (hasEnded(host)) return;
    const exited = once(host, 'exit');
    host.kill('SIGKILL');
    await exited;
  };
  return {
    /** Fails when a host has ended by itself. */
    check() {
      const ended = hosts.find(hasEnded);
      if (ended) throw new Error(`A host process ended by itself: ${ended.signalCode ?? ended.exitCode}.`);
    },
    async kill(random: Random) {
      const place = random.integer(0, hosts.length - 1);
      await end(hosts[place] as ChildProcess);
      hosts[place] = start();
    },
    end: () => Promise.all(hosts.map(end)),
  };
}

/** Objects of a source in its bucket: each with events of its own and one line that cannot be read. */
async function fill(source: ReadableSource, random: Random): Promise<void> {
  const objects: Record<string, Buffer | string> = {};
  for (let file = 0; file < OBJECTS; file++) {
    const text = `${flowLines(EVENTS, file)}nonsense ${file}\n`;
    objects[`flows/${file}`] = random.chance(0.8) ? gzipSync(text) : text;
  }
  await putObjects(S3, source.bucket, objects);
}

/** A queue that announces the source's objects, some of them twice. */
async function announce(source: ReadableSource, random: Random): Promise<ReadableSource> {
  const client = new SQSClient({ endpoint: sqs.endpoint, region: 'us-east-1', credentials });
  const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName: source.id }));
  const listed = await listObjects(source);
  for (const { key, size, etag } of listed) {
    const MessageBody = JSON.stringify({
      source: 'aws.s3',
      'detail-type': 'Object Created',
      time: new Date().toISOString(),
      detail: { bucket: { name: source.bucket }, object: { key, size, etag } },
    });
    for (let times = random.chance(0.1) ? 2 : 1; times > 0; times--) {
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    }
  }
  client.destroy();
  return { ...source, reading: { kind: 'queue', queueUrl: QueueUrl } };
}

async function listObjects(source: ReadableSource) {
  const store = createObjectStoreCache(createGuard({ allow: ['127.0.0.0/8'] }))({ ...source, endpoint: S3 });
  return (await store.list({ prefix: '' })).objects;
}

/** Waits until so many objects of these sources are done, for as long as the hosts are well and objects come to be done. */
async function untilDone(sources: ReadableSource[], wanted: number, check: () => void): Promise<void> {
  let done = -1;
  for (let since = Date.now(); done < wanted; await sleep(50)) {
    check();
    const counts = sources.map(({ id }) =>
      watching.store.count({ kind: 'ledger', equals: { source_id: id, status: 'done' } }),
    );
    const count = (await Promise.all(counts)).reduce((sum, of) => sum + of, 0);
    if (count > done) since = Date.now();
    else if (Date.now() - since > STILL) throw new Error(await standstill(sources, count));
    done = count;
  }
}

/** What is known of objects that are not done, and who holds the leases. */
async function standstill(sources: ReadableSource[], done: number): Promise<string> {
  const { store, engine } = watching;
  const lines = [
    `Nothing was done for ${STILL / 1_000} s; ${done} of ${sources.length * OBJECTS} objects are.`,
  ];
  const leases = await store.find({ kind: 'lease', limit: 10 });
  for (const { id, reading } of sources) {
    const entries = await store.find<LedgerEntry>({
      kind: 'ledger',
      equals: { source_id: id },
      limit: 1_000,
    });
    const left = entries.filter(({ doc }) => doc.status !== 'done');
    const lease = leases.find((stored) => stored.id.endsWith(id));
    lines.push(
      `By ${reading?.kind ?? 'poll'}: ${entries.length} objects in the ledger of ${id}, not done are ${show(left)}`,
      `  its status ${show(await engine.status(id))}`,
      `  its lease ${show(lease)}`,
    );
  }
  lines.push(`S3 was asked for ${show(proxy.counts())} with the faults ${show(proxy.faults())}.`);
  return lines.join('\n');
}

const show = (value: unknown) => JSON.stringify(value);

/** Line numbers of each object's events: as many, and with the same sums, as if each line is there exactly once. */
async function lineSums(client: Client, { id }: ReadableSource): Promise<string[]> {
  const { body } = await client.search({
    index: 'siem-logs-vpcflow-*',
    body: {
      size: 0,
      query: { term: { 'siem.source.id': id } },
      aggs: {
        objects: {
          terms: { field: 'log.file.path', size: OBJECTS + 1 },
          aggs: { lines: { extended_stats: { field: 'log.offset' } } },
        },
      },
    },
  });
  const { buckets } = (body.aggregations as unknown as { objects: { buckets: LineBucket[] } }).objects;
  return buckets.map(({ lines: { count, sum, sum_of_squares: squares } }) => `${count} ${sum} ${squares}`);
}

interface LineBucket {
  lines: { count: number; sum: number; sum_of_squares: number };
}

const EACH_LINE_ONCE = [
  EVENTS,
  (EVENTS * (EVENTS + 1)) / 2,
  (EVENTS * (EVENTS + 1) * (2 * EVENTS + 1)) / 6,
].join(' ');

async function survives(processes: number): Promise<void> {
  const random = createRandom(SEED + processes);
  const polled = newSource(proxy.url, { pollInterval: '10s', prefix: 'flows/' });
  const plain = newSource(proxy.url);
  await Promise.all([fill(polled, random), fill(plain, random)]);
  const sources = [polled, await announce(plain, random)];
  proxy.setPlan(seeded(SEED, 0.25, S3_FAULTS, { method: 'GET' }));
  const total = sources.length * OBJECTS;

  const hosts = startHosts(processes, sources);
  try {
    const events = [
      ...Array.from({ length: KILLS }, () => 'kill' as const),
      ...Array.from({ length: RESTARTS }, () => 'restart' as const),
    ];
    const order = events
      .map((event) => ({ event, at: random.next() * 0.8 * total }))
      .sort((a, b) => a.at - b.at);
    for (const { event, at } of order) {
      await untilDone(sources, at, hosts.check);
      await sleep(random.next() * 300);
      if (event === 'restart') {
        await opensearch.halt();
        if (random.chance(0.5)) await hosts.kill(random);
        await opensearch.restart();
      } else await hosts.kill(random);
    }
    await untilDone(sources, total, hosts.check);
  } finally {
    await hosts.end();
  }
  const faults = Object.values(proxy.faults()).reduce((sum, count) => sum + count, 0);
  expect(faults).toBeGreaterThan(OBJECTS / 5);
  for (const source of sources) {
    expect(await indexed(watching.client, source)).toEqual({ events: OBJECTS * EVENTS, rejects: OBJECTS });
    expect(await lineSums(watching.client, source)).toEqual(Array(OBJECTS).fill(EACH_LINE_ONCE));
    expect(await watching.engine.status(source.id)).toMatchObject({
      objects: OBJECTS,
      events: OBJECTS * EVENTS,
      rejects: OBJECTS,
    });
  }
}

describe('killed processes, a restarted OpenSearch and a failing S3 together', () => {
  it('lose nothing and double nothing in three processes that share a polled source and a queue', () =>
    survives(3));
  if (SOAK) it('lose nothing and double nothing in one process', () => survives(1));
});
