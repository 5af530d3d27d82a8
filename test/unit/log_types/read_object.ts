import type { LogType, ObjectContext } from '../../../server/core/ingest/log_type';
import { openRecordReader, type ReaderLimits } from '../../../server/core/ingest/record_reader';

/** All that became of an object's records. */
export interface ReadRecords {
  events: Array<{ id: string; timestamp: number; position: number; event: Record<string, unknown> }>;
  rejects: Array<{ position: number; reason: string; raw: string }>;
  skips: Array<{ position: number; reason: string }>;
}

export const CONTEXT: ObjectContext = {
  bucket: 'acme-logs',
  key: 'AWSLogs/123456789012/any/eu-central-1/2026/01/02/object.log',
  etag: 'e0',
  sourceId: 'source-1',
  namespace: 'default',
  region: 'us-east-1',
  keepOriginal: false,
  ingestedAt: '2026-01-02T04:00:00.000Z',
  lastModified: Date.UTC(2026, 0, 2, 3, 30),
};

/** Reads an object in chunks of the given sizes, the last size again and again; each chunk's memory is wiped after use. */
export function readObject(
  logType: LogType,
  bytes: Buffer | string,
  options: { context?: Partial<ObjectContext>; chunkSizes?: number[]; limits?: ReaderLimits } = {},
): ReadRecords {
  const all = Buffer.from(bytes);
  const sizes = options.chunkSizes ?? [65_536];
  const reader = openRecordReader(logType, { ...CONTEXT, ...options.context }, options.limits);
  const result: ReadRecords = { events: [], rejects: [], skips: [] };
  const sink = {
    event(document: string, id: string, timestamp: number, position: number) {
      result.events.push({ id, timestamp, position, event: JSON.parse(document) as Record<string, unknown> });
    },
    reject(raw: string, reason: string, position: number) {
      result.rejects.push({ position, reason, raw });
    },
    skip(reason: string, position: number) {
      result.skips.push({ position, reason });
    },
  };
  let chunk = 0;
  for (let at = 0; at < all.length;) {
    const size = Math.max(1, sizes[Math.min(chunk++, sizes.length - 1)] as number);
    const piece = Buffer.from(all.subarray(at, at + size));
    reader.write(piece, sink);
    piece.fill(0);
    at += size;
  }
  reader.end(sink);
  return result;
}
