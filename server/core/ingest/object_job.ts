import type { ExcludedCount } from '../../../common/exclusion';
import type { RotationSchedule } from '../../../common/retention';
import type { ReadableSource } from '../manage/sources';
import type { ListedObject } from '../ports';
import type { BulkBody } from './bulk_body';

/** One object to be read by a worker, as plain data. */
export interface ObjectJob {
  source: ReadableSource;
  object: ListedObject;
  limits: EventTimeLimits;
  schedule: RotationSchedule;
  /** ISO; becomes `event.ingested`. */
  ingestedAt: string;
  /** `create` for a first reading, `index` to replace what an earlier reading left. */
  operation: 'create' | 'index';
  /** To be read by a thread that reads nothing else meanwhile, as it may end the thread. */
  alone?: boolean;
}

/** Events outside these times (epoch milliseconds) go to rejects: one line dated 1970 must not make an index. */
export interface EventTimeLimits {
  oldest: number;
  newest: number;
}

/** What the reading of one object came to. Without lost items, events + rejects + skips are its records. */
export interface ObjectReading {
  events: number;
  rejects: number;
  skips: number;
  /** What exclusions dropped (all of it among the skips), or would have. */
  excluded?: ExcludedCount[];
  /** Stored bytes. */
  bytes: number;
  /** Epoch milliseconds of the newest event. */
  newest?: number;
}

/** Reads objects somewhere (in worker threads) and hands out the bodies to be sent. */
export interface ObjectPipeline {
  /** How many objects are read at a time. */
  readonly concurrency: number;
  /**
   * Resolves when the whole object was read and `deliver` has taken each body. At most two bodies are with `deliver` at a time. Fails with a
   * SiemError; the object is then unread, though some of its bodies were delivered.
   */
  read(
    job: ObjectJob,
    deliver: (body: BulkBody) => Promise<void>,
    signal: AbortSignal,
  ): Promise<ObjectReading>;
}
