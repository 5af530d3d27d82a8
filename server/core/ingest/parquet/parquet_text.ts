import {
  type AsyncBuffer,
  type DecodedArray,
  type FileMetaData,
  parquetMetadata,
  parquetRead,
} from 'hyparquet';
import { SiemError } from '../../errors';
import { UnreadableObject } from '../unreadable';
import { checkPages } from './check_pages';
import { readStruct } from './compact_protocol';

/** A row group is the least that can be read at a time; writers make them of up to 128 MiB. */
const MAX_GROUP_BYTES = 256 * 1024 ** 2;
const MAX_GROUP_ROWS = 2_000_000;
const MAX_FOOTER_BYTES = 8 * 1024 ** 2;
/** Holds the footer of most files. */
const TAIL_BYTES = 128 * 1024;
const ROWS_AT_A_TIME = 500;

type RowGroup = FileMetaData['row_groups'][number];

/**
 * The rows of a Parquet file as the text a log type would be delivered in: a header line, then one line for each row, with `-` where there is no
 * value. So the line number of a row is its place in the file (from 1) plus one. Reads one row group at a time.
 *
 * @throws UnreadableObject where the file is damaged, or larger or packed differently than we take
 */
export async function* parquetText(
  file: AsyncBuffer,
  nameOf: (column: string) => string,
): AsyncGenerator<Buffer> {
  const { metadata, columns } = await readable(() => readFooter(file));
  const header = columns.map(({ name }) => nameOf(name)).join(' ');
  yield Buffer.from(`${header}\n`);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const values = await readable(() => valuesOf(file, metadata, columns, group, rowStart));
    const rows = Number(group.num_rows);
    for (let from = 0; from < rows; from += ROWS_AT_A_TIME) {
      let text = '';
      for (let row = from; row < Math.min(rows, from + ROWS_AT_A_TIME); row++) {
        text += `${values.map((next) => textOf(next())).join(' ')}\n`;
      }
      yield Buffer.from(text);
    }
    rowStart += rows;
  }
}

/** The footer, once it is safe to be read, of a file of flat columns. */
async function readFooter(file: AsyncBuffer): Promise<{ metadata: FileMetaData; columns: Column[] }> {
  const tail = Buffer.from(await file.slice(Math.max(0, file.byteLength - TAIL_BYTES), file.byteLength));
  const length = tail.length < 8 ? NaN : tail.readUInt32LE(tail.length - 8);
  if (!(length <= Math.min(MAX_FOOTER_BYTES, file.byteLength - 8))) throw new Error('no footer');
  const from = file.byteLength - length - 8;
  const footer = length + 8 > tail.length ? Buffer.from(await file.slice(from, file.byteLength)) : tail;
  readStruct(footer.subarray(footer.length - length - 8));
  const metadata = parquetMetadata(footer, { geoparquet: false });
  const [root, ...columns] = metadata.schema;
  if (root?.num_children !== columns.length || columns.some((column) => !isFlat(column))) {
    throw new Error('columns with an inner structure');
  }
  return { metadata, columns };
}

type Column = FileMetaData['schema'][number];

function isFlat({
  name,
  type,
  num_children: children,
  repetition_type: repetition,
  converted_type: kind,
}: Column) {
  return (
    typeof name === 'string' &&
    type !== undefined &&
    !children &&
    repetition !== 'REPEATED' &&
    kind !== 'DECIMAL'
  );
}

/**
 * What gives the values of each column in a row group, one by one. Columns are decoded one after the other: of several that are damaged the library leaves
 * all but the first one's errors unheard, which would end the process.
 */
async function valuesOf(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: Column[],
  group: RowGroup,
  rowStart: number,
): Promise<Array<() => unknown>> {
  const fetched = await fetchGroup(file, columns, group);
  const rows = Number(group.num_rows);
  const values: Array<() => unknown> = [];
  for (const [place, { name, repetition_type: repetition }] of columns.entries()) {
    const { codec, bytes } = fetched.chunks[place] as FetchedChunk;
    const unpacked = checkPages({ bytes, codec, rows, optional: repetition !== 'REQUIRED' });
    const pages: DecodedArray[] = [];
    await parquetRead({
      file: fetched.file,
      metadata,
      columns: [name],
      rowStart,
      rowEnd: rowStart + rows,
      compressors: { [codec]: () => unpacked.shift() },
      onChunk: ({ columnData }) => pages.push(columnData),
    });
    if (pages.reduce((sum, { length }) => sum + length, 0) !== rows) {
      throw new Error('columns of different lengths');
    }
    values.push(oneByOne(pages));
  }
  return values;
}

function oneByOne(pages: DecodedArray[]): () => unknown {
  let at = 0;
  return () => {
    while (at === pages[0]?.length) {
      pages.shift();
      at = 0;
    }
    return pages[0]?.[at++];
  };
}

interface FetchedChunk {
  codec: string;
  bytes: Uint8Array;
}

/** The bytes of each column in a row group, and the file with only these bytes there. */
async function fetchGroup(
  { byteLength, slice }: AsyncBuffer,
  columns: Column[],
  group: RowGroup,
): Promise<{ file: AsyncBuffer; chunks: FetchedChunk[] }> {
  if (group.num_rows < 0 || group.num_rows > MAX_GROUP_ROWS) {
    throw new Error(`a row group of more than ${MAX_GROUP_ROWS} rows`);
  }
  if (group.columns.length !== columns.length) throw new Error('a row group with other columns');
  const spans = group.columns.map(({ meta_data: data }, place) => {
    const column = columns[place];
    if (!data || data.path_in_schema.join('.') !== column?.name || data.type !== column.type) {
      throw new Error('a row group with other columns');
    }
    if (data.num_values !== group.num_rows) throw new Error('columns of different lengths');
    const from = Number(data.dictionary_page_offset ?? data.data_page_offset);
    return { from, to: from + Number(data.total_compressed_size), codec: data.codec };
  });
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  if (!(from >= 0 && from < to && to <= byteLength)) throw new Error('a row group outside of the file');
  if (to - from > MAX_GROUP_BYTES || group.total_byte_size > MAX_GROUP_BYTES) {
    throw new Error(`a row group of more than ${MAX_GROUP_BYTES} bytes`);
  }
  const bytes = await slice(from, to);
  return {
    chunks: spans.map((span) => ({
      codec: span.codec,
      bytes: new Uint8Array(bytes, span.from - from, span.to - span.from),
    })),
    file: {
      byteLength,
      slice(start, end = byteLength) {
        if (start < from || end > to) throw new Error('a column outside of its row group');
        return bytes.slice(start - from, end - from);
      },
    },
  };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '-';
  if (value instanceof Date) return String(Math.floor(value.getTime() / 1_000));
  // A space would be one more column.
  return String(value).replace(/\s+/g, '_');
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof SiemError) throw thrown;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new UnreadableObject(`the Parquet file is damaged or of a kind that is not read (${reason})`, {
      cause: thrown,
    });
  }
}
