import type { LogTypeDeclaration } from '../../../common/kinds';
import type { EventField } from './event_field';
import type { Row } from './row';

/** What is known of an object before its first byte is read. */
export interface ObjectContext {
  bucket: string;
  key: string;
  etag: string;
  sourceId: string;
  namespace: string;
  /** Region the source says its bucket is in; a fallback for `cloud.region`. */
  region: string;
  /** Keep each line or record under `event.original`. */
  keepOriginal: boolean;
  /** ISO; becomes `event.ingested`. */
  ingestedAt: string;
  /** Epoch milliseconds of S3's Last-Modified. */
  lastModified: number;
}

/** What a parser made of a record: an event now in the row, an intended skip (header, digest), or a reason why it cannot be read. */
export type ParseOutcome = 'event' | { skip: string } | { reject: string };

/** The parser of one object; holds what the object's header says. Never throws on bad input. */
export interface RecordParser<R> {
  parse(record: R, row: Row): ParseOutcome;
}

interface LogTypeBase extends LogTypeDeclaration {
  /** All fields of its events besides the common ones. */
  fields: readonly EventField[];
  /** Fields that are the same in all its events, unless the parser sets them: ECS categories. */
  constants: Readonly<Record<string, string | readonly string[]>>;
  /** Values of records that no event keeps as they are, with the reason; `*` stands for any text. */
  dropped: Readonly<Record<string, string>>;
  /** Objects AWS writes beside the logs (test files, digests): a reason to skip it, or undefined to read it. */
  skipObject(key: string): string | undefined;
}

/** A log type whose records are lines of text; they may come in JSON objects, as Firehose and CloudWatch Logs deliver them. */
export interface LineLogType extends LogTypeBase {
  format: 'lines';
  /** What a header line calls a column of a Parquet file; absent where the type is not delivered as Parquet. */
  parquetColumn?(column: string): string;
  open(context: ObjectContext): RecordParser<string>;
}

/** A log type whose records are the elements of one top-level array of a JSON object, e.g. `Records`. */
export interface JsonLogType extends LogTypeBase {
  format: 'json_array';
  arrayKey: string;
  open(context: ObjectContext): RecordParser<Record<string, unknown>>;
}

/** A log type whose records are JSON objects, one a line or joined, perhaps in envelopes of EventBridge or CloudWatch Logs. */
export interface JsonLinesLogType extends LogTypeBase {
  format: 'json_lines';
  /** Names of arrays under which one object may hold several records. */
  listKeys: readonly string[];
  open(context: ObjectContext): RecordParser<Record<string, unknown>>;
}

export type LogType = LineLogType | JsonLogType | JsonLinesLogType;
