import { Cursor } from './compact_protocol';

/**
 * Unpacks a Snappy block of a known size, in time that grows with the block only: each element moves on in the block.
 * https://github.com/google/snappy/blob/main/format_description.txt
 *
 * @throws Error where it is damaged or of another size
 */
export function unpackSnappy(block: Uint8Array, size: number): Uint8Array {
  const cursor = new Cursor(block, 0);
  if (cursor.varint(32) !== size) throw new Error('a page of another size than it says');
  const page = new Uint8Array(size);
  let end = 0;
  while (cursor.at < block.length) {
    const tag = cursor.byte();
    const upper = tag >> 2;
    if ((tag & 3) === 0) {
      // Up to 60 bytes as they are; above that the length, less one, stands in one to four bytes.
      const length = upper < 60 ? upper + 1 : littleEndian(cursor, upper - 59) + 1;
      if (length > size - end) throw new Error('a page of another size than it says');
      cursor.skip(length);
      page.set(block.subarray(cursor.at - length, cursor.at), end);
      end += length;
    } else {
      const near = (tag & 3) === 1;
      const length = near ? (upper & 7) + 4 : upper + 1;
      const back = near ? (tag >> 5) * 256 + cursor.byte() : littleEndian(cursor, (tag & 3) === 2 ? 2 : 4);
      if (back === 0 || back > end || length > size - end) throw new Error('a copy of what is not there');
      // What is copied may overlap with what it makes.
      for (const until = end + length; end < until; end++) page[end] = page[end - back] as number;
    }
  }
  if (end !== size) throw new Error('it ends early');
  return page;
}

function littleEndian(cursor: Cursor, bytes: number): number {
  let value = 0;
  for (let place = 0; place < bytes; place++) value += cursor.byte() * 256 ** place;
  return value;
}
