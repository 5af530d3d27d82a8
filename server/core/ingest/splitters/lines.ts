import { cutText } from '../text';
import { MAX_RAW_BYTES, type RecordText, type Splitter } from './splitter';

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
/** Text logs have no NUL; packed or otherwise binary files nearly always have one here. */
const HEAD_BYTES = 4_096;

/** Splits text at line feeds (a carriage return before one is dropped); positions are line numbers from 1. */
export class LineSplitter implements Splitter {
  private line = 1;
  /** Bytes of the unfinished line, or of the object's head as long as that is not complete. */
  private carry: Buffer = Buffer.alloc(0);
  private checkedHead = false;
  private binary = false;
  /** The beginning of a line over the limit; its rest is thrown away. */
  private tooLong: Buffer | undefined;

  constructor(private readonly maxBytes: number) {}

  write(chunk: Buffer, out: RecordText): void {
    if (this.binary || chunk.length === 0) return;
    const bytes = this.carry.length > 0 ? Buffer.concat([this.carry, chunk]) : chunk;
    if (!this.checkedHead) {
      if (bytes.length < HEAD_BYTES) {
        this.carry = Buffer.from(bytes);
        return;
      }
      if (this.rejectBinary(bytes, out)) return;
    }
    this.split(bytes, out);
  }

  end(out: RecordText): void {
    if (this.binary || (!this.checkedHead && this.rejectBinary(this.carry, out))) return;
    const rest = this.carry;
    this.split(rest, out);
    if (this.tooLong) this.endTooLong(out);
    else if (this.carry.length > 0) this.emit(this.carry.toString('utf8'), out);
    this.carry = Buffer.alloc(0);
  }

  private rejectBinary(bytes: Buffer, out: RecordText): boolean {
    this.checkedHead = true;
    const nul = bytes.indexOf(0);
    this.binary = nul >= 0 && nul < HEAD_BYTES;
    if (this.binary) {
      this.carry = Buffer.alloc(0);
      out.reject('', 'The object is a binary file (its beginning has NUL bytes), not lines of text.', 1);
    }
    return this.binary;
  }

  private split(bytes: Buffer, out: RecordText): void {
    let start = 0;
    if (this.tooLong) {
      start = bytes.indexOf(NEWLINE) + 1;
      if (start === 0) return void (this.carry = Buffer.alloc(0));
      this.endTooLong(out);
    }
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    if (end > start) {
      if (end - start <= this.maxBytes) this.splitText(bytes.toString('utf8', start, end), out);
      else this.splitLong(bytes, start, end, out);
      start = end;
    }
    const rest = bytes.subarray(start);
    if (rest.length > this.maxBytes) {
      this.tooLong = Buffer.from(rest.subarray(0, MAX_RAW_BYTES));
      this.carry = Buffer.alloc(0);
    } else {
      // A copy: the reader may use the chunk's memory again.
      this.carry = Buffer.from(rest);
    }
  }

  /** Decoding all lines of a chunk at once is several times faster than one by one. */
  private splitText(text: string, out: RecordText): void {
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      const last = end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
      out.record(text.slice(start, last), this.line++);
      start = end + 1;
    }
  }

  /** The same by bytes, for chunks that are large enough to hold a line over the limit. */
  private splitLong(bytes: Buffer, from: number, to: number, out: RecordText): void {
    for (let start = from; start < to;) {
      const end = bytes.indexOf(NEWLINE, start);
      if (end - start > this.maxBytes) this.rejectTooLong(bytes.subarray(start, start + MAX_RAW_BYTES), out);
      else this.emit(bytes.toString('utf8', start, end), out);
      start = end + 1;
    }
  }

  private emit(line: string, out: RecordText): void {
    out.record(line.endsWith('\r') ? line.slice(0, -1) : line, this.line++);
  }

  private endTooLong(out: RecordText): void {
    this.rejectTooLong(this.tooLong as Buffer, out);
    this.tooLong = undefined;
  }

  private rejectTooLong(beginning: Buffer, out: RecordText): void {
    const raw = cutText(beginning.toString('utf8'), MAX_RAW_BYTES);
    out.reject(raw, `The line is longer than ${this.maxBytes} bytes.`, this.line++);
  }
}
