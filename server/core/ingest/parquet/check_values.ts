import { Cursor } from './compact_protocol';

/** What the values in a data page may be packed by, by the numbers of Parquet's `Encoding`. */
export const ENCODING = {
  PLAIN: 0,
  PLAIN_DICTIONARY: 2,
  RLE: 3,
  DELTA_BINARY_PACKED: 5,
  DELTA_LENGTH_BYTE_ARRAY: 6,
  RLE_DICTIONARY: 8,
} as const;

/** The library's bit arithmetic is right up to here; a dictionary has fewer entries anyway. */
const MAX_INDEX_BITS = 24;
/** Values that a last run may have too many: it is filled up to the whole groups of eight that a writer makes at a time. */
const MAX_PADDING = 504;
const MAX_DELTA_BLOCK = 65_536;

/**
 * Walks `count` values packed by the hybrid of run lengths and bits, where a wrong length would keep the library busy with values that nobody asked for.
 * https://parquet.apache.org/docs/file-format/data-pages/encodings/#RLE
 *
 * @returns how many of the values are 1, for values of one bit
 * @throws Error where the runs are not `count` values
 */
export function checkRuns(page: Uint8Array, at: number, bits: number, count: number): number {
  const cursor = new Cursor(page, at);
  let ones = 0;
  for (let seen = 0; seen < count;) {
    const head = cursor.varint(32);
    const size = Math.floor(head / 2);
    if (head % 2 === 0) {
      if (size > count - seen) throw new Error('a run is too long');
      const value = page[cursor.at];
      cursor.skip(Math.ceil(bits / 8));
      if (value === 1) ones += size;
      seen += size;
    } else {
      const start = cursor.at;
      if (size * 8 > count - seen + MAX_PADDING) throw new Error('a run is too long');
      // Some writers end the last run early, where there are no values any more.
      const values = Math.min(size * 8, count - seen);
      cursor.skip(Math.ceil((values * bits) / 8));
      for (let place = 0; bits === 1 && place < values; place++) {
        ones += ((page[start + (place >> 3)] ?? 0) >> (place & 7)) & 1;
      }
      cursor.at = Math.min(page.length, start + size * bits);
      seen += values;
    }
  }
  return ones;
}

/**
 * Checks that the values in a page are read in time that grows with the page only.
 *
 * @throws Error where they are damaged, or packed in a way that is not read
 */
export function checkValues(page: Uint8Array, at: number, encoding: number, count: number): void {
  switch (encoding) {
    case ENCODING.PLAIN:
      return;
    case ENCODING.PLAIN_DICTIONARY:
    case ENCODING.RLE_DICTIONARY: {
      const bits = new Cursor(page, at).byte();
      if (bits > MAX_INDEX_BITS) throw new Error('a dictionary is too large');
      // Where all are the dictionary's one entry, runs may be left out.
      if (bits > 0 || at + 1 < page.length) checkRuns(page, at + 1, bits, count);
      return;
    }
    case ENCODING.DELTA_BINARY_PACKED:
    case ENCODING.DELTA_LENGTH_BYTE_ARRAY:
      return checkDeltas(new Cursor(page, at), count);
    default:
      throw new Error(`values packed by the encoding ${encoding}`);
  }
}

/** https://parquet.apache.org/docs/file-format/data-pages/encodings/#DELTAENC */
function checkDeltas(cursor: Cursor, count: number): void {
  const block = cursor.varint(32);
  const parts = cursor.varint(32);
  if (cursor.varint(32) !== count) throw new Error('a page with another number of values than it says');
  cursor.varint(64);
  const perPart = block / parts;
  if (block > MAX_DELTA_BLOCK || perPart < 8 || perPart % 8 !== 0) throw new Error('a block of a wrong size');
  for (let left = count - 1; left > 0;) {
    cursor.varint(64);
    const widths = Array.from({ length: parts }, () => cursor.byte());
    for (const width of widths) {
      if (left <= 0) break;
      if (width > 64) throw new Error('a number is too large');
      // The last part may be cut where its values end.
      cursor.skip(Math.ceil((Math.min(left, perPart) * width) / 8));
      left -= perPart;
    }
  }
}
