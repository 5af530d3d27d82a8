import { asSiemError, type SiemError } from '../errors';
import type { Touched } from '../feed/feed';
import type { ReadableSource } from '../manage/sources';
import type { EventIndex, ListedObject } from '../ports';
import { openDelivery } from './deliver_bodies';
import { unreadObject } from './exclude/exclusions';
import { doneEntry, type FailedObject, type Ledger, type LedgerEntry, ledgerId } from './ledger';
import type { LogType } from './log_type';
import type { EventTimeLimits, ObjectPipeline } from './object_job';
import { Aborted, type RetryParts } from './retry';
import type { Finished } from './source_book';

export interface ReadParts extends RetryParts {
  source: ReadableSource;
  logType: LogType;
  pipeline: ObjectPipeline;
  eventIndex: EventIndex;
  ledger: Ledger;
  limits(): EventTimeLimits;
  onTrouble(error: SiemError | undefined): void;
}

/** An object that is read and indexed, but not recorded yet; or why it could not be, which is noted in the ledger. */
export type ReadOutcome = { finished: Finished; touched: Touched[] } | { error: SiemError } | 'changed';

/** Reads and indexes one object, or skips it for good. Errors of the ledger are thrown, and so is `Aborted`. */
export async function readObject(
  object: ListedObject,
  before: FailedObject | undefined,
  parts: ReadParts,
  signal: AbortSignal,
): Promise<ReadOutcome> {
  const { source, clock, ledger } = parts;
  const id = ledgerId(source.id, source.bucket, object);
  const finished = (counts: Parameters<typeof doneEntry>[2], minutes: number[]): ReadOutcome => {
    const entry: LedgerEntry = doneEntry(source.id, object, counts, clock.now());
    const { logType: type, namespace } = source;
    return { finished: { id, entry }, touched: minutes.length > 0 ? [{ type, namespace, minutes }] : [] };
  };

  const excluded = unreadObject(source.exclusions, object);
  if (excluded || skipReason(parts.logType, object) !== undefined) {
    return finished({ events: 0, duplicates: 0, rejects: 0, skips: 1, bytes: 0, excluded }, []);
  }
  const job = { source, object, limits: parts.limits(), ingestedAt: new Date(clock.now()).toISOString() };
  const delivery = openDelivery(job, { ...parts, signal });
  const startedAt = clock.monotonic();
  try {
    const { minutes, ...counts } = await parts.pipeline.read(job, delivery.deliver, signal);
    const { duplicates, refused } = delivery.counts;
    const [events, rejects] = [counts.events - refused, counts.rejects + refused];
    const took = Math.round(clock.monotonic() - startedAt);
    return finished({ ...counts, events, duplicates, rejects, took }, minutes);
  } catch (thrown) {
    if (signal.aborted) throw new Aborted();
    const error = asSiemError(thrown);
    if (error.code !== 's3_object_changed') {
      await ledger.fail(id, object, before, error, clock.now());
      return { error };
    }
    // What is there now, the next listing finds.
    if (before) await ledger.drop(before);
    return 'changed';
  }
}

/** Why an object is none of the logs: a marker that AWS writes beside them, a folder, nothing in it. */
export function skipReason(logType: LogType, { key, size }: ListedObject): string | undefined {
  if (size === 0) return 'the object is empty';
  return logType.skipObject(key);
}
