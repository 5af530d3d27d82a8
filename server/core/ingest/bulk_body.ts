/** Bodies of about this size keep OpenSearch busiest: 10 MB are no faster and less steady. */
const BODY_BYTES = 5 * 1024 * 1024;
/** An item that crosses the size still goes along. */
const SLACK_BYTES = 64 * 1024;
export const MAX_BODY_BYTES = BODY_BYTES + SLACK_BYTES;
/** UTF-8 takes at most three bytes for a UTF-16 unit. */
const BYTES_PER_UNIT = 3;
const NEWLINE = 0x0a;

/** One finished NDJSON body of `_bulk`. */
export interface BulkBody {
  kind: 'events' | 'rejects';
  /** Begins at the start of its own ArrayBuffer, so that it can be handed to another thread. */
  bytes: Uint8Array;
  items: number;
  /** Epoch minutes in which its events lie. */
  minutes: number[];
}

/** Collects `_bulk` items as bytes; `onFull` gets each finished body. */
export class BulkBodyBuilder {
  private buffer: Buffer | undefined;
  private used = 0;
  private items = 0;
  private minutes = new Set<number>();
  private lastMinute: number | undefined;

  constructor(
    private readonly kind: BulkBody['kind'],
    private readonly onFull: (body: BulkBody) => void,
    private readonly bodyBytes = BODY_BYTES,
  ) {}

  /** Both are JSON texts of one line; `action` is given in two parts, since its first one repeats; `minute` is that of an event. */
  add(actionHead: string, id: string, document: string, minute?: number): void {
    const worst = (actionHead.length + id.length + document.length) * BYTES_PER_UNIT + 8;
    const buffer = this.room(worst);
    let at = this.used;
    at += buffer.write(actionHead, at, 'latin1');
    at += buffer.write(id, at, 'latin1');
    at += buffer.write('"}}\n', at, 'latin1');
    at += buffer.write(document, at, 'utf8');
    buffer[at++] = NEWLINE;
    this.used = at;
    this.items++;
    if (minute !== undefined && minute !== this.lastMinute) this.minutes.add((this.lastMinute = minute));
    if (at >= this.bodyBytes) this.flush();
  }

  /** Hands over what there is, if anything. */
  flush(): void {
    if (this.items === 0 || !this.buffer) return;
    const { kind, items } = this;
    const body = { kind, bytes: this.buffer.subarray(0, this.used), items, minutes: [...this.minutes] };
    this.buffer = this.lastMinute = undefined;
    this.used = this.items = 0;
    this.minutes.clear();
    this.onFull(body);
  }

  private room(bytes: number): Buffer {
    if (this.buffer && this.used + bytes > this.buffer.length) this.flush();
    // A slow buffer has memory of its own: one from the pool could not be transferred.
    this.buffer ??= Buffer.allocUnsafeSlow(Math.max(this.bodyBytes + SLACK_BYTES, bytes));
    return this.buffer;
  }
}

/** The action of an item for an index, up to the id: `create` leaves a document that is there already, `index` replaces it. */
export function bulkAction(operation: 'create' | 'index', index: string): string {
  return `{"${operation}":{"_index":"${index}","_id":"`;
}

/** Action and document text of the wanted items (numbers from 0) of a body, in order. */
export function itemsOf(
  bytes: Uint8Array,
  wanted: ReadonlySet<number>,
): Map<number, { action: string; document: string }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<number, { action: string; document: string }>();
  for (let item = 0, start = 0; start < buffer.length && found.size < wanted.size; item++) {
    const middle = buffer.indexOf(NEWLINE, start);
    const end = buffer.indexOf(NEWLINE, middle + 1);
    if (wanted.has(item)) {
      found.set(item, {
        action: buffer.toString('utf8', start, middle),
        document: buffer.toString('utf8', middle + 1, end),
      });
    }
    start = end + 1;
  }
  return found;
}

/** Cuts the body of so many items into even pieces of about `most()` bytes at most, which is asked before each; no item is cut. */
export function* piecesOf(
  bytes: Uint8Array,
  items: number,
  most: () => number,
): Generator<{ bytes: Uint8Array; items: number }> {
  let start = 0;
  let left = items;
  for (let pieces; left > 1 && (pieces = Math.ceil((bytes.length - start) / most())) > 1;) {
    const wanted = start + (bytes.length - start) / pieces;
    let end = start;
    let count = 0;
    while (end < wanted && count < left) {
      end = bytes.indexOf(NEWLINE, bytes.indexOf(NEWLINE, end) + 1) + 1;
      count++;
    }
    yield { bytes: bytes.subarray(start, end), items: count };
    start = end;
    left -= count;
  }
  if (left > 0 || items === 0) yield { bytes: bytes.subarray(start), items: left };
}
