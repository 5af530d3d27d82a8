import { createBackfillJobs } from '../../server/core/ingest/backfill/backfill_jobs';
import { createBackfillService } from '../../server/core/ingest/backfill/backfill_service';
import type { ReadableSource } from '../../server/core/manage/sources';
import { fakeIndexedObjects } from './indexed_objects';
import { never, setUp, source as usual } from './ingest_engine';

export const actor = { name: 'ann', roles: [], authenticated: true };

/** Backfills over an engine on fakes; `source` may be changed in between. */
export function setUpBackfills(...fakes: Parameters<typeof setUp>) {
  const parts = setUp(...fakes);
  const { store, engine, events, clock } = parts;
  const state = { source: usual as ReadableSource, enabled: true };
  const indexed = fakeIndexedObjects(events);
  let ids = 0;
  const service = createBackfillService({
    store,
    openSource: async () => state.source,
    engine,
    indexed,
    clock,
    newId: () => `b${++ids}`,
  });
  const jobs = createBackfillJobs({
    store,
    sources: {
      runnable: async () =>
        [
          {
            ...state.source,
            queued: false,
            revision: JSON.stringify(state),
            open: () => state.source,
          },
        ].filter(() => state.enabled),
    },
    engine,
    indexed,
    clock,
  });

  /** What the scheduler would run now, to its end. */
  async function run(signal = never): Promise<void> {
    parts.advance(5_000);
    for (const job of await jobs()) await job.run({ signal });
  }

  return { ...parts, state, service, indexed, jobs, run };
}
