import { createIndexedObjects } from '../../server/adapters/opensearch/indexed_objects';
import { createSearch } from '../../server/adapters/opensearch/search';
import { createBackfillJobs } from '../../server/core/ingest/backfill/backfill_jobs';
import { createBackfillService } from '../../server/core/ingest/backfill/backfill_service';
import type { ReadableSource } from '../../server/core/manage/sources';
import { systemClock } from '../../server/host';
import type { OpenSearchClient } from '../../types/opensearch_dashboards_server';
import type { RunningEngine } from './ingest_setup';

export const actor = { name: 'ann', roles: [], authenticated: true };
const never = new AbortController().signal;

/** Backfills of one source on real parts, as the plugin composes them; the source may be changed in between. */
export function openBackfills({ engine, store, client }: RunningEngine, state: { source: ReadableSource }) {
  const opensearch = client as unknown as OpenSearchClient;
  const indexed = createIndexedObjects(opensearch, createSearch(opensearch));
  const service = createBackfillService({
    store,
    openSource: async () => state.source,
    engine,
    indexed,
    clock: systemClock,
    newId: () => `b${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`,
  });

  /** What the scheduler would run now for the source, to its end. */
  async function run(signal = never): Promise<void> {
    const { source } = state;
    const runnable = { ...source, queued: false, revision: JSON.stringify(source), open: () => source };
    const sources = { runnable: async () => [runnable] };
    const jobs = createBackfillJobs({ store, sources, engine, indexed, clock: systemClock });
    for (const job of await jobs()) await job.run({ signal });
  }

  return { service, run };
}
