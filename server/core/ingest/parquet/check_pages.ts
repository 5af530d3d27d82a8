import { brotliDecompressSync, gunzipSync } from 'zlib';
import { readStruct, type ThriftStruct } from './compact_protocol';
import { checkRuns, checkValues, ENCODING } from './check_values';
import { unpackSnappy } from './snappy';

/** What is known of a column chunk from the footer. */
export interface ColumnChunk {
  bytes: Uint8Array;
  codec: string;
  /** Values, nulls included. */
  rows: number;
  /** Whether values may be null. */
  optional: boolean;
}

type Levels = { page: Uint8Array; at: number; nulls: number; encoding: number };

/** By the numbers of Parquet's `PageType`; other pages hold no values. */
const DATA_PAGE = 0;
const DICTIONARY_PAGE = 2;
const DATA_PAGE_V2 = 3;
/** Writers make pages of 1 MiB, some of one for a column. */
const MAX_PAGE_BYTES = 64 * 1024 ** 2;

/** The library's own Snappy does not end on some damaged blocks. */
const CODECS: Record<string, (bytes: Uint8Array, size: number) => Uint8Array> = {
  GZIP: (bytes, size) => gunzipSync(bytes, { maxOutputLength: Math.max(size, 1) }),
  BROTLI: (bytes, size) => brotliDecompressSync(bytes, { maxOutputLength: Math.max(size, 1) }),
  SNAPPY: unpackSnappy,
};

/**
 * Checks each page of a flat column before the library reads it: of a damaged page it would go on for hours, or ask for all the memory there is.
 * https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift
 *
 * @returns the contents of the packed pages, in the order in which the library unpacks them
 * @throws Error where a page is damaged, too large or of a kind that is not read
 */
export function checkPages(chunk: ColumnChunk): Uint8Array[] {
  const unpacked: Uint8Array[] = [];
  const unpack = (bytes: Uint8Array, size: number, packed = true) => {
    if (chunk.codec === 'UNCOMPRESSED' || !packed) {
      if (bytes.length !== size) throw new Error('a page of another size than it says');
      return bytes;
    }
    const page = decompress(chunk.codec, bytes, size);
    unpacked.push(page);
    return page;
  };
  let at = 0;
  for (let values = 0; values < chunk.rows;) {
    const { struct: header, end } = readStruct(chunk.bytes, at);
    const size = count(header, 2, MAX_PAGE_BYTES);
    at = end + count(header, 3, chunk.bytes.length - end);
    const body = chunk.bytes.subarray(end, at);
    const left = chunk.rows - values;
    switch (header.get(1)) {
      case DICTIONARY_PAGE:
        count(part(header, 7), 1, unpack(body, size).length * 8);
        break;
      case DATA_PAGE: {
        const of = part(header, 5);
        values += checkData(count(of, 1, left), levels(chunk, of, unpack(body, size), count(of, 1, left)));
        break;
      }
      case DATA_PAGE_V2: {
        const of = part(header, 8);
        values += checkData(count(of, 3, left), levelsV2(chunk, of, body, size, unpack));
        break;
      }
      default:
        throw new Error('a page of an unknown kind');
    }
  }
  return unpacked;
}

function checkData(values: number, { page, at, nulls, encoding }: Levels): number {
  checkValues(page, at, encoding, values - nulls);
  return values;
}

/** A data page of the first version: levels and values are packed together. */
function levels(chunk: ColumnChunk, header: ThriftStruct, page: Uint8Array, values: number): Levels {
  const encoding = count(header, 2, ENCODING.RLE_DICTIONARY);
  if (!chunk.optional) return { page, at: 0, nulls: 0, encoding };
  if (header.get(3) !== ENCODING.RLE) throw new Error('levels packed by another encoding than RLE');
  const bytes = page.length < 4 ? NaN : Buffer.from(page.buffer, page.byteOffset, 4).readUInt32LE();
  if (!(bytes <= page.length - 4)) throw new Error('it ends early');
  return { page, at: 4 + bytes, nulls: values - checkRuns(page, 4, 1, values), encoding };
}

/** A data page of the second version: its levels stand before what is packed. */
function levelsV2(
  chunk: ColumnChunk,
  header: ThriftStruct,
  body: Uint8Array,
  size: number,
  unpack: (bytes: Uint8Array, size: number, packed: boolean) => Uint8Array,
): Levels {
  const values = count(header, 1, chunk.rows);
  const nulls = count(header, 2, values);
  const bytes = count(header, 5, Math.min(size, body.length));
  if (values !== header.get(3) || header.get(6) !== 0) throw new Error('values of a list');
  if (chunk.optional && checkRuns(body.subarray(0, bytes), 0, 1, values) !== values - nulls) {
    throw new Error('a page with another number of values than it says');
  }
  const page = unpack(body.subarray(bytes), size - bytes, header.get(7) !== false);
  return { page, at: 0, nulls, encoding: count(header, 4, ENCODING.RLE_DICTIONARY) };
}

function part(header: ThriftStruct, field: number): ThriftStruct {
  const value = header.get(field);
  if (!(value instanceof Map)) throw new Error('a page without a header of its kind');
  return value;
}

/** A whole number from 0 to `most`. */
function count(header: ThriftStruct, field: number, most: number): number {
  const value = header.get(field);
  if (typeof value !== 'number' || value < 0 || value > most) throw new Error('a page of a wrong size');
  return value;
}

function decompress(codec: string, bytes: Uint8Array, size: number): Uint8Array {
  const unpack = CODECS[codec];
  if (!unpack) throw new Error(`packed by ${codec}`);
  const page = unpack(bytes, size);
  if (page.length !== size) throw new Error('a page of another size than it says');
  return page;
}
