import type { ListedObject, Logger, MessageQueue, QueueMessage } from '../ports';
import { createCommitter } from './committer';
import { isDue } from './ledger';
import type { QueueBook } from './queue_book';
import { type AnnouncedObject, parseMessage } from './queue_message';
import { readObject, type ReadParts } from './read_object';
import { Aborted, backOff, untilDone } from './retry';
import type { SourceBook } from './source_book';

/** Seconds for which a message is hidden from other consumers; renewed for as long as its objects are being read. */
const HIDDEN = 60;
const RENEW_EVERY = (HIDDEN / 3) * 1_000;
const MAX_MESSAGES = 10;
/** Seconds until a message comes again that could not be dealt with; doubled each time up to the longest. */
const PAUSE_FIRST = 10;
const PAUSE_LONGEST = 900;

export interface ConsumeParts extends ReadParts {
  queue: MessageQueue;
  book: SourceBook;
  queueBook: QueueBook;
  logger: Logger;
}

/**
 * Reads the objects that a queue's messages announce, until the signal aborts. A message is removed only when the ledger has all its objects as
 * done; one whose objects fail is hidden for a while and comes again, and so does one that cannot be read, until the queue's redrive policy moves
 * it away. Several nodes may consume one queue: reading an object twice changes nothing.
 *
 * Fails with a SiemError where repeating does not help: no such queue, no right, state that cannot be written.
 */
export async function consumeQueue(parts: ConsumeParts, signal: AbortSignal): Promise<void> {
  const { queue, pipeline } = parts;
  const working = new Set<Promise<void>>();
  let fatal: unknown;
  let well = false;
  const retry = <T>(attempt: () => Promise<T>) => untilDone(attempt, parts, signal, parts.onTrouble);
  const handle = createHandler(parts, retry, signal);

  function start(message: QueueMessage): void {
    const tracked: Promise<void> = handle(message)
      .catch((error: unknown) => {
        fatal ??= error;
      })
      .finally(() => working.delete(tracked));
    working.add(tracked);
  }

  try {
    while (!signal.aborted && fatal === undefined) {
      const room = Math.min(pipeline.concurrency - working.size, MAX_MESSAGES);
      if (room <= 0) {
        await Promise.race(working);
        continue;
      }
      const messages = await retry(() => queue.receive(room, HIDDEN, signal));
      if (!well) parts.onTrouble(undefined);
      well = true;
      messages.forEach(start);
    }
  } finally {
    await Promise.all(working);
  }
  if (signal.aborted) throw new Aborted();
  throw fatal;
}

type Retry = <T>(attempt: () => Promise<T>) => Promise<T>;

/** Does what one message asks for. Throws only what ends the consuming. */
function createHandler(parts: ConsumeParts, retry: Retry, signal: AbortSignal) {
  const { source, queue, queueBook, ledger, clock, random, logger } = parts;
  const record = createCommitter({ ...parts, retry });
  const startFrom = source.startFrom === undefined ? -Infinity : Date.parse(source.startFrom);

  /** Whether the object needs nothing more: it is indexed, or there is no such object any more. */
  async function settle(object: ListedObject): Promise<boolean> {
    const [known] = await retry(() => ledger.find(source.bucket, [object]));
    if (known?.doc.status === 'done') return true;
    if (known && !isDue(known.doc, clock.now())) return false;
    const outcome = await readObject(object, known && { object, entry: known }, parts, signal);
    // Whatever replaced it is announced by a message of its own.
    if (outcome === 'changed') return true;
    if ('error' in outcome) return false;
    await record(outcome);
    return true;
  }

  async function work(message: QueueMessage, objects: AnnouncedObject[]): Promise<void> {
    const ours = objects.filter(({ bucket, key }) => isOurs(bucket, key));
    let settled = true;
    for (const { bucket: _, ...object } of ours) {
      if (object.lastModified >= startFrom && !(await settle(object))) settled = false;
    }
    if (!settled) return postpone(message);
    await retry(() => queue.remove(message));
    const refused = objects.length - ours.length;
    if (refused > 0) await retry(() => queueBook.count({ refused }));
  }

  /** Leaves a message that cannot be read to the redrive policy. */
  async function leave(message: QueueMessage): Promise<void> {
    await postpone(message);
    if (message.receiveCount > 1) return;
    logger.warn(`Source "${source.name}": message ${message.id} of its queue announces no S3 object.`);
    await retry(() => queueBook.count({ unreadable: 1 }));
  }

  /** Gives the message back for later. The queue's redrive policy counts how often, and ends it. */
  function postpone(message: QueueMessage): Promise<void> {
    const pause = backOff(message.receiveCount - 1, random(), PAUSE_FIRST, PAUSE_LONGEST);
    return retry(() => queue.hide(message, pause));
  }

  function isOurs(bucket: string, key: string): boolean {
    return bucket === source.bucket && key.startsWith(source.prefix ?? '');
  }

  async function keepHidden(message: QueueMessage, done: AbortSignal): Promise<void> {
    for (;;) {
      await clock.sleep(RENEW_EVERY, done);
      if (done.aborted) return;
      // Not renewed, the message is received again, perhaps elsewhere: that costs time and harms nothing.
      await queue.hide(message, HIDDEN).catch(() => undefined);
    }
  }

  return async (message: QueueMessage): Promise<void> => {
    const objects = parseMessage(message.body);
    const done = new AbortController();
    const keeping = keepHidden(message, done.signal);
    try {
      await (objects ? work(message, objects) : leave(message));
    } catch (error) {
      // Another node may go on with it at once.
      if (signal.aborted) await queue.hide(message, 0).catch(() => undefined);
      throw error;
    } finally {
      done.abort();
      await keeping;
    }
  };
}
