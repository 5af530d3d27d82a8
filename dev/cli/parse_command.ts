import { createReadStream } from 'fs';
import { basename } from 'path';
import type { Readable } from 'stream';
import { decompress } from '../../server/core/ingest/decompress';
import { openRecordReader, type RecordSink } from '../../server/core/ingest/record_reader';
import type { ParseArguments } from './arguments';
import type { LineOutput } from './output';

interface Parts {
  stdin: Readable;
  events: LineOutput;
  rejects: LineOutput;
  /** Milliseconds since 1970. */
  now: number;
}

/** Parses one file as the server would; false when it could not be read to its end. Errors of the file system are thrown. */
export async function parseFile(options: ParseArguments, parts: Parts): Promise<boolean> {
  const { events, rejects } = parts;
  const reject = (reason: string, position?: number, raw?: string) =>
    rejects.write(JSON.stringify({ position, reason, raw }));
  const key = options.key ?? (options.file === '-' ? 'stdin' : basename(options.file));
  const skipped = options.logType.skipObject(key);
  if (skipped !== undefined) {
    reject(`The object is skipped: ${skipped}.`);
    return true;
  }
  const reader = openRecordReader(options.logType, {
    bucket: options.bucket,
    key,
    etag: '',
    sourceId: 'cli',
    namespace: 'default',
    region: options.region,
    keepOriginal: options.original,
    ingestedAt: new Date(parts.now).toISOString(),
    lastModified: parts.now,
  });
  const sink: RecordSink = {
    event: (document) => events.write(document),
    reject: (raw, reason, position) => reject(reason, position, raw),
    skip: () => undefined,
  };
  const stored = options.file === '-' ? parts.stdin : createReadStream(options.file);
  const end = await decompress(stored, {
    data: (chunk) => reader.write(chunk, sink),
    ready: () => events.ready() ?? rejects.ready(),
  });
  reader.end(sink);
  if (end.broken !== undefined) reject(`The object could not be read whole: ${end.broken}.`);
  return end.broken === undefined;
}
