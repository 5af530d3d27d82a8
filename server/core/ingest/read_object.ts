import { asSiemError, SiemError } from '../errors';
import type { Feed, Touched } from '../feed/feed';
import type { ReadableSource } from '../manage/sources';
import type { EventIndex, ListedObject } from '../ports';
import type { BulkBody } from './bulk_body';
import type { ReadObject } from './committer';
import { openDelivery } from './deliver_bodies';
import { unreadObject } from './exclude/exclusions';
import { rejectObject } from './ingest_object';
import {
  type BackfillMark,
  doneEntry,
  type KnownObject,
  type Ledger,
  type LedgerEntry,
  ledgerId,
} from './ledger';
import type { LogType } from './log_type';
import type { ObjectJob, ObjectPipeline } from './object_job';
import { olderDocuments } from './older_documents';
import { openProgress } from './progress';
import { Aborted, type RetryParts, untilDone } from './retry';

/** A worker thread that ended so often while it read nothing but this object, ended because of it. */
const MAX_CRASHES = 3;

export interface ReadParts extends RetryParts {
  source: ReadableSource;
  logType: LogType;
  pipeline: ObjectPipeline;
  eventIndex: EventIndex;
  ledger: Ledger;
  feed: Feed;
  /** How the source's events are kept. */
  keeping(): Promise<Pick<ObjectJob, 'limits' | 'schedule'>>;
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
  const entryOf = (counts: Parameters<typeof doneEntry>[2], error?: LedgerEntry['error']): LedgerEntry => ({
    ...doneEntry(source.id, object, counts, clock.now()),
    ...(mark && { backfill: mark }),
    ...(error && { error }),
  });
  const finished = (entry: LedgerEntry, minutes: number[]): ReadOutcome => {
    return {
      finished: { id, entry },
      touched: touchedBy(source, minutes, mark),
      ...(again && { older: olderDocuments(source, entry, ingestedAt) }),
    };
  };

  const excluded = unreadObject(source.exclusions, object);
  if (excluded || skipReason(parts.logType, object) !== undefined) {
    return finished(entryOf({ ...NOTHING, skips: 1, excluded }), []);
  }
  const retry = <T>(attempt: () => Promise<T>) => untilDone(attempt, parts, signal, parts.onTrouble);
  const job: ObjectJob = {
    source,
    object,
    ...(await retry(() => parts.keeping())),
    ingestedAt,
    operation: again ? 'index' : 'create',
    alone: known?.error?.code === 'worker_failed',
  };
  const delivery = openDelivery(job, { ...parts, signal });
  const startedAt = clock.monotonic();
  /** What was delivered, without what became rejects there. */
  const delivered = () => {
    const { events, rejects, duplicates, refused } = delivery.counts;
    const took = Math.round(clock.monotonic() - startedAt);
    return { events: events - refused, rejects: rejects + refused, duplicates, took };
  };
  const progress = openProgress(clock, async (minutes) => {
    const touched = touchedBy(source, minutes, mark);
    if (touched.length > 0) await retry(() => parts.feed.append(touched));
    await retry(() => ledger.progress(id, entryOf({ ...NOTHING, ...delivered() })));
  });
  const deliver = async (body: BulkBody) => {
    await delivery.deliver(body);
    await progress.delivered(body);
  };
  try {
    const counts = await parts.pipeline.read(job, deliver, signal);
    return finished(entryOf({ ...counts, ...delivered() }), progress.untold());
  } catch (thrown) {
    if (signal.aborted) throw new Aborted();
    const error = asSiemError(thrown);
    // What an earlier reading came to stays.
    if (again) return { error };
    // What is there now, the next listing finds.
    if (error.code === 's3_object_changed') {
      await ledger.drop(id);
      return 'changed';
    }
    const crashes = (known?.crashes ?? 0) + (job.alone && error.code === 'worker_failed' ? 1 : 0);
    if (crashes < MAX_CRASHES) {
      await ledger.fail(id, object, error, clock.now(), { crashes, backfill: mark });
      return { error };
    }
    const givenUp = new SiemError(
      'object_given_up',
      `Reading this object ended the worker thread ${crashes} times while nothing else was read, so the rest of it is left unread. ${error.message}`,
    );
    await rejectObject(job, givenUp.message, deliver);
    const { code, message } = givenUp;
    return finished(entryOf({ ...NOTHING, ...delivered() }, { code, message }), progress.untold());
  }
}

const NOTHING = { events: 0, duplicates: 0, rejects: 0, skips: 0, bytes: 0 };

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
