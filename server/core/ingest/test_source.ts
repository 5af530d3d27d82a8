import type { SourceTestResponse } from '../../../common/api';
import { asSiemError } from '../errors';
import type { ReadableSource } from '../manage/sources';
import type { ListedObject, MessageQueue, ObjectStore } from '../ports';
import { checkExclusions, openEventFilter, reasonToLeaveUnread } from './exclude/exclusions';
import { tryExclusions } from './exclude/try_exclusions';
import { findObjects, PAGE } from './find_objects';
import { type BeginningParts, readBeginning } from './read_beginning';
import { skipReason } from './read_object';
import type { RecordSink } from './record_reader';

const SHOWN_OBJECTS = 20;
const SHOWN_EVENTS = 5;
const SHOWN_REJECTS = 5;
const READ_OBJECTS = 3;
/** Where there are more objects than a page holds, some pages are leapt through for those of the last days. */
const SEARCHED_PAGES = 20;
const RECENT = 2 * 86_400_000;
/** Enough for some records of any type; a preview shall not read a whole large object. */
const PREVIEW_BYTES = 4 * 1024 * 1024;

interface TestParts extends BeginningParts {
  queue?: MessageQueue;
}

/** Lists what a source would read and parses its first events, without writing anything. What is wrong is in the answer, never thrown. */
export async function testSource(
  source: ReadableSource,
  parts: TestParts,
  signal?: AbortSignal,
): Promise<SourceTestResponse> {
  const answer: SourceTestResponse = { ok: false, message: '', objects: [], events: [], rejects: [] };
  try {
    const prefix = source.prefix ?? '';
    checkExclusions(source.exclusions, parts.logType);
    const { objects, more } = await someObjects(parts.objects, prefix, parts.clock.now() - RECENT);
    objects.sort((a, b) => b.lastModified - a.lastModified);
    const shown = objects.map((object) => ({
      object,
      skipped: skipReason(parts.logType, object) ?? reasonToLeaveUnread(source.exclusions, object.key),
    }));
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
    if (source.exclusions?.length) {
      const toList = objects.filter((object) => skipReason(parts.logType, object) === undefined);
      answer.sample = await tryExclusions(source, toList, parts, signal);
    }
    const { ok, message } = conclusion(source, objects.length, more, answer);
    return { ...answer, ok, message: parts.queue ? `${message} ${await queueText(parts.queue)}` : message };
  } catch (thrown) {
    const { code, message } = asSiemError(thrown);
    return { ...answer, message, code };
  }
}

/** All objects where they are few; else recent ones if their keys tell, so that the preview shows the present. */
async function someObjects(
  store: ObjectStore,
  prefix: string,
  since: number,
): Promise<{ objects: ListedObject[]; more: boolean }> {
  const { objects, continuation } = await store.list({ prefix, limit: PAGE });
  if (continuation === undefined) return { objects, more: false };
  let pages = 0;
  for await (const { objects: recent } of findObjects(store, { prefix, since })) {
    if (recent.length > 0) return { objects: recent, more: true };
    if (++pages === SEARCHED_PAGES) break;
  }
  return { objects, more: true };
}

async function queueText(queue: MessageQueue): Promise<string> {
  const { waiting, hasDeadLetterQueue } = await queue.look();
  const text = `The queue can be read; about ${waiting} messages wait in it.`;
  if (hasDeadLetterQueue) return text;
  return `${text} It has no dead-letter queue, so messages that cannot be read come again and again until they expire.`;
}

function conclusion(
  { bucket, prefix, logType }: ReadableSource,
  found: number,
  more: boolean,
  { events, rejects, sample }: SourceTestResponse,
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
  if (sample && sample.events > 0) {
    return { ok: true, message: `${count}; all ${sample.events} events of the first ones are excluded.` };
  }
  return { ok: true, message: `${count}, but no log record in the first ones.` };
}

/** Reads the beginning of one object into the answer. */
async function preview(
  source: ReadableSource,
  object: ListedObject,
  parts: TestParts,
  answer: SourceTestResponse,
  signal?: AbortSignal,
): Promise<void> {
  const filter = openEventFilter(source.exclusions, parts.logType, object.key);
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
  await readBeginning(source, object, parts, { sink, filter, maxBytes: PREVIEW_BYTES }, signal);
}
