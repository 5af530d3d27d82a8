import { parseIsoTime } from '../time';
import { PendingBytes } from './pending_bytes';
import type { RecordText, Splitter } from './splitter';

const NEWLINE = 10;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Where the scan is; `stray` is text that belongs to no object, and after `lost` nothing can be read. */
type Place = 'outside' | 'object' | 'stray' | 'lost';

/**
 * Cuts a file into its JSON objects, one a line or joined without anything between them, as Firehose joins records. Lines of an export of
 * CloudWatch Logs begin with a time, which is passed over. Positions are numbers of objects, from 1.
 */
export class JsonObjectSplitter implements Splitter {
  private place: Place = 'outside';
  private position = 1;
  private readonly pending: PendingBytes;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private atLineStart = false;

  constructor(private readonly maxBytes: number) {
    this.pending = new PendingBytes(maxBytes);
  }

  write(chunk: Buffer, out: RecordText): void {
    let at = 0;
    while (at < chunk.length) {
      switch (this.place) {
        case 'outside':
          at = this.scanOutside(chunk, at);
          break;
        case 'object':
          at = this.scanObject(chunk, at, out);
          break;
        case 'stray':
          at = this.scanStray(chunk, at, out);
          break;
        case 'lost':
          return;
      }
    }
  }

  end(out: RecordText): void {
    if (this.place === 'stray') this.endStray(out);
    else if (this.place === 'object') this.rejectObject('The object ends in the middle of its JSON.', out);
  }

  private scanOutside(chunk: Buffer, from: number): number {
    let at = from;
    while (at < chunk.length && isBetween(chunk[at] as number)) at++;
    if (at < chunk.length) this.begin(chunk[at] === OPEN_OBJECT ? 'object' : 'stray');
    return at;
  }

  private begin(place: 'object' | 'stray'): void {
    this.place = place;
    this.depth = 0;
    this.inString = this.escaped = this.atLineStart = false;
  }

  private scanObject(chunk: Buffer, from: number, out: RecordText): number {
    let { depth, inString, escaped, atLineStart } = this;
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at];
      if (inString) {
        if (byte === NEWLINE) {
          // JSON has no line feed in a text: this object is broken, and the next line is another one.
          this.pending.keep(chunk.subarray(from, at));
          this.rejectObject('The JSON object is broken: its line ends within a text.', out);
          return at + 1;
        }
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inString = false;
        continue;
      }
      if (byte === QUOTE) inString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        // Nobody writes an inner object at the beginning of a line, so the one before it lacks its end.
        if (atLineStart && byte === OPEN_OBJECT && depth > 0) {
          this.pending.keep(chunk.subarray(from, at));
          this.rejectObject('The JSON object is broken: it lacks its end.', out);
          return at;
        }
        depth++;
      } else if ((byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) && --depth === 0) {
        this.endObject(chunk.subarray(from, at + 1), out);
        return at + 1;
      }
      atLineStart = byte === NEWLINE;
    }
    this.depth = depth;
    this.inString = inString;
    this.escaped = escaped;
    this.atLineStart = atLineStart;
    this.pending.keep(chunk.subarray(from));
    return chunk.length;
  }

  private endObject(last: Buffer, out: RecordText): void {
    if (this.pending.exceededBy(last)) {
      this.pending.keep(last);
      this.rejectObject(`The JSON object is longer than ${this.maxBytes} bytes.`, out);
      return;
    }
    this.place = 'outside';
    out.record(this.pending.takeWith(last).toString('utf8'), this.position++);
  }

  private rejectObject(reason: string, out: RecordText): void {
    const raw = this.pending.beginning();
    this.leave();
    out.reject(raw, reason, this.position++);
  }

  private scanStray(chunk: Buffer, from: number, out: RecordText): number {
    let at = from;
    while (at < chunk.length && chunk[at] !== OPEN_OBJECT && chunk[at] !== NEWLINE) at++;
    this.pending.keep(chunk.subarray(from, at));
    if (at < chunk.length) this.endStray(out);
    return at;
  }

  private endStray(out: RecordText): void {
    const text = this.pending.beginning();
    this.leave();
    if (!Number.isNaN(parseIsoTime(text.trim()))) return;
    // Of a binary file nobody wants to see the beginning, or a reject for each of its line feeds.
    const isBinary = text.includes('\0');
    if (isBinary) this.place = 'lost';
    const reason = isBinary
      ? 'The object is a binary file (it has NUL bytes), not JSON.'
      : 'The text is not a JSON object.';
    out.reject(isBinary ? '' : text, reason, this.position++);
  }

  private leave(): void {
    this.place = 'outside';
    this.pending.clear();
  }
}

/** White space, the bytes of a byte order mark, and what stands between the objects of a JSON array. */
function isBetween(byte: number): boolean {
  return (
    byte <= 32 ||
    byte === 44 ||
    byte === OPEN_ARRAY ||
    byte === CLOSE_ARRAY ||
    byte === 0xef ||
    byte === 0xbb ||
    byte === 0xbf
  );
}
