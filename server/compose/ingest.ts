import path from 'path';
import type { SourceInput } from '../../common/source';
import { createDatabaseFiles } from '../adapters/enrichment/database_files';
import { createEnrichmentKeeper } from '../adapters/enrichment/keep_enrichment';
import { createBulkIndex } from '../adapters/opensearch/bulk_index';
import { createIndexedObjects } from '../adapters/opensearch/indexed_objects';
import { createObjectStoreCache } from '../adapters/s3/object_store_cache';
import { createMessageQueue } from '../adapters/sqs/message_queue';
import { createWorkerPool } from '../adapters/worker/worker_pool';
import type { IndicatorList } from '../core/ingest/enrich/indicators';
import { createBackfillJobs } from '../core/ingest/backfill/backfill_jobs';
import { createBackfillService } from '../core/ingest/backfill/backfill_service';
import { createIngestEngine, type IngestEngineParts } from '../core/ingest/engine';
import { checkExclusions } from '../core/ingest/exclude/exclusions';
import { logTypes } from '../core/ingest/log_types';
import { createPollJobs } from '../core/ingest/poll_jobs';
import { createQueueConsumers } from '../core/ingest/queue_consumers';
import { createSourceService } from '../core/manage/sources';
import { refuseSampleNamespace } from '../core/sample_data/namespace';
import { SIEM_SOURCE_TYPE } from '../saved_objects';
import type { Foundation } from './foundation';

/** From S3 to the index: sources, workers, and what runs them. */
export function composeIngest(
  { config, clock, newId, logger, client, state, search, guard, feed, box, managed }: Foundation,
  {
    indicators,
    keeping,
  }: Pick<IngestEngineParts, 'keeping'> & { indicators(): Promise<readonly IndicatorList[]> },
) {
  const workers = createWorkerPool({
    file: path.join(__dirname, 'ingest_worker.js'),
    outbound: config.outbound,
    logger,
  });
  const { cityDatabase: city, asnDatabase: asn } = config.enrichment;
  const databases = createDatabaseFiles({ country: path.join(__dirname, 'country.mmdb'), city, asn }, logger);
  const enrichment = createEnrichmentKeeper({
    files: databases,
    indicators,
    publish: (data) => workers.enrich(data),
    clock,
    logger,
  });
  const engine = createIngestEngine({
    store: state,
    feed,
    eventIndex: createBulkIndex(client),
    pipeline: workers,
    openObjectStore: createObjectStoreCache(guard),
    openQueue: (source, queueUrl) => createMessageQueue({ ...source, queueUrl }, guard),
    logTypes,
    enrichment: () => enrichment.sources(),
    keeping,
    logger,
    clock,
    random: Math.random,
  });
  const sources = createSourceService({
    objects: managed<SourceInput>(SIEM_SOURCE_TYPE, 'source'),
    secrets: box,
    check({ logType, exclusions, namespace }) {
      checkExclusions(exclusions, logTypes.get(logType));
      refuseSampleNamespace({ namespace });
    },
    newId,
    status: (id) => engine.status(id),
    test: (source, signal) => engine.testSource(source, signal),
    async forget(id) {
      await engine.forget(id);
      await backfills.forget(id);
    },
  });
  const indexed = createIndexedObjects(client, search);
  const backfills = createBackfillService({
    store: state,
    openSource: (id) => sources.open(id),
    engine,
    indexed,
    clock,
    newId,
  });
  const pollJobs = createPollJobs({ sources, engine, clock });
  const backfillJobs = createBackfillJobs({ store: state, sources, engine, indexed, clock });
  const queueConsumers = createQueueConsumers({ sources, engine, clock });
  return {
    sources,
    backfills,
    worker: () => workers.state(),
    /** What is wrong with the address databases. */
    problems: () => databases.problems(),
    prepare: () => enrichment.prepare(),
    /** What this thread enriches from. */
    enrichment: () => enrichment.sources(),
    forget: (id: string) => engine.forget(id),
    jobs: async () => [...(await pollJobs()), ...(await backfillJobs())],
    start() {
      enrichment.start();
      workers.start();
      queueConsumers.start();
    },
    async stop() {
      await engine.stop();
      await queueConsumers.stop();
      await enrichment.stop();
      await workers.stop();
    },
  };
}
