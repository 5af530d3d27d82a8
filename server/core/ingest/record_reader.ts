import { createHash } from 'crypto';
import type { RowEnricher } from './enrich/enrich_row';
import type { EventFilter } from './exclude/exclusions';
import type { LogType, ObjectContext, ParseOutcome, RecordParser } from './log_type';
import { Row } from './row';
import { layoutOf } from './row_layout';
import { JsonArraySplitter } from './splitters/json_array';
import { JsonObjectSplitter } from './splitters/json_objects';
import { LinesOrObjectsSplitter } from './splitters/lines_or_objects';
import { MAX_RAW_BYTES, type RecordText, type Splitter } from './splitters/splitter';
import { cutText } from './text';
import { type RecordTaker, type Unwrap, unwrapLines, unwrapObjects, unwrapRecord } from './unwrap';

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
  /** A longer line or record is rejected unread: 1 MiB for lines, 4 MiB for records of a JSON array, 16 MiB for JSON objects unless given. */
  maxRecordBytes?: number;
}

/** What is done with an event between parser and index, in this order. */
export interface ReaderSteps {
  enrich?: RowEnricher;
  filter?: EventFilter;
}

/** An object of which so many records were read and none could be parsed is something else than its source says. */
const GIVE_UP_AFTER = 1_000;
const MAX_LINE_BYTES = 1_048_576;
const MAX_ELEMENT_BYTES = 4_194_304;
/** An envelope of CloudWatch Logs holds a megabyte of compressed messages. */
const MAX_JSON_BYTES = 16_777_216;

/** Opens a reader that parses and maps one object of a log type; the same bytes give the same documents and ids, always. */
export function openRecordReader(
  logType: LogType,
  context: ObjectContext,
  { maxRecordBytes, ...steps }: ReaderLimits & ReaderSteps = {},
): RecordReader {
  switch (logType.format) {
    case 'lines': {
      const splitter = new LinesOrObjectsSplitter(
        maxRecordBytes ?? MAX_LINE_BYTES,
        maxRecordBytes ?? MAX_JSON_BYTES,
      );
      return new Reader(logType, context, splitter, unwrapLines, logType.open(context), steps);
    }
    case 'json_array': {
      const splitter = new JsonArraySplitter(logType.arrayKey, maxRecordBytes ?? MAX_ELEMENT_BYTES);
      return new Reader(logType, context, splitter, unwrapRecord, logType.open(context), steps);
    }
    case 'json_lines': {
      const splitter = new JsonObjectSplitter(maxRecordBytes ?? MAX_JSON_BYTES);
      const unwrap = unwrapObjects(logType.listKeys);
      return new Reader(logType, context, splitter, unwrap, logType.open(context), steps);
    }
  }
}

class Reader<R> implements RecordReader, RecordText {
  private readonly row: Row;
  private readonly idSlot: number;
  private readonly offsetSlot: number;
  private readonly originalSlot: number;
  private readonly objectHash: string;
  private readonly taker: RecordTaker<R>;
  private sink!: RecordSink;
  /** Position of the record being read: what the splitter counts, and what envelopes held more than one record each. */
  private position = 0;
  private extra = 0;
  private events = 0;
  private rejects = 0;

  constructor(
    private readonly logType: LogType,
    private readonly context: ObjectContext,
    private readonly splitter: Splitter,
    private readonly unwrap: Unwrap<R>,
    private readonly parser: RecordParser<R>,
    private readonly steps: ReaderSteps,
  ) {
    const layout = layoutOf(logType.fields);
    this.row = new Row(layout);
    this.idSlot = layout.slot('event.id');
    this.offsetSlot = layout.slot('log.offset');
    this.originalSlot = layout.slot('event.original');
    this.objectHash = hashOf(`${context.bucket}\n${context.key}\n${context.etag.replace(/"/g, '')}`);
    this.taker = {
      record: (record, original) => this.take(record, original),
      none: (raw, outcome) => this.turnAway(raw, outcome),
    };
    const fix = (path: string, value: string | readonly string[]) => this.row.fix(layout.slot(path), value);
    fix('event.kind', 'event');
    fix('event.module', 'aws');
    for (const [path, value] of Object.entries(logType.constants)) fix(path, value);
    fix('type', logType.id);
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
    this.position = position + this.extra;
    this.unwrap(text, this.taker);
    this.extra = this.position - position - 1;
  }

  private take(record: R, original: string | undefined): void {
    const position = this.position++;
    if (this.hasGivenUp()) return;
    const { row } = this;
    row.clear();
    const outcome = this.tryParse(record);
    if (outcome !== 'event') {
      if ('skip' in outcome) this.sink.skip(outcome.skip, position);
      else this.refuse(original ?? JSON.stringify(record), outcome.reject, position);
      return;
    }
    const timestamp = row.timestamp;
    if (timestamp === undefined) {
      this.refuse(original ?? JSON.stringify(record), 'The record has no valid time.', position);
      return;
    }
    this.events++;
    this.steps.enrich?.(row);
    const excluded = this.steps.filter?.reasonToSkip(row, (original ?? JSON.stringify(record)).length);
    if (excluded !== undefined) {
      this.sink.skip(excluded, position);
      return;
    }
    const id = this.idOf(timestamp, position);
    if (row.get(this.idSlot) === undefined) row.set(this.idSlot, id);
    row.setScalar(this.offsetSlot, position);
    if (this.context.keepOriginal) row.set(this.originalSlot, original ?? JSON.stringify(record));
    this.sink.event(row.serialise(), id, timestamp, position);
  }

  private turnAway(raw: string, outcome: { skip: string } | { reject: string }): void {
    const position = this.position++;
    if (this.hasGivenUp()) return;
    if ('skip' in outcome) this.sink.skip(outcome.skip, position);
    else this.refuse(raw, outcome.reject, position);
  }

  reject(raw: string, reason: string, position: number): void {
    if (!this.hasGivenUp()) this.refuse(raw, reason, position + this.extra);
  }

  private refuse(raw: string, reason: string, position: number): void {
    this.rejects++;
    const more = this.hasGivenUp()
      ? ` None of the first ${GIVE_UP_AFTER} records could be read, so the rest of the object was left unread.`
      : '';
    this.sink.reject(cutText(raw, MAX_RAW_BYTES), reason + more, position);
  }

  /** A parser that throws has a mistake of ours; one bad record must not cost the object. */
  private tryParse(record: R): ParseOutcome {
    try {
      return this.parser.parse(record, this.row);
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
