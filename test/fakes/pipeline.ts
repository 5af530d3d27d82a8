import type { BulkBody } from '../../server/core/ingest/bulk_body';
import type { LogType } from '../../server/core/ingest/log_type';
import type { ObjectPipeline } from '../../server/core/ingest/object_job';
import { readJobWith } from '../../server/core/ingest/read_job';
import type { ObjectStore } from '../../server/core/ports';
import type { Registry } from '../../server/core/registry';

/** The pipeline without threads: what a worker runs, run here. */
export function fakePipeline(
  objects: ObjectStore,
  logTypes: Registry<LogType>,
): ObjectPipeline & { beforeDone: () => void } {
  const readJob = readJobWith({ openObjectStore: () => objects, logTypes, enrichment: () => ({}) });
  return {
    concurrency: 3,
    beforeDone: () => undefined,
    async read(job, deliver: (body: BulkBody) => Promise<void>, signal) {
      const reading = await readJob(job, deliver, signal);
      this.beforeDone();
      return reading;
    },
  };
}
