import type { MessagePort } from 'worker_threads';
import { asSiemError } from '../../core/errors';
import type { BulkBody } from '../../core/ingest/bulk_body';
import type { ObjectJob, ObjectReading } from '../../core/ingest/object_job';
import { BODIES_IN_FLIGHT, type FromWorker, type ToWorker } from './protocol';

/** Reads one object, awaiting `emit` for each finished body. */
export type ReadJob = (
  what: ObjectJob,
  emit: (body: BulkBody) => Promise<void>,
  signal: AbortSignal,
) => Promise<ObjectReading>;

interface CurrentJob {
  job: number;
  abort: AbortController;
  inFlight: number;
  /** Called at each `taken`. */
  wake(): void;
}

/** The worker thread's side of the protocol: runs the jobs that come in over `port`. */
export function serveJobs(port: MessagePort, read: ReadJob): void {
  let current: CurrentJob | undefined;
  const send = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

  async function run(job: number, what: ObjectJob): Promise<void> {
    const mine: CurrentJob = { job, abort: new AbortController(), inFlight: 0, wake: () => undefined };
    current = mine;
    const emit = async (body: BulkBody) => {
      while (mine.inFlight >= BODIES_IN_FLIGHT) await new Promise<void>((resolve) => (mine.wake = resolve));
      if (mine.abort.signal.aborted) throw new Error('dropped');
      mine.inFlight++;
      send({ kind: 'body', job, body }, [body.bytes.buffer as ArrayBuffer]);
    };
    try {
      const reading = await read(what, emit, mine.abort.signal);
      send({ kind: 'done', job, reading });
    } catch (thrown) {
      const { code, message } = asSiemError(thrown);
      send({ kind: 'failed', job, code, message });
    }
  }

  port.on('message', (message: ToWorker) => {
    if (message.kind === 'read') void run(message.job, message.what);
    else if (message.job === current?.job) {
      if (message.kind === 'taken') current.inFlight--;
      else {
        current.abort.abort();
        current.inFlight = 0;
      }
      current.wake();
    }
  });
}
