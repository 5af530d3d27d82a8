import type { Feed, Touched } from '../feed/feed';
import type { Finished, SourceBook } from './source_book';

const MAX_BATCH = 200;

interface Waiting {
  finished: Finished;
  touched: Touched[];
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Records finished objects: first the feed, then totals and ledger. Were it the other way round, a crash in between would hide events from
 * rules. Objects that finish while a batch is being written make up the next one.
 */
export function createCommitter(parts: {
  feed: Feed;
  book: SourceBook;
  /** Repeats what a retry can help. */
  retry<T>(attempt: () => Promise<T>): Promise<T>;
}): (finished: Finished, touched: Touched[]) => Promise<void> {
  const { feed, book, retry } = parts;
  const waiting: Waiting[] = [];
  let writing = false;

  async function writeAll(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MAX_BATCH);
      try {
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

  return (finished, touched) =>
    new Promise((resolve, reject) => {
      waiting.push({ finished, touched, resolve, reject });
      if (!writing) void writeAll();
    });
}
