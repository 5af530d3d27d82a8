import { fork } from 'child_process';
import { once } from 'events';
import { join } from 'path';
import { startParts } from '../dev/embedded';
import {
  buildWorker,
  flowLines,
  newSource,
  type RunningEngine,
  startEngine,
} from '../test/integration/ingest_setup';
import type { ReadableSource } from '../server/core/manage/sources';
import { BUCKETS } from './bucket_shapes';

const MB = 1e6;
const SAMPLE_EVERY = 50;

export interface MemoryFigures {
  objects: number;
  events: number;
  /** Of text, in MB. */
  megabytes: number;
  seconds: number;
  /** Resident memory of the process, worker threads included, in MB: before, and the most there was above that. */
  idle: number;
  peakAboveIdle: number;
}

/**
 * What a process needs to read one object of 2 GB, and 50,000 small ones. Events go to a server that keeps nothing, so that reading is as fast as it can be;
 * the ledger is in a real OpenSearch.
 */
export async function measureMemory(): Promise<Record<keyof typeof BUCKETS, MemoryFigures>> {
  const parts = await startParts({ opensearch: { heap: '1g' } });
  const server = fork(join(__dirname, 'log_server.ts'), { execArgv: ['--import', 'tsx'] });
  try {
    const [port] = (await once(server, 'message')) as [number];
    const logs = `http://127.0.0.1:${port}`;
    await buildWorker();
    return {
      large: await measure('large', parts.opensearchUrl, logs),
      small: await measure('small', parts.opensearchUrl, logs),
    };
  } finally {
    server.kill();
    await parts.stop();
  }
}

async function measure(
  bucket: keyof typeof BUCKETS,
  opensearchUrl: string,
  logs: string,
): Promise<MemoryFigures> {
  const running = await startEngine({ opensearchUrl, bulkUrl: logs });
  try {
    return await poll(running, newSource(logs, { bucket }));
  } finally {
    await running.stop();
  }
}

async function poll({ engine }: RunningEngine, source: ReadableSource): Promise<MemoryFigures> {
  const { lines, members, objects: count } = BUCKETS[source.bucket as keyof typeof BUCKETS];
  const idle = process.memoryUsage.rss();
  let peak = idle;
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), SAMPLE_EVERY);
  const startedAt = performance.now();
  await engine.pollSource(source, new AbortController().signal);
  clearInterval(sampling);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  const { objects, events, lastError } = await engine.status(source.id);
  if (lastError) throw new Error(lastError.message);
  return {
    objects,
    events,
    megabytes: Math.round((flowLines(lines).length * members * count) / MB),
    seconds,
    idle: Math.round(idle / MB),
    peakAboveIdle: Math.round((peak - idle) / MB),
  };
}
