import { SiemError } from '../errors';
import type { Feed } from '../feed/feed';
import type { ReadableSource } from '../manage/sources';
import type { EventIndex, ListedObject, ObjectStore } from '../ports';
import { createCommitter } from './committer';
import { findAllObjects, findRecentObjects, hasDatedKeys } from './find_objects';
import type { FailedObject, Ledger } from './ledger';
import type { LogType } from './log_type';
import type { EventTimeLimits, ObjectPipeline } from './object_job';
import { readObject } from './read_object';
import { Aborted, type RetryParts, untilDone } from './retry';
import type { SourceBook } from './source_book';

const DAY = 86_400_000;
/** Dated folders are listed this far back; a whole listing once a day finds what came later still. */
const RECENT = 2 * DAY;
const WHOLE_LISTING_EVERY = DAY;
/** Longer than this, a whole listing with its reading is broken off. */
const WHOLE_LISTING_TAKES = 10 * 60_000;
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
    await readListed(source, parts, readers, now);
    return await readers.end();
  } finally {
    await readers.settled();
  }
}

/**
 * Lists and reads what is new. Of dated keys the last days come first, so that the present is seen while years of the past are being read; a
 * whole listing that takes long is broken off, and the next poll goes on with what is not in the ledger by then.
 */
async function readListed(
  source: ReadableSource,
  { book, clock, ledger, objects }: PollParts,
  readers: Readers,
  now: number,
): Promise<void> {
  const prefix = source.prefix ?? '';
  const startFrom = source.startFrom === undefined ? -Infinity : Date.parse(source.startFrom);
  const read = async (pages: AsyncIterable<ListedObject[]>, deadline = Infinity) => {
    for await (const page of pages) {
      const wanted = page.filter(({ lastModified }) => lastModified >= startFrom);
      for (const object of await ledger.unknown(source.bucket, wanted)) await readers.start(object);
      if (clock.monotonic() > deadline) return 'broken off';
    }
    return 'whole';
  };

  if (!(await hasDatedKeys(objects, prefix))) {
    await read(findAllObjects(objects, prefix));
    return;
  }
  await read(findRecentObjects(objects, { prefix, since: Math.max(startFrom - DAY, now - RECENT), now }));
  if (now - ((await book.lastWholeListing()) ?? -Infinity) < WHOLE_LISTING_EVERY) return;
  // What was just read must be in the ledger, or it would be found again.
  await readers.settled();
  const everything =
    startFrom === -Infinity
      ? findAllObjects(objects, prefix)
      : findRecentObjects(objects, { prefix, since: startFrom - DAY, now });
  const end = await read(everything, clock.monotonic() + WHOLE_LISTING_TAKES);
  if (end === 'whole') await book.note({ last_whole_listing: now });
}

interface Readers {
  /** Resolves when there is room for the next object. */
  start(object: ListedObject, before?: FailedObject): Promise<void>;
  /** A failed object that is not due yet. */
  waiting(failed: FailedObject): void;
  end(): Promise<PollResult>;
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

  async function read(object: ListedObject, before?: FailedObject): Promise<void> {
    const outcome = await readObject(object, before, { ...parts, source }, signal);
    const error = outcome !== 'changed' && 'error' in outcome ? outcome.error : undefined;
    failedInARow = error && !error.retryable ? failedInARow + 1 : 0;
    if (outcome !== 'changed' && 'finished' in outcome) {
      track(recording, record(outcome.finished, outcome.touched));
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
    async end() {
      await this.settled();
      check();
      return result;
    },
    async settled() {
      await Promise.all(reading);
      await Promise.all(recording);
    },
  };
}
