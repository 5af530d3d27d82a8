import type { StateStore } from '../../ports';
import { type BackfillDoc, backfillId } from './backfill_doc';

/** What whoever runs a backfill writes of it. */
export interface BackfillLog {
  /** `stopped` where it is no longer to be run: paused, cancelled or gone. */
  write(change: Partial<BackfillDoc>): Promise<'written' | 'stopped'>;
}

/** Writes are one at a time; a conflict is with someone who pauses, resumes or cancels. */
export function openBackfillLog(store: StateStore, id: string): BackfillLog {
  let turn: Promise<unknown> = Promise.resolve();

  async function write(change: Partial<BackfillDoc>): Promise<'written' | 'stopped'> {
    for (;;) {
      const stored = await store.get<BackfillDoc>(backfillId(id));
      if (stored?.doc.status !== 'active') return 'stopped';
      const outcome = await store.replace(stored.id, { ...stored.doc, ...change }, stored.version);
      if (outcome !== 'conflict') return 'written';
    }
  }

  return {
    write(change) {
      const written = turn.then(() => write(change));
      turn = written.catch(() => undefined);
      return written;
    },
  };
}
