import { cutText } from '../text';
import { MAX_RAW_BYTES } from './splitter';

/** What there is of a record under way, of earlier chunks; of one over the limit only the beginning. */
export class PendingBytes {
  private parts: Buffer[] = [];
  private length = 0;

  constructor(private readonly maxBytes: number) {}

  /** All bytes so far, those not kept included. */
  get size(): number {
    return this.length;
  }

  keep(bytes: Buffer): void {
    if (this.length <= this.maxBytes && bytes.length > 0) {
      const wanted = this.length + bytes.length > this.maxBytes ? bytes.subarray(0, MAX_RAW_BYTES) : bytes;
      // A copy: the reader may use the chunk's memory again.
      this.parts.push(Buffer.from(wanted));
    }
    this.length += bytes.length;
  }

  /** Whether the record is over the limit with its last bytes. */
  exceededBy(last: Buffer): boolean {
    return this.length + last.length > this.maxBytes;
  }

  /** The whole record, which begins with what was kept; nothing is pending afterwards. */
  takeWith(last: Buffer): Buffer {
    const whole = this.parts.length > 0 ? Buffer.concat([...this.parts, last]) : last;
    this.clear();
    return whole;
  }

  /** The beginning as text, to show it. */
  beginning(): string {
    const bytes = Buffer.concat(this.parts).subarray(0, MAX_RAW_BYTES);
    return cutText(bytes.toString('utf8'), MAX_RAW_BYTES);
  }

  clear(): void {
    this.parts = [];
    this.length = 0;
  }
}
