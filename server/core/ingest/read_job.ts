import type { ReadableSource } from '../manage/sources';
import type { ObjectStore } from '../ports';
import type { Registry } from '../registry';
import { asSiemError } from '../errors';
import type { BulkBody } from './bulk_body';
import type { EnrichmentSources } from './enrich/facts';
import { ingestObject, rejectObject } from './ingest_object';
import type { LogType } from './log_type';
import { openLog } from './open_log';
import type { ObjectJob, ObjectReading } from './object_job';

/** Reads the object of a job out of its store: what runs in a worker thread. */
export function readJobWith(parts: {
  openObjectStore(source: ReadableSource): ObjectStore;
  logTypes: Registry<LogType>;
  /** As they are now; an object is enriched from the same ones to its end. */
  enrichment(): EnrichmentSources;
}) {
  return async (
    job: ObjectJob,
    emit: (body: BulkBody) => Promise<void>,
    signal: AbortSignal,
  ): Promise<ObjectReading> => {
    const logType = parts.logTypes.get(job.source.logType);
    let log;
    try {
      log = await openLog(parts.openObjectStore(job.source), logType, job.object, signal);
    } catch (thrown) {
      const error = asSiemError(thrown);
      if (error.code !== 's3_archived') throw error;
      return rejectObject(job, error.message, emit);
    }
    try {
      return await ingestObject(job, { logType, log, emit, enrichment: parts.enrichment() });
    } finally {
      log.stream.destroy();
    }
  };
}
