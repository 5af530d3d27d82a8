import type { SourceStatus } from '../../../common/source';
import type { ErrorCode, SiemError } from '../errors';
import type { StateFields, StateStore } from '../ports';

/** A node in trouble says so again and again; what was said longer ago is over, or its node is gone. */
const TROUBLE_LASTS = 2 * 60_000;

interface QueueDoc extends StateFields {
  kind: 'queue';
  source_id: string;
  refused: number;
  unreadable: number;
  error?: { code: ErrorCode; message: string; at: number };
}

export type QueueCounts = Pick<QueueDoc, 'refused' | 'unreadable'>;

/** What the consumers of a source's queue have to say, all nodes together. */
export interface QueueBook {
  /** Counts objects that are not the source's, and messages that cannot be read. */
  count(counts: Partial<QueueCounts>): Promise<void>;
  trouble(error: SiemError, now: number): Promise<void>;
  /** Nothing holds this node up any more. */
  well(): Promise<void>;
  status(now: number): Promise<{ counts?: QueueCounts; error?: SourceStatus['lastError'] }>;
  forget(): Promise<void>;
}

/** Kept apart from the source's totals, which change with each object. */
export function openQueueBook(store: StateStore, sourceId: string): QueueBook {
  const id = `queue:${sourceId}`;

  async function read() {
    const stored = await store.get<QueueDoc>(id);
    const doc: QueueDoc = stored?.doc ?? { kind: 'queue', source_id: sourceId, refused: 0, unreadable: 0 };
    return { doc, version: stored?.version };
  }

  async function change(edit: (doc: QueueDoc) => QueueDoc): Promise<void> {
    for (;;) {
      const { doc, version } = await read();
      const next = edit(doc);
      if (next === doc) return;
      const outcome = version ? await store.replace(id, next, version) : await store.create(id, next);
      if (outcome !== 'conflict') return;
    }
  }

  return {
    count: ({ refused = 0, unreadable = 0 }) =>
      change((doc) => ({
        ...doc,
        refused: doc.refused + refused,
        unreadable: doc.unreadable + unreadable,
      })),

    trouble: ({ code, message }, at) => change((doc) => ({ ...doc, error: { code, message, at } })),

    well: () => change((doc) => (doc.error ? { ...doc, error: undefined } : doc)),

    async status(now) {
      const { doc, version } = await read();
      if (!version) return {};
      const { error, refused, unreadable } = doc;
      const counts = { refused, unreadable };
      if (!error || now - error.at > TROUBLE_LASTS) return { counts };
      return { counts, error: { ...error, at: new Date(error.at).toISOString() } };
    },

    forget: async () => void (await store.remove(id)),
  };
}
