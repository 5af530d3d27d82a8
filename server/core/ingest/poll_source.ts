import { queueUrlOf } from '../../../common/source';
import { SiemError } from '../errors';
import type { Feed } from '../feed/feed';
import type { ReadableSource } from '../manage/sources';
import type { EventIndex, ListedObject, ObjectStore } from '../ports';
import { createCommitter } from './committer';
import type { KnownObject, Ledger } from './ledger';
import { listSource } from './list_source';
import type { LogType } from './log_type';
import type { EventTimeLimits, ObjectPipeline } from './object_job';
import { readObject } from './read_object';
import { Aborted, type RetryParts, untilDone } from './retry';
import type { SourceBook } from './source_book';

/** So many objects failing for good, one after the other, are a matter of the source: the poll ends. */
const GIVE_UP_AFTER = 20;
/** So many read objects may wait to be recorded. */
const MAX_UNRECORDED = 500;

export interface PollParts extends RetryParts {
  logType: LogType;
  objects: ObjectStore;
  pipeline: ObjectPipeline;
  eventIndex: EventIndex;
  feed: Feed;
  ledger: Ledger;
  book: SourceBook;
  limits(): EventTimeLimits;
  onTrouble(error: SiemError | undefined): void;
}

/** Objects that are still to be tried again, and why one of them failed. */
export interface PollResult {
  failing: number;
  error?: SiemError;
}

/**
 * Reads all objects of a source that are not in its ledger yet, and those whose next attempt is due. Fails with a SiemError when the bucket
 * cannot be listed or the state cannot be written, with `Aborted` when the signal aborts; what was finished by then is recorded.
 */
export async function pollSource(
  source: ReadableSource,
  parts: PollParts,
  signal: AbortSignal,
): Promise<PollResult> {
  const { book, ledger } = parts;
  const now = parts.clock.now();
  const readers = openReaders(source, parts, signal);
  try {
    await book.recover();
    for (const failed of await ledger.failed()) {
      if ((failed.entry.doc.due_at ?? 0) <= now) await readers.start(failed.object, failed);
      else readers.waiting(failed);
    }
    // What a queue announces is read by its consumers; only what has failed so far is tried again here.
    if (queueUrlOf(source) === undefined) await readListed(source, parts, readers);
    return await readers.end();
  } finally {
    await readers.settled();
  }
}

async function readListed(source: ReadableSource, parts: PollParts, readers: Readers): Promise<void> {
  const startFrom = source.startFrom === undefined ? -Infinity : Date.parse(source.startFrom);
  await listSource(source, {
    ...parts,
    async read(found) {
      const wanted = found.filter(({ lastModified }) => lastModified >= startFrom);
      const unknown = await parts.ledger.unknown(source.bucket, wanted);
      for (const object of unknown) await readers.start(object);
      return unknown.length;
    },
    recorded: () => readers.recorded(),
  });
}

interface Readers {
  /** Resolves when there is room for the next object. */
  start(object: ListedObject, before?: KnownObject): Promise<void>;
  /** A failed object that is not due yet. */
  waiting(failed: KnownObject): void;
  /** Resolves when all that was started is recorded; fails when that is not to be. */
  recorded(): Promise<void>;
  end(): Promise<PollResult>;
  /** Resolves when nothing goes on any more, however it ended. */
  settled(): Promise<void>;
}

/** Reads as many objects of a source at a time as the pipeline takes; recording goes on beside the reading. */
function openReaders(source: ReadableSource, parts: PollParts, signal: AbortSignal): Readers {
  const reading = new Set<Promise<void>>();
  const recording = new Set<Promise<void>>();
  const result: PollResult = { failing: 0 };
  let failedInARow = 0;
  let noted = false;
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
    const outcome = await readObject(object, before, { ...parts, source }, signal);
    const error = outcome !== 'changed' && 'error' in outcome ? outcome.error : undefined;
    failedInARow = error && !error.retryable ? failedInARow + 1 : 0;
    if (outcome !== 'changed' && 'finished' in outcome) {
      track(recording, record(outcome));
    }
    if (!error) return;
    result.failing++;
    result.error = error;
    if (failedInARow >= GIVE_UP_AFTER) throw error;
  }

  function check(): void {
    if (signal.aborted) throw new Aborted();
    if (fatal !== undefined) throw fatal;
  }

  return {
    async start(object, before) {
      check();
      if (!noted) await parts.book.note({ state: 'running' });
      noted = true;
      track(reading, read(object, before));
      while (reading.size >= parts.pipeline.concurrency) await Promise.race(reading);
      while (recording.size >= MAX_UNRECORDED) await Promise.race(recording);
    },
    waiting({ entry: { doc } }) {
      result.failing++;
      if (doc.error) result.error ??= new SiemError(doc.error.code, doc.error.message);
    },
    async recorded() {
      await this.settled();
      check();
    },
    async end() {
      await this.recorded();
      return result;
    },
    async settled() {
      await Promise.all(reading);
      await Promise.all(recording);
    },
  };
}
