import type { SourceTestResponse } from '../../../common/api';
import { asSiemError, SiemError } from '../errors';
import type { ReadableSource } from '../manage/sources';
import type { Clock, ListedObject, ObjectStore } from '../ports';
import { decompress } from './decompress';
import type { LogType } from './log_type';
import { skipReason } from './read_object';
import { openRecordReader, type RecordSink } from './record_reader';

const SHOWN_OBJECTS = 20;
const SHOWN_EVENTS = 5;
const SHOWN_REJECTS = 5;
const READ_OBJECTS = 3;
/** Enough for some records of any type; a preview shall not read a whole large object. */
const PREVIEW_BYTES = 4 * 1024 * 1024;

/** Lists what a source would read and parses its first events, without writing anything. What is wrong is in the answer, never thrown. */
export async function testSource(
  source: ReadableSource,
  parts: { logType: LogType; objects: ObjectStore; clock: Clock },
  signal?: AbortSignal,
): Promise<SourceTestResponse> {
  const answer: SourceTestResponse = { ok: false, message: '', objects: [], events: [], rejects: [] };
  try {
    const prefix = source.prefix ?? '';
    const { objects, continuation } = await parts.objects.list({ prefix, limit: 1_000 });
    objects.sort((a, b) => b.lastModified - a.lastModified);
    const shown = objects.map((object) => ({ object, skipped: skipReason(parts.logType, object) }));
    answer.objects = shown.slice(0, SHOWN_OBJECTS).map(({ object, skipped }) => ({
      key: object.key,
      size: object.size,
      lastModified: new Date(object.lastModified).toISOString(),
      ...(skipped !== undefined && { skipped }),
    }));
    const logs = shown.filter(({ skipped }) => skipped === undefined).map(({ object }) => object);
    for (const object of logs.slice(0, READ_OBJECTS)) {
      if (answer.events.length < SHOWN_EVENTS) await preview(source, object, parts, answer, signal);
    }
    return { ...answer, ...conclusion(source, objects.length, continuation !== undefined, answer) };
  } catch (thrown) {
    const { code, message } = asSiemError(thrown);
    return { ...answer, message, code };
  }
}

function conclusion(
  { bucket, prefix, logType }: ReadableSource,
  found: number,
  more: boolean,
  { events, rejects }: SourceTestResponse,
): Pick<SourceTestResponse, 'ok' | 'message'> {
  const place = `s3://${bucket}/${prefix ?? ''}`;
  if (found === 0) {
    return { ok: true, message: `The bucket can be read, but there is no object below ${place} yet.` };
  }
  const count = `${more ? 'More than ' : ''}${found} objects found below ${place}`;
  if (events.length > 0)
    return { ok: true, message: `${count}; the first events of type ${logType} are shown.` };
  if (rejects.length > 0) {
    return {
      ok: false,
      message: `${count}, but none of the first records is of type ${logType}: ${rejects[0]?.reason ?? ''}`,
    };
  }
  return { ok: true, message: `${count}, but no log record in the first ones.` };
}

/** Reads the beginning of one object into the answer. */
async function preview(
  source: ReadableSource,
  object: ListedObject,
  { logType, objects, clock }: { logType: LogType; objects: ObjectStore; clock: Clock },
  answer: SourceTestResponse,
  signal?: AbortSignal,
): Promise<void> {
  const reader = openRecordReader(logType, {
    bucket: source.bucket,
    key: object.key,
    etag: object.etag,
    sourceId: source.id,
    namespace: source.namespace,
    region: source.region,
    keepOriginal: source.keepOriginal ?? false,
    ingestedAt: new Date(clock.now()).toISOString(),
    lastModified: object.lastModified,
  });
  const sink: RecordSink = {
    event(document) {
      if (answer.events.length < SHOWN_EVENTS)
        answer.events.push(JSON.parse(document) as Record<string, unknown>);
    },
    reject(raw, reason, position) {
      if (answer.rejects.length < SHOWN_REJECTS) answer.rejects.push({ raw, reason, position });
    },
    skip: () => undefined,
  };
  const stored = await objects.open(object, signal);
  try {
    const end = await decompress(
      stored,
      { data: (chunk) => reader.write(chunk, sink), ready: () => undefined },
      { maxBytes: PREVIEW_BYTES, maxRatio: Infinity },
    );
    if (end.broken === undefined) reader.end(sink);
    else if (end.reachedEnd) sink.reject('', end.broken, -1);
  } catch (thrown) {
    throw thrown instanceof SiemError
      ? thrown
      : new SiemError(
          's3_unavailable',
          `The connection to S3 broke while s3://${source.bucket}/${object.key} was read.`,
          {
            cause: thrown,
          },
        );
  } finally {
    stored.destroy();
  }
}
