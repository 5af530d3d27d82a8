import { queueUrlOf } from '../../../common/source';
import { SiemError } from '../errors';
import type { Feed } from '../feed/feed';
import type { ReadableSource } from '../manage/sources';
import type { ListedObject, ObjectStore } from '../ports';
import { isDue, type KnownObject } from './ledger';
import { listSource } from './list_source';
import type { ReadParts } from './read_object';
import { openReaders } from './readers';
import type { SourceBook } from './source_book';

export interface PollParts extends Omit<ReadParts, 'source'> {
  objects: ObjectStore;
  feed: Feed;
  book: SourceBook;
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
  const result: PollResult = { failing: 0 };
  const readers = openReaders({ ...parts, source, onFailed }, signal);
  let noted = false;

  function onFailed(_object: ListedObject, error: SiemError): void {
    result.failing++;
    result.error = error;
  }

  async function start(object: ListedObject, before?: KnownObject): Promise<void> {
    if (!noted) await book.note({ state: 'running' });
    noted = true;
    await readers.start(object, before);
  }

  try {
    await book.recover();
    for (const failed of await ledger.failed()) {
      const { error } = failed.entry.doc;
      if (isDue(failed.entry.doc, now)) await start(failed.object, failed);
      else {
        result.failing++;
        if (error) result.error ??= new SiemError(error.code, error.message);
      }
    }
    // What a queue announces is read by its consumers; only what has failed so far is tried again here.
    if (queueUrlOf(source) === undefined) {
      await readListed(source, parts, { start, recorded: () => readers.recorded() });
    }
    await readers.recorded();
    return result;
  } finally {
    await readers.settled();
  }
}

async function readListed(
  source: ReadableSource,
  parts: PollParts,
  { start, recorded }: { start(object: ListedObject): Promise<void>; recorded(): Promise<void> },
): Promise<void> {
  const startFrom = source.startFrom === undefined ? -Infinity : Date.parse(source.startFrom);
  await listSource(source, {
    ...parts,
    async read(found) {
      const wanted = found.filter(({ lastModified }) => lastModified >= startFrom);
      const unknown = await parts.ledger.unknown(source.bucket, wanted);
      for (const object of unknown) await start(object);
      return unknown.length;
    },
    recorded,
  });
}
