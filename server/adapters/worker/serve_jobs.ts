import type { MessagePort } from 'worker_threads';
import type { EnrichmentData } from '../enrichment/enrichment_data';
import { asSiemError } from '../../core/errors';
import type { BulkBody } from '../../core/ingest/bulk_body';
import type { ObjectJob, ObjectReading } from '../../core/ingest/object_job';
import { ALIVE_EVERY, BODIES_IN_FLIGHT, type FromWorker, type ToWorker } from './protocol';

/** Reads one object, awaiting `emit` for each finished body. */
export type ReadJob = (
  what: ObjectJob,
  emit: (body: BulkBody) => Promise<void>,
  signal: AbortSignal,
) => Promise<ObjectReading>;

interface Job {
  abort: AbortController;
  inFlight: number;
  /** Called at each message about the job. */
  wake(): void;
}

/** The worker thread's side of the protocol: runs the jobs that come in over `port`. */
export function serveJobs(
  port: MessagePort,
  { read, enrich }: { read: ReadJob; enrich(data: EnrichmentData): void },
): void {
  const jobs = new Map<number, Job>();
  const send = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

  async function run(job: number, what: ObjectJob): Promise<void> {
    const mine: Job = { abort: new AbortController(), inFlight: 0, wake: () => undefined };
    const { signal } = mine.abort;
    jobs.set(job, mine);
    const emit = async (body: BulkBody) => {
      while (mine.inFlight >= BODIES_IN_FLIGHT && !signal.aborted) {
        await new Promise<void>((resolve) => (mine.wake = resolve));
      }
      if (signal.aborted) throw new Error('dropped');
      mine.inFlight++;
      send({ kind: 'body', job, body }, [body.bytes.buffer as ArrayBuffer]);
    };
    try {
      const reading = await read(what, emit, signal);
      send({ kind: 'done', job, reading });
    } catch (thrown) {
      const { code, message } = asSiemError(thrown);
      send({ kind: 'failed', job, code, message });
    } finally {
      jobs.delete(job);
    }
  }

  setInterval(() => send({ kind: 'alive' }), ALIVE_EVERY).unref();
  port.on('message', (message: ToWorker) => {
    if (message.kind === 'read') {
      void run(message.job, message.what);
      return;
    }
    if (message.kind === 'enrichment') {
      enrich(message.data);
      return;
    }
    const job = jobs.get(message.job);
    if (!job) return;
    if (message.kind === 'taken') job.inFlight--;
    else job.abort.abort();
    job.wake();
  });
}
