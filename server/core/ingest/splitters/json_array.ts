import { JsonKeys } from './json_keys';
import { PendingBytes } from './pending_bytes';
import type { RecordText, Splitter } from './splitter';

const QUOTE = 34;
const COMMA = 44;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Where the scan is; from `stray` on, what follows is no JSON object, and after `lost` nothing can be read. */
type Place = 'outside' | 'object' | 'array' | 'element' | 'stray' | 'lost';

/** How much is shown of what is no JSON object. */
const STRAY_BYTES = 500;

/**
 * Cuts the elements of one top-level array out of a JSON object by following depth and strings, without holding the object
 * as a whole. Positions are indices in the array.
 */
export class JsonArraySplitter implements Splitter {
  private place: Place = 'outside';
  private index = 0;
  private objects = 0;
  private keys: JsonKeys;
  private readonly pending: PendingBytes;
  private depth = 0;
  private inString = false;
  private escaped = false;

  constructor(
    private readonly arrayKey: string,
    private readonly maxBytes: number,
  ) {
    this.keys = new JsonKeys(arrayKey);
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
        case 'array':
          at = this.scanArray(chunk, at);
          break;
        case 'element':
          at = this.scanElement(chunk, at, out);
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
    if (this.place === 'lost' || this.place === 'outside') return;
    if (this.place === 'stray') return this.rejectStray(out);
    const raw = this.place === 'element' ? this.pending.beginning() : '';
    this.lose(raw, 'The object ends in the middle of its JSON.', out);
  }

  private scanOutside(chunk: Buffer, from: number): number {
    let at = from;
    while (at < chunk.length && isSpaceOrBom(chunk[at] as number)) at++;
    if (at === chunk.length) return at;
    if (chunk[at] === OPEN_OBJECT) {
      this.place = 'object';
      this.keys = new JsonKeys(this.arrayKey);
      return at + 1;
    }
    this.place = 'stray';
    return at;
  }

  /** Collects the beginning of what is no JSON object, to show it. */
  private scanStray(chunk: Buffer, from: number, out: RecordText): number {
    const to = Math.min(chunk.length, from + STRAY_BYTES - this.pending.size);
    this.pending.keep(chunk.subarray(from, to));
    if (this.pending.size === STRAY_BYTES) this.rejectStray(out);
    return to;
  }

  private rejectStray(out: RecordText): void {
    const beginning = this.pending.beginning();
    const reason =
      this.objects > 0
        ? 'There is more after the JSON object.'
        : `The object is not JSON: a JSON object with "${this.arrayKey}" is expected.`;
    // Of a binary file nobody wants to see the beginning.
    this.lose(beginning.includes('\0') ? '' : beginning, reason, out);
  }

  private scanObject(chunk: Buffer, from: number, out: RecordText): number {
    const at = this.keys.scan(chunk, from);
    if (this.keys.atArray) {
      this.place = 'array';
    } else if (this.keys.closed) {
      this.place = 'outside';
      this.objects++;
      if (!this.keys.sawArray) {
        const names = this.keys.names.map((name) => `"${name}"`).join(', ') || 'nothing';
        const reason = `The JSON object has no array "${this.arrayKey}"; it has ${names}.`;
        out.reject('', reason, this.index++);
      }
    }
    return at;
  }

  private scanArray(chunk: Buffer, from: number): number {
    let at = from;
    while (at < chunk.length && (chunk[at] === COMMA || isSpaceOrBom(chunk[at] as number))) at++;
    if (at === chunk.length) return at;
    if (chunk[at] === CLOSE_ARRAY) {
      this.place = 'object';
      return at + 1;
    }
    this.place = 'element';
    this.depth = 0;
    this.inString = this.escaped = false;
    return at;
  }

  private scanElement(chunk: Buffer, from: number, out: RecordText): number {
    let { depth, inString, escaped } = this;
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at];
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inString = false;
      } else if (byte === QUOTE) {
        inString = true;
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        depth++;
      } else if (depth === 0 && (byte === COMMA || byte === CLOSE_ARRAY)) {
        this.endElement(chunk.subarray(from, at), out);
        return at;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        if (depth > 0) depth--;
      }
    }
    this.depth = depth;
    this.inString = inString;
    this.escaped = escaped;
    this.pending.keep(chunk.subarray(from));
    return chunk.length;
  }

  private endElement(last: Buffer, out: RecordText): void {
    this.place = 'array';
    if (this.pending.exceededBy(last)) {
      this.pending.keep(last);
      const reason = `The record is longer than ${this.maxBytes} bytes.`;
      out.reject(this.pending.beginning(), reason, this.index++);
      this.pending.clear();
    } else {
      out.record(this.pending.takeWith(last).toString('utf8'), this.index++);
    }
  }

  private lose(raw: string, reason: string, out: RecordText): void {
    this.place = 'lost';
    this.pending.clear();
    out.reject(raw, reason, this.index++);
  }
}

/** JSON's white space, and the three bytes of a byte order mark. */
function isSpaceOrBom(byte: number): boolean {
  return (
    byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 0xef || byte === 0xbb || byte === 0xbf
  );
}
