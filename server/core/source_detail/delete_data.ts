import type { DataDeletion } from '../../../common/source_detail';
import { asSiemError } from '../errors';
import type { Clock, StateFields, StateStore, Stored } from '../ports';
import type { EventRemoval } from './ports';

const STEP = 10_000;
/** So long after the source's end no node reads it any more; what came until then is deleted, too. */
const QUIET_AFTER = 60_000;
/** So long it is told that a deletion is done. */
const TOLD_FOR = 86_400_000;
const MAX_DELETIONS = 1_000;

interface DeletionDoc extends StateFields {
  kind: 'deletion';
  source_id: string;
  status: 'running' | 'done';
  /** When it was asked for, epoch milliseconds. */
  at: number;
  name: string;
  deleted: number;
  total: number;
  error?: string;
}

interface Parts {
  state: StateStore;
  clock: Clock;
  events: EventRemoval;
  /** Ids of the sources that there are. */
  sourceIds(): Promise<ReadonlySet<string>>;
  /** Removes what is remembered of a source. */
  forget(sourceId: string): Promise<void>;
}

export interface DataDeletions {
  /** To be called before the source is removed: nothing is deleted as long as it is there. */
  request(source: { id: string; name: string }): Promise<void>;
  list(): Promise<DataDeletion[]>;
  /** Goes on with all deletions until they are done or the signal aborts: the run of a job that one node at a time does. */
  run(context: { signal: AbortSignal }): Promise<void>;
}

/** Deletes events and rejects of deleted sources in the background, in small steps; after a crash it goes on with what is left. */
export function createDataDeletions({ state, clock, events, sourceIds, forget }: Parts): DataDeletions {
  async function known(): Promise<Array<Stored<DeletionDoc>>> {
    await state.refresh();
    return state.find<DeletionDoc>({ kind: 'deletion', limit: MAX_DELETIONS });
  }

  async function work(doc: DeletionDoc, signal: AbortSignal): Promise<void> {
    const id = idOf(doc.source_id);
    while (!signal.aborted) {
      const count = await events.remove(doc.source_id, STEP, signal);
      doc.deleted += count;
      doc.total = Math.max(doc.total, doc.deleted);
      delete doc.error;
      if (count === 0) break;
      await state.put(id, doc);
    }
    if (signal.aborted || clock.now() - doc.at < QUIET_AFTER) return;
    await forget(doc.source_id);
    await state.put<DeletionDoc>(id, { ...doc, status: 'done' });
  }

  return {
    async request({ id, name }) {
      await state.put<DeletionDoc>(idOf(id), {
        kind: 'deletion',
        source_id: id,
        status: 'running',
        at: clock.now(),
        name,
        deleted: 0,
        total: await events.count(id),
      });
    },

    async list() {
      const docs = (await known()).sort((a, b) => b.doc.at - a.doc.at);
      return docs.map(({ doc: { source_id, name, status, deleted, total, at, error } }) => ({
        sourceId: source_id,
        name,
        state: status,
        deleted,
        total,
        requestedAt: new Date(at).toISOString(),
        ...(error !== undefined && { error }),
      }));
    },

    async run({ signal }) {
      const docs = await known();
      if (docs.length === 0) return;
      const there = await sourceIds();
      for (const { id, doc } of docs) {
        const age = clock.now() - doc.at;
        if (signal.aborted) return;
        if (doc.status === 'done') {
          if (age > TOLD_FOR) await state.remove(id);
        } else if (there.has(doc.source_id)) {
          // The source was to go and did not.
          if (age > QUIET_AFTER) await state.remove(id);
        } else {
          await work(doc, signal).catch(async (thrown: unknown) => {
            if (!signal.aborted) await state.put(id, { ...doc, error: asSiemError(thrown).message });
          });
        }
      }
    },
  };
}

function idOf(source: string): string {
  return `deletion:${source}`;
}
