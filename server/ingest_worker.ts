import { parentPort, workerData } from 'worker_threads';
import { openEnrichment } from './adapters/enrichment/enrichment_data';
import { createUserAgentParser } from './adapters/enrichment/parse_user_agent';
import { createGuard } from './adapters/outbound/guard';
import { createObjectStoreCache } from './adapters/s3/object_store_cache';
import type { WorkerSettings } from './adapters/worker/protocol';
import { serveJobs } from './adapters/worker/serve_jobs';
import type { EnrichmentSources } from './core/ingest/enrich/facts';
import { readJobWith } from './core/ingest/read_job';
import { logTypes } from './core/ingest/log_types';

/** Composition root of the worker thread: objects come out of S3 through the outbound guard and leave as finished bodies. */
function main(): void {
  if (!parentPort) throw new Error('This file runs in a worker thread only.');
  const { outbound } = workerData as WorkerSettings;
  const openObjectStore = createObjectStoreCache(createGuard(outbound));
  const userAgent = createUserAgentParser();
  let enrichment: EnrichmentSources = { userAgent };
  serveJobs(parentPort, {
    read: readJobWith({ openObjectStore, logTypes, enrichment: () => enrichment }),
    enrich: (data) => (enrichment = openEnrichment(data, userAgent)),
  });
}

main();
