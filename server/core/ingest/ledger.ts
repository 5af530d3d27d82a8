import { createHash } from 'crypto';
import type { ExcludedCount } from '../../../common/exclusion';
import type { ErrorCode, SiemError } from '../errors';
import type { ListedObject, StateFields, StateStore, Stored } from '../ports';
import { backOff } from './retry';

/** By what backfill an object was read, as its ledger entry keeps it. */
export interface BackfillMark {
  id: string;
  /** Whether rules are to judge the events. */
  evaluate: boolean;
  /** What an earlier reading had come to, where the object was read again. */
  was?: Pick<LedgerEntry, 'events' | 'rejects'>;
}

/** What is known of one object of a source, as it stands in `.siem-state`. */
export interface LedgerEntry extends StateFields {
  kind: 'ledger';
  source_id: string;
  key: string;
  /** `reading`: a long object that has not failed before, some of whose events are indexed; by a process that goes on with it or has ended. */
  status: 'done' | 'failed' | 'reading';
  /** Epoch milliseconds of the last change. */
  at: number;
  etag: string;
  size: number;
  /** Epoch milliseconds of S3's Last-Modified. */
  modified: number;
  /** Events of the object that are in the index, duplicates included. */
  events: number;
  /** Those among them that were there before: from an attempt that was cut short, or from another object. */
  duplicates: number;
  rejects: number;
  skips: number;
  excluded?: ExcludedCount[];
  /** Stored bytes read. */
  bytes: number;
  /** Milliseconds from the start of its reading until all its events were indexed. */
  took?: number;
  /** Epoch milliseconds of the newest event. */
  newest?: number;
  /** Failed attempts so far, why the last one failed, and when the next one is due. */
  attempts?: number;
  error?: { code: ErrorCode; message: string };
  due_at?: number;
  /** How often a worker thread ended that read this object alone. */
  crashes?: number;
  /** Absent where the object was read as a new one. */
  backfill?: BackfillMark;
}

const MGET_IDS = 500;
const MAX_FAILED = 1_000;
/** AWS never overwrites a log object, so there is mostly one. */
const MAX_VERSIONS = 100;
const RETRY_FIRST = 30_000;
const RETRY_LONGEST = 3_600_000;

/** The same object of the same source always has the same entry; a replaced object (a new ETag) is another one. */
export function ledgerId(sourceId: string, bucket: string, { key, etag }: ListedObject): string {
  const hash = createHash('sha256').update(`${bucket}\n${key}\n${etag}`).digest('base64url').slice(0, 27);
  return `ledger:${sourceId}:${hash}`;
}

/** Whether a failed object is to be tried again. A time further ahead than any pause means that a clock was set back. */
export function isDue({ due_at = 0 }: LedgerEntry, now: number): boolean {
  return due_at <= now || due_at > now + RETRY_LONGEST;
}

/** A fresh entry of an object that was read. */
export function doneEntry(
  sourceId: string,
  { key, etag, size, lastModified }: ListedObject,
  counts: Pick<
    LedgerEntry,
    'events' | 'duplicates' | 'rejects' | 'skips' | 'excluded' | 'bytes' | 'took' | 'newest'
  >,
  at: number,
): LedgerEntry {
  return {
    kind: 'ledger',
    source_id: sourceId,
    key,
    etag,
    size,
    modified: lastModified,
    status: 'done',
    at,
    ...counts,
  };
}

/** An object with its entry. */
export interface KnownObject {
  object: ListedObject;
  entry: Stored<LedgerEntry>;
}

export interface Ledger {
  /** Those of the bucket's objects that there is no entry of, and those whose reading was begun and not ended. */
  unknown(bucket: string, objects: ListedObject[]): Promise<ListedObject[]>;
  /** The entries of the bucket's objects, in their order; undefined where there is none. */
  find(bucket: string, objects: ListedObject[]): Promise<Array<Stored<LedgerEntry> | undefined>>;
  /** Objects whose attempts have failed so far, the one due first in front; at most 1,000. */
  failed(): Promise<KnownObject[]>;
  /** The entries that there are, by their ids. */
  entries(ids: string[]): Promise<Map<string, LedgerEntry>>;
  /** The object of this key as it was when it was last read or tried, up to about a second ago; undefined if it never was. */
  latest(key: string): Promise<ListedObject | undefined>;
  /** Writes entries of objects that are done, over whatever failed before. */
  record(entries: ReadonlyArray<{ id: string; entry: LedgerEntry }>): Promise<void>;
  /** Notes how far the reading of an object has come, unless it is done. */
  progress(id: string, entry: LedgerEntry): Promise<void>;
  /** Notes a failed attempt; the next one is due after a pause that grows. What is done stays. */
  fail(
    id: string,
    object: ListedObject,
    error: SiemError,
    now: number,
    kept: Pick<LedgerEntry, 'crashes' | 'backfill'>,
  ): Promise<void>;
  /** The object is no longer what it was: what is there now, the next listing finds. What is done stays. */
  drop(id: string): Promise<void>;
  forget(): Promise<void>;
}

/** The ledger of one source. */
export function openLedger(store: StateStore, sourceId: string, random: () => number): Ledger {
  async function lookUp(ids: string[]): Promise<Array<Stored<LedgerEntry> | undefined>> {
    const found: Array<Stored<LedgerEntry> | undefined> = [];
    for (let at = 0; at < ids.length; at += MGET_IDS) {
      found.push(...(await store.getMany<LedgerEntry>(ids.slice(at, at + MGET_IDS))));
    }
    return found;
  }

  function find(bucket: string, objects: ListedObject[]) {
    return lookUp(objects.map((object) => ledgerId(sourceId, bucket, object)));
  }

  /** Another node's change in the same moment is as good as ours. */
  async function changeUndone(id: string, edit: (before?: LedgerEntry) => LedgerEntry): Promise<void> {
    const stored = await store.get<LedgerEntry>(id);
    if (stored?.doc.status === 'done') return;
    if (stored) await store.replace(id, edit(stored.doc), stored.version);
    else await store.create(id, edit());
  }

  return {
    find,

    async unknown(bucket, objects) {
      const known = await find(bucket, objects);
      return objects.filter((_, index) => (known[index]?.doc.status ?? 'reading') === 'reading');
    },

    async failed() {
      await store.refresh();
      const entries = await store.find<LedgerEntry>({
        kind: 'ledger',
        equals: { source_id: sourceId, status: 'failed' },
        sort: { field: 'due_at', order: 'asc' },
        limit: MAX_FAILED,
      });
      return entries.map((entry) => ({ object: objectOf(entry.doc), entry }));
    },

    async entries(ids) {
      const found = await lookUp(ids);
      return new Map(found.flatMap((stored) => (stored ? [[stored.id, stored.doc]] : [])));
    },

    async latest(key) {
      const versions = await store.find<LedgerEntry>({
        kind: 'ledger',
        equals: { source_id: sourceId, key },
        limit: MAX_VERSIONS,
      });
      const [latest] = versions.sort((a, b) => b.doc.modified - a.doc.modified);
      return latest && objectOf(latest.doc);
    },

    async record(entries) {
      await store.bulk(entries.map(({ id, entry }) => ({ op: 'put', id, doc: entry })));
    },

    progress: (id, entry) =>
      changeUndone(id, (before) => ({
        ...entry,
        status: 'reading',
        ...(before && { attempts: before.attempts, crashes: before.crashes }),
        // Should this attempt be cut short too, only what stands as failed is sure to be taken up again.
        ...(before?.status === 'failed' && {
          status: before.status,
          error: before.error,
          due_at: before.due_at,
        }),
      })),

    fail: (id, object, error, now, kept) =>
      changeUndone(id, (before) => {
        const attempts = (before?.attempts ?? 0) + 1;
        const none = { events: 0, duplicates: 0, rejects: 0, skips: 0, bytes: 0 };
        return {
          ...doneEntry(sourceId, object, none, now),
          status: 'failed',
          attempts,
          error: { code: error.code, message: error.message },
          due_at: now + backOff(attempts - 1, random(), RETRY_FIRST, RETRY_LONGEST),
          ...kept,
        };
      }),

    async drop(id) {
      const stored = await store.get<LedgerEntry>(id);
      if (stored && stored.doc.status !== 'done') await store.remove(id, stored.version);
    },

    async forget() {
      await store.refresh();
      await store.removeWhere({ kind: 'ledger', equals: { source_id: sourceId } });
    },
  };
}

function objectOf({ key, etag, size, modified }: LedgerEntry): ListedObject {
  return { key, etag, size, lastModified: modified };
}
