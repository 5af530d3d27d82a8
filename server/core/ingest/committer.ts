import type { Feed, Touched } from '../feed/feed';
import type { OlderDocuments } from './older_documents';
import type { Finished, SourceBook } from './source_book';

const MAX_BATCH = 200;

/** What an object that was read leaves to be recorded. */
export interface ReadObject {
  finished: Finished;
  touched: Touched[];
  /** Of one that was read again: what is to vanish from the index. */
  older?: OlderDocuments;
}

interface Waiting extends ReadObject {
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Records finished objects: first what earlier readings left is removed, then come the feed, totals and ledger. Were they the other way round,
 * a crash in between would hide events from rules, or leave some that are not counted. Objects that finish while a batch is being written make up the next one.
 */
export function createCommitter(parts: {
  feed: Feed;
  book: SourceBook;
  /** Needed where objects are read again. */
  removeOlder?(older: OlderDocuments[]): Promise<void>;
  /** Repeats what a retry can help. */
  retry<T>(attempt: () => Promise<T>): Promise<T>;
}): (read: ReadObject) => Promise<void> {
  const { feed, book, retry, removeOlder } = parts;
  const waiting: Waiting[] = [];
  let writing = false;

  async function writeAll(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MAX_BATCH);
      try {
        const older = batch.flatMap((item) => item.older ?? []);
        if (older.length > 0) await retry(async () => removeOlder?.(older));
        const touched = batch.flatMap((item) => item.touched);
        if (touched.length > 0) await retry(() => feed.append(touched));
        await retry(() => book.commit(batch.map(({ finished }) => finished)));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    writing = false;
  }

  return (read) =>
    new Promise((resolve, reject) => {
      waiting.push({ ...read, resolve, reject });
      if (!writing) void writeAll();
    });
}
