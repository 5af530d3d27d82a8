import { asSiemError, type SiemError } from '../errors';
import type { Touched } from '../feed/feed';
import type { ReadableSource } from '../manage/sources';
import type { EventIndex, ListedObject } from '../ports';
import type { ReadObject } from './committer';
import { openDelivery } from './deliver_bodies';
import { unreadObject } from './exclude/exclusions';
import { type BackfillMark, doneEntry, type KnownObject, type Ledger, ledgerId } from './ledger';
import type { LogType } from './log_type';
import type { EventTimeLimits, ObjectJob, ObjectPipeline } from './object_job';
import { olderDocuments } from './older_documents';
import { Aborted, type RetryParts } from './retry';

export interface ReadParts extends RetryParts {
  source: ReadableSource;
  logType: LogType;
  pipeline: ObjectPipeline;
  eventIndex: EventIndex;
  ledger: Ledger;
  limits(): EventTimeLimits;
  /** The backfill it is read for. */
  backfill?: BackfillMark;
  onTrouble(error: SiemError | undefined): void;
}

/** An object that is read and indexed, but not recorded yet; or why it could not be, which is noted in the ledger. */
export type ReadOutcome = ReadObject | { error: SiemError } | 'changed';

/**
 * Reads and indexes one object, or skips it for good; one that is done is read again, and what comes of it replaces what there is. Errors of the
 * ledger are thrown, and so is `Aborted`.
 */
export async function readObject(
  object: ListedObject,
  before: KnownObject | undefined,
  parts: ReadParts,
  signal: AbortSignal,
): Promise<ReadOutcome> {
  const { source, clock, ledger } = parts;
  const id = ledgerId(source.id, source.bucket, object);
  const known = before?.entry.doc;
  const again = known?.status === 'done' ? known : undefined;
  const mark = markOf(parts.backfill ?? known?.backfill, again);
  const ingestedAt = new Date(clock.now()).toISOString();
  const finished = (counts: Parameters<typeof doneEntry>[2], minutes: number[]): ReadOutcome => {
    const entry = { ...doneEntry(source.id, object, counts, clock.now()), ...(mark && { backfill: mark }) };
    return {
      finished: { id, entry },
      touched: touchedBy(source, minutes, mark),
      ...(again && { older: olderDocuments(source, entry, ingestedAt) }),
    };
  };

  const excluded = unreadObject(source.exclusions, object);
  if (excluded || skipReason(parts.logType, object) !== undefined) {
    return finished({ events: 0, duplicates: 0, rejects: 0, skips: 1, bytes: 0, excluded }, []);
  }
  const job: ObjectJob = {
    source,
    object,
    limits: parts.limits(),
    ingestedAt,
    operation: again ? 'index' : 'create',
  };
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
    // What an earlier reading came to stays.
    if (again) return { error };
    if (error.code !== 's3_object_changed') {
      await ledger.fail(id, object, before, error, clock.now(), mark);
      return { error };
    }
    // What is there now, the next listing finds.
    if (before) await ledger.drop(before);
    return 'changed';
  }
}

function markOf(
  mark: BackfillMark | undefined,
  again: NonNullable<BackfillMark['was']> | undefined,
): BackfillMark | undefined {
  return mark && again ? { ...mark, was: { events: again.events, rejects: again.rejects } } : mark;
}

/** What rules get to hear of the events; nothing of a backfill that they shall not judge. */
function touchedBy(
  { logType: type, namespace }: ReadableSource,
  minutes: number[],
  mark: BackfillMark | undefined,
): Touched[] {
  if (minutes.length === 0 || mark?.evaluate === false) return [];
  return [{ type, namespace, minutes, ...(mark && { backfill: true }) }];
}

/** Why an object is none of the logs: a marker that AWS writes beside them, a folder, nothing in it. */
export function skipReason(logType: LogType, { key, size }: ListedObject): string | undefined {
  if (size === 0) return 'the object is empty';
  return logType.skipObject(key);
}
