import { SiemError } from '../errors';
import type { ReadableSource } from '../manage/sources';
import type { Clock, ListedObject, ObjectStore } from '../ports';
import { decompress } from './decompress';
import type { EnrichmentSources } from './enrich/facts';
import type { EventFilter } from './exclude/exclusions';
import type { LogType } from './log_type';
import { openLog } from './open_log';
import { openObjectReader } from './open_object_reader';
import type { RecordSink } from './record_reader';
import { WHOLE_OBJECT } from './reject_document';

export interface BeginningParts {
  logType: LogType;
  objects: ObjectStore;
  clock: Clock;
  enrichment?: EnrichmentSources;
}

interface Wanted {
  sink: RecordSink;
  filter?: EventFilter;
  /** Decompressed. */
  maxBytes: number;
}

/** Parses the records at the beginning of an object, as they would be indexed; resolves to how many stored bytes they took. */
export async function readBeginning(
  source: ReadableSource,
  object: ListedObject,
  { logType, objects, clock, enrichment }: BeginningParts,
  { sink, filter, maxBytes }: Wanted,
  signal?: AbortSignal,
): Promise<number> {
  const ingestedAt = new Date(clock.now()).toISOString();
  const reader = openObjectReader(source, object, { logType, ingestedAt, enrichment, filter });
  const { stream, asStored } = await openLog(objects, logType, object, signal);
  try {
    const end = await decompress(
      stream,
      { data: (chunk) => reader.write(chunk, sink), ready: () => undefined },
      { maxBytes, maxRatio: Infinity },
    );
    if (end.broken === undefined) reader.end(sink);
    else if (end.reachedEnd || end.decompressed === 0) sink.reject('', end.broken, WHOLE_OBJECT);
    return end.reachedEnd || !asStored ? object.size : end.stored;
  } catch (thrown) {
    if (thrown instanceof SiemError) throw thrown;
    const place = `s3://${source.bucket}/${object.key}`;
    throw new SiemError('s3_unavailable', `The connection to S3 broke while ${place} was read.`, {
      cause: thrown,
    });
  } finally {
    stream.destroy();
  }
}
