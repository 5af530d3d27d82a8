import { Worker } from 'worker_threads';
import type { EnrichmentData } from '../enrichment/enrichment_data';
import { SiemError } from '../../core/errors';
import type { BulkBody } from '../../core/ingest/bulk_body';
import type { ObjectJob, ObjectReading } from '../../core/ingest/object_job';
import {
  ALIVE_EVERY,
  type FromWorker,
  JOBS_PER_THREAD,
  MISSED_BEFORE_STUCK,
  type ToWorker,
  type WorkerSettings,
} from './protocol';

interface RunningJob {
  job: number;
  /** The thread takes no other one beside it. */
  alone: boolean;
  deliver(body: BulkBody): Promise<void>;
  delivering: Set<Promise<void>>;
  /** Why a body could not be delivered; the worker's answer to the drop that follows would hide it. */
  undelivered?: { error: unknown };
  resolve(reading: ObjectReading): void;
  reject(error: unknown): void;
}

/** Parsing makes much that is soon forgotten: with room for it, fewer collections run (a tenth of the CPU, measured). */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 64 };

/** The host's side of one worker thread. An unheard `error` of a worker would end the whole host, so it is always heard. */
export class IngestThread {
  private readonly worker: Worker;
  private readonly running = new Map<number, RunningJob>();
  private jobs = 0;
  private failure: string | undefined;
  /** Counted, not timed, so that a machine that slept ends no thread. */
  private missed = 0;

  constructor(
    file: string,
    settings: WorkerSettings,
    onExit: (thread: IngestThread) => void,
    watchEvery = ALIVE_EVERY,
  ) {
    this.worker = new Worker(file, { workerData: settings, resourceLimits: RESOURCE_LIMITS });
    // Idle threads must not keep a process alive that has nothing else to do.
    this.worker.unref();
    this.worker.on('message', (message: FromWorker) => this.receive(message));
    this.worker.on('error', (error) => (this.failure = error.message));
    const watch = setInterval(() => this.endIfStuck(), watchEvery).unref();
    this.worker.on('exit', (code) => {
      clearInterval(watch);
      this.fail(this.failure ?? `exit code ${code}`);
      onExit(this);
    });
  }

  get busy(): boolean {
    return this.running.size >= JOBS_PER_THREAD || [...this.running.values()].some(({ alone }) => alone);
  }

  get jobCount(): number {
    return this.running.size;
  }

  /** Fails with `worker_failed` when the thread ends. */
  read(
    what: ObjectJob,
    deliver: (body: BulkBody) => Promise<void>,
    signal: AbortSignal,
  ): Promise<ObjectReading> {
    const job = ++this.jobs;
    const drop = () => this.post({ kind: 'drop', job });
    return new Promise<ObjectReading>((resolve, reject) => {
      this.running.set(job, {
        job,
        alone: what.alone ?? false,
        deliver,
        delivering: new Set(),
        resolve,
        reject,
      });
      this.post({ kind: 'read', job, what });
      if (signal.aborted) drop();
      else signal.addEventListener('abort', drop, { once: true });
    }).finally(() => signal.removeEventListener('abort', drop));
  }

  enrich(data: EnrichmentData): void {
    this.post({ kind: 'enrichment', data });
  }

  async terminate(): Promise<void> {
    await this.worker.terminate();
  }

  /** An object that keeps the thread busy without end must not take the others with it. */
  private endIfStuck(): void {
    this.missed = this.running.size > 0 ? this.missed + 1 : 0;
    if (this.missed < MISSED_BEFORE_STUCK) return;
    this.failure ??= 'it was stuck';
    void this.worker.terminate();
  }

  private receive(message: FromWorker): void {
    this.missed = 0;
    if (message.kind === 'alive') return;
    const running = this.running.get(message.job);
    if (!running) return;
    if (message.kind === 'body') this.deliver(running, message.body);
    else if (message.kind === 'done') void this.finish(running, message.reading);
    else this.end(running, new SiemError(message.code, message.message));
  }

  private deliver(running: RunningJob, body: BulkBody): void {
    const { job } = running;
    const delivery = running
      .deliver(body)
      .then(() => this.post({ kind: 'taken', job }))
      .catch((error: unknown) => {
        running.undelivered ??= { error };
        this.post({ kind: 'drop', job });
      })
      .finally(() => running.delivering.delete(delivery));
    running.delivering.add(delivery);
  }

  private async finish(running: RunningJob, reading: ObjectReading): Promise<void> {
    await Promise.all(running.delivering);
    this.end(running, reading);
  }

  private fail(reason: string): void {
    const message = `The ingest worker thread ended (${reason}); it is started again.`;
    for (const running of [...this.running.values()]) {
      this.end(running, new SiemError('worker_failed', message));
    }
  }

  private end(running: RunningJob, outcome: ObjectReading | SiemError): void {
    this.running.delete(running.job);
    if (running.undelivered) running.reject(running.undelivered.error);
    else if (outcome instanceof SiemError) running.reject(outcome);
    else running.resolve(outcome);
  }

  private post(message: ToWorker): void {
    this.worker.postMessage(message);
  }
}
