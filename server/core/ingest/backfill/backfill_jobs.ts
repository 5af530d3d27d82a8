import type { RunnableSource } from '../../manage/sources';
import type { Clock, StateStore, Stored } from '../../ports';
import { asSiemError } from '../../errors';
import { remembered } from '../../remembered';
import type { IngestEngine } from '../engine';
import type { BackfillDoc } from './backfill_doc';
import { openBackfillLog } from './backfill_log';
import type { IndexedObjects } from './ports';
import { runBackfill } from './run_backfill';

/** A new backfill, and a source that was paused or changed, is noticed this much later at most. */
const LOOK_EVERY = 2_000;
/** After a passing trouble, or on another node, it goes on after this. */
const GO_ON_EVERY = 5_000;
const MAX_ACTIVE = 500;

interface Parts {
  store: StateStore;
  sources: { runnable(): Promise<RunnableSource[]> };
  engine: Pick<IngestEngine, 'backfill'>;
  indexed: IndexedObjects;
  clock: Clock;
}

/** One job for each source that has something to be backfilled, for the scheduler: the oldest goes first, the others wait. */
export function createBackfillJobs({ store, sources, engine, indexed, clock }: Parts) {
  const runnable = remembered(clock, LOOK_EVERY, () => sources.runnable());
  const active = remembered(clock, LOOK_EVERY, () =>
    store.find<BackfillDoc>({
      kind: 'backfill',
      equals: { status: 'active' },
      sort: { field: 'at', order: 'asc' },
      limit: MAX_ACTIVE,
    }),
  );

  async function isCurrent({ id, revision }: RunnableSource): Promise<boolean> {
    return (await runnable()).some((source) => source.id === id && source.revision === revision);
  }

  async function run(source: RunnableSource, storedId: string, signal: AbortSignal): Promise<void> {
    const stored = await store.get<BackfillDoc>(storedId);
    if (stored?.doc.status !== 'active') return;
    const id = storedId.slice(storedId.indexOf(':') + 1);
    const log = openBackfillLog(store, id);
    let opened;
    try {
      opened = source.open();
    } catch (thrown) {
      const { code, message } = asSiemError(thrown);
      await log.write({ status: 'failed', error: { code, message } });
      return;
    }
    const readable = opened;
    await engine.backfill(readable, signal, (parts, own) =>
      runBackfill(
        id,
        stored.doc,
        { ...parts, source: readable, indexed, log, isCurrent: () => isCurrent(source) },
        own,
      ),
    );
  }

  return async () => {
    const [all, on] = await Promise.all([active(), runnable()]);
    const oldest = new Map<string, Stored<BackfillDoc>>();
    for (const stored of all) {
      if (!oldest.has(stored.doc.source_id)) oldest.set(stored.doc.source_id, stored);
    }
    return on.flatMap((source) => {
      const stored = oldest.get(source.id);
      if (!stored) return [];
      return {
        id: stored.id,
        every: GO_ON_EVERY,
        run: ({ signal }: { signal: AbortSignal }) => run(source, stored.id, signal),
      };
    });
  };
}
