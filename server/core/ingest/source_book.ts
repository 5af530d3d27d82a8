import type { ExcludedCount } from '../../../common/exclusion';
import type { SourceStatus } from '../../../common/source';
import type { ErrorCode } from '../errors';
import type { StateFields, StateStore, StateVersion } from '../ports';
import { addCounts, takeCounts } from './exclude/exclusions';
import type { Ledger, LedgerEntry } from './ledger';
import { listedEvery, type ListingState } from './listing_state';

/** An object that was read to its end, with its ledger entry. */
export interface Finished {
  id: string;
  entry: LedgerEntry;
}

interface SourceDoc extends StateFields {
  kind: 'source';
  source_id: string;
  objects: number;
  events: number;
  rejects: number;
  bytes: number;
  excluded?: ExcludedCount[];
  /** Epoch milliseconds of the newest event. */
  newest?: number;
  /** What the totals were last raised by; it may lack in the ledger after a crash. */
  recent: Finished[];
  state: 'waiting' | 'running' | 'ok' | 'failing';
  last_poll?: number;
  listing?: ListingState;
  error?: { code: ErrorCode; message: string; at: number };
}

/** What a poll says about itself. */
export type SourceNote = Partial<
  Pick<SourceDoc, 'state' | 'last_poll' | 'listing'> & { error: SourceDoc['error'] | null }
>;

/** The totals and the state of one source, in one document. */
export interface SourceBook {
  /** Brings the ledger up to what the totals hold; to be called before the ledger is asked what is new. */
  recover(): Promise<void>;
  /**
   * Counts objects and enters them in the ledger, each once, whatever crashes or runs twice. One that a backfill read again counts as what it came
   * to last.
   */
  commit(finished: Finished[]): Promise<void>;
  note(note: SourceNote): Promise<void>;
  listing(): Promise<ListingState | undefined>;
  status(): Promise<SourceStatus>;
  forget(): Promise<void>;
}

/**
 * Totals and ledger are separate documents and cannot change together. So the source's document is written first, by compare-and-set, and
 * carries both the raised totals and the entries they were raised by; then the entries go into the ledger. Whoever comes next, after a crash or
 * on another node, enters what `recent` holds before going on, and counts nothing that is in `recent` or in the ledger.
 */
export function openSourceBook(store: StateStore, sourceId: string, ledger: Ledger): SourceBook {
  const docId = `source:${sourceId}`;
  /** The version whose `recent` this node knows to be in the ledger. */
  let entered: StateVersion | undefined;
  /** One change at a time on this node: conflicts are for other nodes. */
  let turn: Promise<unknown> = Promise.resolve();

  async function read(): Promise<{ doc: SourceDoc; version?: StateVersion }> {
    const stored = await store.get<SourceDoc>(docId);
    if (stored) return stored;
    const none = { objects: 0, events: 0, rejects: 0, bytes: 0 };
    return { doc: { kind: 'source', source_id: sourceId, ...none, recent: [], state: 'waiting' } };
  }

  function change(edit: (doc: SourceDoc) => Promise<SourceDoc | undefined>): Promise<void> {
    const done = turn.then(async () => {
      for (;;) {
        const { doc, version } = await read();
        if (doc.recent.length > 0 && version?.seqNo !== entered?.seqNo) {
          await ledger.record(doc.recent);
          entered = version;
        }
        const next = await edit(doc);
        if (!next) return;
        const outcome = version ? await store.replace(docId, next, version) : await store.create(docId, next);
        if (outcome === 'conflict') continue;
        if (next.recent !== doc.recent) await ledger.record(next.recent);
        entered = outcome;
        return;
      }
    });
    turn = done.catch(() => undefined);
    return done;
  }

  return {
    recover: () => change(async () => undefined),

    commit: (finished) =>
      change(async (doc) => {
        const known = await ledger.entries(finished.map(({ id }) => id));
        for (const { id, entry } of doc.recent) known.set(id, entry);
        const changes: Change[] = [];
        for (const { id, entry } of finished) {
          const before = known.get(id);
          if (before && isCounted(entry, before)) continue;
          changes.push({ id, entry, before: before?.status === 'done' ? before : undefined });
          known.set(id, entry);
        }
        return changes.length > 0 ? raised(doc, changes) : undefined;
      }),

    note: ({ error, ...rest }) =>
      change(async (doc) => ({
        ...doc,
        ...rest,
        error: error === undefined ? doc.error : (error ?? undefined),
      })),

    listing: async () => (await read()).doc.listing,
    status: async () => statusOf((await read()).doc),

    async forget() {
      await store.remove(docId);
      await ledger.forget();
    },
  };
}

interface Change extends Finished {
  /** What the object has counted as so far. */
  before?: LedgerEntry;
}

/** Whether the totals hold the object as this entry has it, or as someone else read it at the same time. */
function isCounted({ backfill }: LedgerEntry, known: LedgerEntry): boolean {
  if (known.status !== 'done') return false;
  return backfill?.was === undefined || known.backfill?.id === backfill.id;
}

function raised(doc: SourceDoc, changes: Change[]): SourceDoc {
  const next = { ...doc, recent: changes.map(({ id, entry }) => ({ id, entry })) };
  for (const { entry, before } of changes) {
    next.objects += before ? 0 : 1;
    next.events += entry.events - (before?.events ?? 0);
    next.rejects += entry.rejects - (before?.rejects ?? 0);
    next.bytes += entry.bytes - (before?.bytes ?? 0);
    if (before?.excluded?.length) next.excluded = takeCounts(next.excluded, before.excluded);
    if (entry.excluded?.length) next.excluded = addCounts(next.excluded, entry.excluded);
    if (entry.newest !== undefined) next.newest = Math.max(next.newest ?? -Infinity, entry.newest);
  }
  return next;
}

function statusOf({ state, objects, events, rejects, bytes, ...doc }: SourceDoc): SourceStatus {
  const { error, excluded, last_poll, listing, newest } = doc;
  const iso = (time: number) => new Date(time).toISOString();
  return {
    state,
    objects,
    events,
    rejects,
    bytes,
    ...(last_poll !== undefined && { lastPollAt: iso(last_poll) }),
    ...(listing && listing.undated > 0 && { wholeListing: wholeListingOf(listing.undated) }),
    ...(newest !== undefined && { newestEventAt: iso(newest) }),
    ...(excluded && { excluded }),
    ...(error && { lastError: { ...error, at: iso(error.at) } }),
  };
}

function wholeListingOf(keys: number): SourceStatus['wholeListing'] {
  return { keys, everySeconds: listedEvery(keys) / 1_000 };
}
