import type { ListedObject } from '../ports';

/** An object that S3 says was created. */
export interface AnnouncedObject extends ListedObject {
  bucket: string;
}

/** How often a notification may be wrapped: EventBridge or S3 in SNS is one. */
const MAX_DEPTH = 3;

/**
 * The created objects that a message announces: none in S3's test event and in news of other things; undefined for a message that cannot be
 * read. Takes S3's own notifications, plain or in SNS's envelope, and events of EventBridge.
 *
 * Formats: https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html,
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export function parseMessage(body: string, depth = 0): AnnouncedObject[] | undefined {
  let message: unknown;
  try {
    message = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!isRecord(message)) return undefined;
  if (message['Event'] === 's3:TestEvent') return [];
  if (Array.isArray(message['Records'])) return parseEach(message['Records']);
  if (message['source'] === 'aws.s3' && isRecord(message['detail'])) return parseEventBridge(message);
  const inner = message['Message'];
  if (typeof inner === 'string' && message['Type'] === 'Notification' && depth < MAX_DEPTH) {
    return parseMessage(inner, depth + 1);
  }
  return undefined;
}

function parseEach(records: unknown[]): AnnouncedObject[] | undefined {
  const objects: AnnouncedObject[] = [];
  for (const record of records) {
    if (!isRecord(record) || record['eventSource'] !== 'aws:s3') return undefined;
    if (!String(record['eventName']).startsWith('ObjectCreated:')) continue;
    const { bucket, object } = isRecord(record['s3']) ? record['s3'] : {};
    const announced = announcedOf(bucket, object, record['eventTime'], decodeKey);
    if (!announced) return undefined;
    objects.push(announced);
  }
  return objects;
}

function parseEventBridge({
  detail,
  time,
  ...event
}: Record<string, unknown>): AnnouncedObject[] | undefined {
  if (event['detail-type'] !== 'Object Created') return [];
  const { bucket, object } = detail as Record<string, unknown>;
  const announced = announcedOf(bucket, object, time, (key) => key);
  return announced && [announced];
}

/** ETag and size are in all news of created objects; without them the object could not be told from one that replaced it. */
function announcedOf(
  bucket: unknown,
  object: unknown,
  time: unknown,
  decode: (key: string) => string | undefined,
): AnnouncedObject | undefined {
  if (!isRecord(bucket) || !isRecord(object)) return undefined;
  const { name } = bucket;
  const { key: written, size } = object;
  const etag = object['eTag'] ?? object['etag'];
  const key = typeof written === 'string' ? decode(written) : undefined;
  const lastModified = Date.parse(String(time));
  if (typeof name !== 'string' || key === undefined || typeof etag !== 'string') return undefined;
  if (typeof size !== 'number' || Number.isNaN(lastModified)) return undefined;
  return { bucket: name, key, etag: etag.replace(/^"|"$/g, ''), size, lastModified };
}

/** S3's notifications write keys as forms do: a blank is a plus, all else but a few letters `%xx`. */
function decodeKey(written: string): string | undefined {
  try {
    return decodeURIComponent(written.replace(/\+/g, ' '));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
