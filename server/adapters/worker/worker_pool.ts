import { setMaxListeners } from 'events';
import { cpus } from 'os';
import type { EnrichmentData } from '../enrichment/enrichment_data';
import { SiemError } from '../../core/errors';
import type { BulkBody } from '../../core/ingest/bulk_body';
import type { ObjectJob, ObjectPipeline, ObjectReading } from '../../core/ingest/object_job';
import type { Logger } from '../../core/ports';
import { IngestThread } from './ingest_thread';
import { JOBS_PER_THREAD, type WorkerSettings } from './protocol';

export interface WorkerPoolOptions extends WorkerSettings {
  /** The worker's bundle, such as `path.join(__dirname, 'ingest_worker.js')`. */
  file: string;
  /** Threads; one less than the machine has cores unless given, at least one. */
  size?: number;
  /** How often is looked whether a thread is stuck, in milliseconds; as often as threads say that they are not, unless given. */
  watchEvery?: number;
  logger: Logger;
}

export interface WorkerPool extends ObjectPipeline {
  /** `idle` before `start` and after `stop`; `failed` while no thread stays up. */
  state(): 'running' | 'failed' | 'idle';
  start(): void;
  /** What objects begun from now on are enriched from. */
  enrich(data: EnrichmentData): void;
  /** Ends the threads at once; what they read fails with `worker_failed`. */
  stop(): Promise<void>;
}

interface QueuedJob {
  alone: boolean;
  start(thread: IngestThread): void;
  /** The job ends before it has begun. */
  drop(reason: string): void;
}

/** A thread that ended is replaced after this long, so that one that cannot start does not keep the machine busy. */
const RESTART_DELAY = 1_000;
/** A thread that is up for so long is well. */
const SOUND_AFTER = 10_000;

/** Reads objects in worker threads, in the order in which they are asked for. */
export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const size = Math.max(1, options.size ?? cpus().length - 1);
  const threads = new Set<IngestThread>();
  const queue: QueuedJob[] = [];
  let started = false;
  let enrichment: EnrichmentData | undefined;
  let failures = 0;

  function spawn(): void {
    if (!started) return;
    const { file, outbound, watchEvery } = options;
    try {
      const thread = new IngestThread(file, { outbound }, replace, watchEvery);
      if (enrichment) thread.enrich(enrichment);
      threads.add(thread);
      setTimeout(() => threads.has(thread) && (failures = 0), SOUND_AFTER).unref();
    } catch (error) {
      failed(error instanceof Error ? error.message : String(error));
      return;
    }
    assign();
  }

  function replace(thread: IngestThread): void {
    threads.delete(thread);
    if (started) failed('it ended');
  }

  function failed(reason: string): void {
    failures++;
    options.logger.error(`An ingest worker thread failed (${reason}) and is started again.`);
    setTimeout(spawn, RESTART_DELAY).unref();
  }

  /** The thread with the fewest jobs gets the next one; a job that is to be alone waits for one without any. */
  function assign(): void {
    for (let next = queue[0]; next; next = queue[0]) {
      const [thread] = [...threads].filter(({ busy }) => !busy).sort((a, b) => a.jobCount - b.jobCount);
      if (!thread || (next.alone && thread.jobCount > 0)) return;
      queue.shift();
      next.start(thread);
    }
  }

  return {
    concurrency: size * JOBS_PER_THREAD,
    state: () => (started ? (threads.size === 0 || failures > 0 ? 'failed' : 'running') : 'idle'),

    start() {
      if (started) return;
      started = true;
      for (let count = 0; count < size; count++) spawn();
    },

    enrich(data) {
      enrichment = data;
      for (const thread of threads) thread.enrich(data);
    },

    async stop() {
      started = false;
      for (const queued of queue.splice(0)) queued.drop('The ingest worker threads were stopped.');
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },

    read(job: ObjectJob, deliver: (body: BulkBody) => Promise<void>, signal: AbortSignal) {
      if (!started) {
        return Promise.reject(new SiemError('worker_failed', 'The ingest worker threads are stopped.'));
      }
      // Each job of a poll listens to the poll's one signal.
      setMaxListeners(0, signal);
      return new Promise<ObjectReading>((resolve, reject) => {
        const abortInQueue = () => {
          queue.splice(queue.indexOf(queued), 1);
          queued.drop('The object was dropped before it was read.');
          assign();
        };
        const queued: QueuedJob = {
          alone: job.alone ?? false,
          start(thread) {
            signal.removeEventListener('abort', abortInQueue);
            thread
              .read(job, deliver, signal)
              .then((reading) => {
                failures = 0;
                resolve(reading);
              }, reject)
              .finally(assign);
          },
          drop(reason) {
            signal.removeEventListener('abort', abortInQueue);
            reject(new SiemError('worker_failed', reason));
          },
        };
        signal.addEventListener('abort', abortInQueue, { once: true });
        queue.push(queued);
        assign();
      });
    },
  };
}
