import { asSiemError, type SiemError } from '../errors';
import type { Touched } from '../feed/feed';
import type { ReadableSource } from '../manage/sources';
import type { Clock, EventIndex, ListedObject } from '../ports';
import { openDelivery } from './deliver_bodies';
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
  /** Records a finished object. */
  finish(finished: Finished, touched: Touched[]): Promise<void>;
  limits(): EventTimeLimits;
  onTrouble(error: SiemError | undefined): void;
}

/**
 * Reads, indexes and records one object, or skips it for good. An error of the object is noted in the ledger and returned. Errors of the
 * recording itself are thrown, and so is `Aborted`.
 */
export async function readObject(
  object: ListedObject,
  before: FailedObject | undefined,
  parts: ReadParts,
  signal: AbortSignal,
): Promise<SiemError | undefined> {
  const { source, clock, ledger } = parts;
  const id = ledgerId(source.id, source.bucket, object);
  const record = (counts: Parameters<typeof doneEntry>[2], minutes: number[]) => {
    const entry: LedgerEntry = doneEntry(source.id, object, counts, clock.now());
    const { logType, namespace } = source;
    const touched = minutes.length > 0 ? [{ type: logType, namespace, minutes }] : [];
    return parts.finish({ id, entry }, touched);
  };

  if (skipReason(parts.logType, object) !== undefined) {
    await record({ events: 0, duplicates: 0, rejects: 0, skips: 1, bytes: 0 }, []);
    return undefined;
  }
  const job = { source, object, limits: parts.limits(), ingestedAt: isoNow(clock) };
  const delivery = openDelivery(job, { ...parts, signal });
  let reading;
  try {
    reading = await parts.pipeline.read(job, delivery.deliver, signal);
  } catch (thrown) {
    if (signal.aborted) throw new Aborted();
    const error = asSiemError(thrown);
    if (error.code !== 's3_object_changed') await ledger.fail(id, object, before, error, clock.now());
    else if (before) await ledger.drop(before);
    return error;
  }
  const { duplicates, refused } = delivery.counts;
  const { minutes, ...counts } = reading;
  const events = counts.events - refused;
  await record({ ...counts, events, duplicates, rejects: counts.rejects + refused }, minutes);
  return undefined;
}

/** Why an object is none of the logs: a marker that AWS writes beside them, a folder, nothing in it. */
export function skipReason(logType: LogType, { key, size }: ListedObject): string | undefined {
  if (size === 0) return 'the object is empty';
  return logType.skipObject(key);
}

function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
