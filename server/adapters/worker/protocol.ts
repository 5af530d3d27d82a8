import type { EnrichmentData } from '../enrichment/enrichment_data';
import type { ErrorCode } from '../../core/errors';
import type { BulkBody } from '../../core/ingest/bulk_body';
import type { ObjectJob, ObjectReading } from '../../core/ingest/object_job';

/**
 * What the host and a worker thread say to each other. A worker has some jobs at a time, told apart by `job`; a
 * number is never used again. Secrets travel in messages only, never in a worker's environment or arguments.
 */
export type ToWorker =
  | { kind: 'read'; job: number; what: ObjectJob }
  /** One body was taken: another one may be sent. */
  | { kind: 'taken'; job: number }
  /** The job is not wanted any more; the worker still answers with `failed`. */
  | { kind: 'drop'; job: number }
  /** What objects begun from now on are enriched from. */
  | { kind: 'enrichment'; data: EnrichmentData };

export type FromWorker =
  /** The bytes are transferred, not copied. */
  | { kind: 'body'; job: number; body: BulkBody }
  /** The object was read to its end and all its bodies were sent. */
  | { kind: 'done'; job: number; reading: ObjectReading }
  | { kind: 'failed'; job: number; code: ErrorCode; message: string }
  /** Said every now and then: the thread is not stuck. */
  | { kind: 'alive' };

/** How often a thread says that it is alive, in milliseconds; one that has missed so many times is stuck. */
export const ALIVE_EVERY = 5_000;
export const MISSED_BEFORE_STUCK = 12;

/** Bodies on their way to OpenSearch at a time, for one object: one alone leaves it idle half of the time. */
export const BODIES_IN_FLIGHT = 2;

/** Small objects spend most of their time waiting for S3 and OpenSearch, so a thread reads some at a time. */
export const JOBS_PER_THREAD = 4;

/** What a worker is started with. */
export interface WorkerSettings {
  outbound: { allow: readonly string[]; ca?: string };
}
