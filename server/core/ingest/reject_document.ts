import { createHash } from 'crypto';
import type { ReadableSource } from '../manage/sources';
import type { ListedObject } from '../ports';
import { MAX_RAW_BYTES } from './splitters/splitter';
import { cutText } from './text';

/** Position of what concerns a whole object instead of one record. */
export const WHOLE_OBJECT = -1;

/** A line or record that could not be parsed or indexed. `position` is its line number or array index. */
export interface Reject {
  raw: string;
  reason: string;
  position: number;
}

/** Makes the documents of `siem-rejects-*` of one object. The same reject of the same object always gets the same id. */
export function rejectDocuments(
  source: Pick<ReadableSource, 'id' | 'namespace' | 'logType' | 'bucket'>,
  object: ListedObject,
  ingestedAt: string,
): (reject: Reject) => { id: string; document: string } {
  const path = `s3://${source.bucket}/${object.key}`;
  const prefix = createHash('sha256').update(`${path}\n${object.etag}`).digest('base64url').slice(0, 22);
  const timestamp = new Date(object.lastModified).toISOString();

  return ({ raw, reason, position }) => ({
    id: `${prefix}-${position === WHOLE_OBJECT ? 'object' : position}`,
    document: JSON.stringify({
      '@timestamp': timestamp,
      type: source.logType,
      event: {
        kind: 'pipeline_error',
        module: 'aws',
        ingested: ingestedAt,
        original: cutText(raw, MAX_RAW_BYTES),
      },
      error: { message: cutText(reason, MAX_RAW_BYTES) },
      log: { file: { path }, offset: position },
      siem: { source: { id: source.id }, namespace: source.namespace },
    }),
  });
}
