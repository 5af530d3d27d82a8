import type { ParseOutcome } from './log_type';

type Json = Record<string, unknown>;
type NoRecord = Exclude<ParseOutcome, 'event'>;

/** Takes what one text of the object holds, at least one of them. */
export interface RecordTaker<R> {
  /** `original` is left out where it is the record's own JSON. */
  record(record: R, original?: string): void;
  none(raw: string, outcome: NoRecord): void;
}

/** Takes a text apart into the records it holds: mostly one, more if it is the envelope of a service that delivers logs. */
export type Unwrap<R> = (text: string, taker: RecordTaker<R>) => void;

const NOT_AN_OBJECT: NoRecord = { reject: 'The record is not a JSON object.' };
const NO_LOGS: NoRecord = { skip: 'message of CloudWatch Logs that holds no logs' };
const EMPTY: NoRecord = { skip: 'envelope without records' };

const OPEN_OBJECT = 123;
const LINE_ENVELOPE = /^\{\s*"message(?:Type)?"/;

/**
 * A line, or the lines in a JSON object: its `message`, which Firehose makes of a line, or the messages of a subscription of CloudWatch Logs
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html). Any other object is a line of its own.
 */
export const unwrapLines: Unwrap<string> = (text, taker) => {
  const envelope =
    text.charCodeAt(0) === OPEN_OBJECT && LINE_ENVELOPE.test(text) ? parseObject(text) : undefined;
  if (!envelope) return takeLine(text, taker);
  const lines = messagesOf(envelope) ?? [envelope.message];
  if (lines.length === 0) taker.none(text, NO_LOGS);
  for (const line of lines) {
    if (typeof line === 'string') takeLine(line.trimEnd(), taker);
    else taker.none(text, { reject: 'The message of the JSON object is no text.' });
  }
};

function takeLine(line: string, taker: RecordTaker<string>): void {
  if (line.trim() === '') taker.none(line, { skip: 'blank line' });
  else taker.record(line, line);
}

/** A JSON object that is the record. */
export const unwrapRecord: Unwrap<Json> = (text, taker) => {
  const record = parseObject(text);
  if (record) taker.record(record, text);
  else taker.none(text, NOT_AN_OBJECT);
};

/**
 * Makes the function that finds records in a JSON object: in messages of CloudWatch Logs, in the `detail` of an EventBridge event
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html), in an array under one of `listKeys`; else it is one itself.
 */
export function unwrapObjects(listKeys: readonly string[]): Unwrap<Json> {
  const takeRecord = (record: Json, original: string | undefined, taker: RecordTaker<Json>): void => {
    const { detail } = record;
    const inner = record['detail-type'] !== undefined && isObject(detail) ? detail : record;
    const key = listKeys.find((name) => Array.isArray(inner[name]));
    if (key === undefined) return taker.record(inner, inner === record ? original : undefined);
    const items = inner[key] as unknown[];
    if (items.length === 0) taker.none(original ?? '', EMPTY);
    for (const item of items) {
      if (isObject(item)) taker.record(item);
      else taker.none(String(item), NOT_AN_OBJECT);
    }
  };
  return (text, taker) => {
    const record = parseObject(text);
    if (!record) return taker.none(text, NOT_AN_OBJECT);
    const messages = messagesOf(record);
    if (!messages) return takeRecord(record, text, taker);
    if (messages.length === 0) taker.none(text, NO_LOGS);
    for (const message of messages) {
      const inner = typeof message === 'string' ? parseObject(message) : undefined;
      if (inner) takeRecord(inner, message as string, taker);
      else taker.none(String(message), NOT_AN_OBJECT);
    }
  };
}

/** The messages of a subscription's envelope, none for its control message; undefined if it is no such envelope. */
function messagesOf({ messageType, logEvents }: Json): unknown[] | undefined {
  if (typeof messageType !== 'string' || !Array.isArray(logEvents)) return undefined;
  if (messageType !== 'DATA_MESSAGE') return [];
  return logEvents.map((event: { message?: unknown } | null) => event?.message);
}

function parseObject(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
