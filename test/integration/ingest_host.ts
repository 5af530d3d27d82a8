import { queueUrlOf } from '../../common/source';
import { createPollJobs } from '../../server/core/ingest/poll_jobs';
import { createQueueConsumers } from '../../server/core/ingest/queue_consumers';
import type { ReadableSource, RunnableSource } from '../../server/core/manage/sources';
import { createScheduler } from '../../server/core/schedule/scheduler';
import { hurriedClock, hurriedQueue } from './hurried_clock';
import { type RunningEngine, startEngine } from './ingest_setup';

/** What a host process is told. */
export interface HostOrder {
  opensearchUrl: string;
  sources: ReadableSource[];
  /** See `hurriedClock`. */
  origin: number;
  speed: number;
}

/** Ingests as a host does, polls under leases and queues without, until it is killed. */
async function main({ opensearchUrl, sources, origin, speed }: HostOrder): Promise<void> {
  const clock = hurriedClock(origin, speed);
  const { engine, store } = await started(() =>
    startEngine({
      opensearchUrl,
      threads: 1,
      clock,
      wrapQueue: (queue) => hurriedQueue(queue, speed),
    }),
  );
  const runnable = async (): Promise<RunnableSource[]> =>
    sources.map((source) => ({
      ...source,
      queued: queueUrlOf(source) !== undefined,
      revision: '1',
      open: () => source,
    }));
  const parts = { sources: { runnable }, engine, clock };
  const silent = () => undefined;
  const logger = { debug: silent, info: silent, warn: silent, error: silent };
  createScheduler({
    state: store,
    clock,
    logger,
    owner: `${process.pid}`,
    jobs: createPollJobs(parts),
  }).start();
  createQueueConsumers(parts).start();
}

/** OpenSearch may be down when the process starts. */
async function started(start: () => Promise<RunningEngine>): Promise<RunningEngine> {
  for (;;) {
    try {
      return await start();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

void main(JSON.parse(process.env['ORDER'] ?? '') as HostOrder);
