import type { ExcludedCount } from '../../../common/exclusion';
import { indexSpan } from '../../../common/retention';
import { SiemError } from '../errors';
import { type BulkBody, BulkBodyBuilder, bulkAction } from './bulk_body';
import type { EnrichmentSources } from './enrich/facts';
import { openEventFilter } from './exclude/exclusions';
import { decompress, type DecompressionLimits } from './decompress';
import { rejectIndexName } from './index_name';
import type { LogType } from './log_type';
import type { ObjectJob, ObjectReading } from './object_job';
import type { OpenLog } from './open_log';
import { openObjectReader } from './open_object_reader';
import type { RecordSink } from './record_reader';
import { rejectDocuments, WHOLE_OBJECT } from './reject_document';

const MINUTE = 60_000;

interface Parts {
  logType: LogType;
  log: OpenLog;
  /** Takes a finished body; resolves when there is room for the next one. */
  emit(body: BulkBody): Promise<void>;
  decompression?: DecompressionLimits;
  enrichment?: EnrichmentSources;
}

/**
 * Reads one object from its stored bytes to finished `_bulk` bodies. What cannot be read becomes rejects; only an error of the stream or of
 * `emit` is thrown.
 */
export async function ingestObject(job: ObjectJob, parts: Parts): Promise<ObjectReading> {
  const full: BulkBody[] = [];
  const sink = bodySink(job, (body) => full.push(body));
  const { source, object } = job;
  const filter = openEventFilter(source.exclusions, parts.logType, object.key);
  const { logType, enrichment } = parts;
  const reader = openObjectReader(source, object, {
    logType,
    ingestedAt: job.ingestedAt,
    enrichment,
    filter,
  });
  const drain = async () => {
    for (let body = full.shift(); body; body = full.shift()) await parts.emit(body);
  };

  const end = await decompress(
    parts.log.stream,
    {
      data: (chunk) => reader.write(chunk, sink),
      ready: () => (full.length > 0 ? drain() : undefined),
    },
    parts.decompression,
  );
  if (parts.log.asStored && end.reachedEnd && end.stored !== object.size) {
    throw new SiemError(
      's3_unavailable',
      `S3 sent ${end.stored} of the ${object.size} bytes of s3://${source.bucket}/${object.key}; it is read again at the next poll.`,
    );
  }
  // The last record of a cut object may be cut too, and would be an event with wrong values.
  if (end.broken === undefined) reader.end(sink);
  else sink.reject('', end.broken, WHOLE_OBJECT);
  sink.flush();
  await drain();
  return sink.reading(parts.log.asStored ? end.stored : object.size, filter?.counts());
}

/** The reading of an object that cannot be opened for a reason in the object itself: one reject that says so. */
export async function rejectObject(
  job: ObjectJob,
  reason: string,
  emit: (body: BulkBody) => Promise<void>,
): Promise<ObjectReading> {
  const full: BulkBody[] = [];
  const sink = bodySink(job, (body) => full.push(body));
  sink.reject('', reason, WHOLE_OBJECT);
  sink.flush();
  for (const body of full) await emit(body);
  return sink.reading(0);
}

interface BodySink extends RecordSink {
  flush(): void;
  reading(bytes: number, excluded?: ExcludedCount[]): ObjectReading;
}

/** Turns events and rejects into items of bulk bodies, and counts. */
function bodySink(job: ObjectJob, onFull: (body: BulkBody) => void): BodySink {
  const { source, object, limits } = job;
  const events = new BulkBodyBuilder('events', onFull);
  const rejects = new BulkBodyBuilder('rejects', onFull);
  const actionAt = eventActions(job);
  const toReject = rejectDocuments(source, object, job.ingestedAt);
  const rejectAction = bulkAction(job.operation, rejectIndexName(object.lastModified));
  const counts = { events: 0, rejects: 0, skips: 0 };
  let newest = -Infinity;

  function reject(raw: string, reason: string, position: number): void {
    counts.rejects++;
    const { id, document } = toReject({ raw, reason, position });
    rejects.add(rejectAction, id, document);
  }

  return {
    reject,
    skip: () => void counts.skips++,
    event(document, id, timestamp, position) {
      const misplaced = misplacedTime(timestamp, limits);
      if (misplaced) return reject(document, misplaced, position);
      counts.events++;
      events.add(actionAt(timestamp), id, document, Math.floor(timestamp / MINUTE));
      if (timestamp > newest) newest = timestamp;
    },
    flush() {
      events.flush();
      rejects.flush();
    },
    reading: (bytes, excluded) => ({
      ...counts,
      ...(excluded?.length && { excluded }),
      bytes,
      newest: counts.events > 0 ? newest : undefined,
    }),
  };
}

function misplacedTime(timestamp: number, { oldest, newest }: ObjectJob['limits']): string | undefined {
  if (timestamp < oldest)
    return `the event's time ${new Date(timestamp).toISOString()} is before what is kept (since ${new Date(oldest).toISOString()})`;
  if (timestamp > newest)
    return `the event's time ${new Date(timestamp).toISOString()} is more than a day ahead`;
  return undefined;
}

/**
 * The index of an event is a pure function of its type, namespace and time, so that the same event always meets its own id again. Neighbouring
 * events mostly fall into one, so its action text is made once.
 */
function eventActions({ source, operation, schedule }: ObjectJob): (timestamp: number) => string {
  const { logType, namespace } = source;
  let span = { from: 0, to: 0, name: '' };
  let action = '';
  return (timestamp) => {
    if (timestamp < span.from || timestamp >= span.to) {
      span = indexSpan(schedule, timestamp);
      action = bulkAction(operation, `siem-logs-${logType}-${namespace}-${span.name}`);
    }
    return action;
  };
}
