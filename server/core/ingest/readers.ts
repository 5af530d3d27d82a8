import type { SiemError } from '../errors';
import type { ListedObject } from '../ports';
import { createCommitter } from './committer';
import type { KnownObject, LedgerEntry } from './ledger';
import type { OlderDocuments } from './older_documents';
import { readObject, type ReadParts } from './read_object';
import { Aborted, untilDone } from './retry';
import type { SourceBook } from './source_book';

/** So many objects failing for good, one after the other, are a matter of the source: reading ends. */
const GIVE_UP_AFTER = 20;
/** So many read objects may wait to be recorded. */
const MAX_UNRECORDED = 500;

export interface ReadersParts extends ReadParts {
  book: SourceBook;
  removeOlder?(older: OlderDocuments[]): Promise<void>;
  onRecorded?(entry: LedgerEntry): void;
  onFailed(object: ListedObject, error: SiemError): void;
}

/** Reads objects of a source side by side. */
export interface Readers {
  /** Resolves when there is room for the next object; an object that is done is read again. */
  start(object: ListedObject, before?: KnownObject): Promise<void>;
  /** Resolves when all that was started is recorded; fails when that is not to be, or with `Aborted`. */
  recorded(): Promise<void>;
  /** Resolves when nothing goes on any more, however it ended. */
  settled(): Promise<void>;
}

/** Reads as many objects of a source at a time as the pipeline takes; recording goes on beside the reading. */
export function openReaders(parts: ReadersParts, signal: AbortSignal): Readers {
  const reading = new Set<Promise<void>>();
  const recording = new Set<Promise<void>>();
  let failedInARow = 0;
  let fatal: unknown;
  const retry = <T>(attempt: () => Promise<T>) => untilDone(attempt, parts, signal, parts.onTrouble);
  const record = createCommitter({ ...parts, retry });

  function track(tasks: Set<Promise<void>>, task: Promise<void>): void {
    const tracked: Promise<void> = task
      .catch((error: unknown) => {
        fatal ??= error;
      })
      .finally(() => tasks.delete(tracked));
    tasks.add(tracked);
  }

  async function read(object: ListedObject, before?: KnownObject): Promise<void> {
    const outcome = await readObject(object, before, parts, signal);
    const error = outcome !== 'changed' && 'error' in outcome ? outcome.error : undefined;
    failedInARow = error && !error.retryable ? failedInARow + 1 : 0;
    if (outcome !== 'changed' && 'finished' in outcome) {
      const { entry } = outcome.finished;
      track(
        recording,
        record(outcome).then(() => parts.onRecorded?.(entry)),
      );
    }
    if (!error) return;
    parts.onFailed(object, error);
    if (failedInARow >= GIVE_UP_AFTER) throw error;
  }

  function check(): void {
    if (signal.aborted) throw new Aborted();
    if (fatal !== undefined) throw fatal;
  }

  async function settled(): Promise<void> {
    await Promise.all(reading);
    await Promise.all(recording);
  }

  return {
    settled,
    async start(object, before) {
      check();
      track(reading, read(object, before));
      while (reading.size >= parts.pipeline.concurrency) await Promise.race(reading);
      while (recording.size >= MAX_UNRECORDED) await Promise.race(recording);
    },
    async recorded() {
      await settled();
      check();
    },
  };
}
