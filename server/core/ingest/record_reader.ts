import { createHash } from 'crypto';
import type { LogType, ObjectContext, ParseOutcome } from './log_type';
import { Row } from './row';
import { layoutOf } from './row_layout';
import { JsonArraySplitter } from './splitters/json_array';
import { LineSplitter } from './splitters/lines';
import { MAX_RAW_BYTES, type RecordText, type Splitter } from './splitters/splitter';
import { cutText } from './text';

/** Takes what an object's records became. Events, rejects and skips together are its records. */
export interface RecordSink {
  /** `document` is one line of JSON, `timestamp` milliseconds since 1970, `position` the line from 1 or the index in the array. */
  event(document: string, id: string, timestamp: number, position: number): void;
  /** `raw` has at most 8,000 bytes. */
  reject(raw: string, reason: string, position: number): void;
  skip(reason: string, position: number): void;
}

/** Reads one object's decompressed bytes, in whatever chunks they come. */
export interface RecordReader {
  write(chunk: Buffer, sink: RecordSink): void;
  /** The object is at its end: what is left of it becomes its last records. */
  end(sink: RecordSink): void;
}

export interface ReaderLimits {
  /** A longer line or record is rejected unread: 1 MiB for lines, 4 MiB for records of a JSON array unless given. */
  maxRecordBytes?: number;
}

/** An object of which so many records were read and none could be parsed is something else than its source says. */
const GIVE_UP_AFTER = 1_000;

/** Opens a reader that parses and maps one object of a log type; the same bytes give the same documents and ids, always. */
export function openRecordReader(
  logType: LogType,
  context: ObjectContext,
  limits: ReaderLimits = {},
): RecordReader {
  if (logType.format === 'lines') {
    const parser = logType.open(context);
    const splitter = new LineSplitter(limits.maxRecordBytes ?? 1_048_576);
    return new Reader(logType, context, splitter, (line, row) =>
      line.trim() === '' ? { skip: 'blank line' } : parser.parse(line, row),
    );
  }
  const parser = logType.open(context);
  const splitter = new JsonArraySplitter(logType.arrayKey, limits.maxRecordBytes ?? 4_194_304);
  return new Reader(logType, context, splitter, (text, row) => {
    const record = parseObject(text);
    return record ? parser.parse(record, row) : { reject: 'The record is not a JSON object.' };
  });
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

class Reader implements RecordReader, RecordText {
  private readonly row: Row;
  private readonly idSlot: number;
  private readonly offsetSlot: number;
  private readonly originalSlot: number;
  private readonly objectHash: string;
  private sink!: RecordSink;
  private events = 0;
  private rejects = 0;

  constructor(
    private readonly logType: LogType,
    private readonly context: ObjectContext,
    private readonly splitter: Splitter,
    private readonly parse: (text: string, row: Row) => ParseOutcome,
  ) {
    const layout = layoutOf(logType.fields);
    this.row = new Row(layout);
    this.idSlot = layout.slot('event.id');
    this.offsetSlot = layout.slot('log.offset');
    this.originalSlot = layout.slot('event.original');
    this.objectHash = hashOf(`${context.bucket}\n${context.key}\n${context.etag.replace(/"/g, '')}`);
    const fix = (path: string, value: string | readonly string[]) => this.row.fix(layout.slot(path), value);
    for (const [path, value] of Object.entries(logType.constants)) fix(path, value);
    fix('type', logType.id);
    fix('event.kind', 'event');
    fix('event.module', 'aws');
    fix('event.dataset', logType.dataset);
    fix('event.ingested', context.ingestedAt);
    fix('cloud.provider', 'aws');
    fix('log.file.path', `s3://${context.bucket}/${context.key}`);
    fix('siem.source.id', context.sourceId);
    fix('siem.namespace', context.namespace);
  }

  write(chunk: Buffer, sink: RecordSink): void {
    if (this.hasGivenUp()) return;
    this.sink = sink;
    this.splitter.write(chunk, this);
  }

  end(sink: RecordSink): void {
    if (this.hasGivenUp()) return;
    this.sink = sink;
    this.splitter.end(this);
  }

  record(text: string, position: number): void {
    if (this.hasGivenUp()) return;
    const { row } = this;
    row.clear();
    const outcome = this.tryParse(text);
    if (outcome !== 'event') {
      if ('skip' in outcome) this.sink.skip(outcome.skip, position);
      else this.reject(text, outcome.reject, position);
      return;
    }
    const timestamp = row.timestamp;
    if (timestamp === undefined) {
      this.reject(text, 'The record has no valid time.', position);
      return;
    }
    const id = this.idOf(timestamp, position);
    if (row.get(this.idSlot) === undefined) row.set(this.idSlot, id);
    row.setScalar(this.offsetSlot, position);
    if (this.context.keepOriginal) row.set(this.originalSlot, text);
    this.events++;
    this.sink.event(row.serialise(), id, timestamp, position);
  }

  reject(raw: string, reason: string, position: number): void {
    if (this.hasGivenUp()) return;
    this.rejects++;
    const more = this.hasGivenUp()
      ? ` None of the first ${GIVE_UP_AFTER} records could be read, so the rest of the object was left unread.`
      : '';
    this.sink.reject(cutText(raw, MAX_RAW_BYTES), reason + more, position);
  }

  /** A parser that throws has a mistake of ours; one bad record must not cost the object. */
  private tryParse(text: string): ParseOutcome {
    try {
      return this.parse(text, this.row);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { reject: `The parser "${this.logType.id}" failed: ${message}` };
    }
  }

  private hasGivenUp(): boolean {
    return this.events === 0 && this.rejects >= GIVE_UP_AFTER;
  }

  /** Time in front makes ids sortable; then AWS's own id of the event, or the object and the place in it. */
  private idOf(timestamp: number, position: number): string {
    const seconds = Math.floor(timestamp / 1_000)
      .toString(36)
      .padStart(7, '0');
    const own = this.row.get(this.idSlot);
    if (own === undefined) return `${seconds}${this.objectHash}${position.toString(36)}`;
    const text = String(own);
    return `${seconds}-${/^[\w-]{1,100}$/.test(text) ? text : hashOf(text)}`;
  }
}

/** 72 bits of a SHA-256, as 12 characters of A-Z, a-z, 0-9, `-` and `_`. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
