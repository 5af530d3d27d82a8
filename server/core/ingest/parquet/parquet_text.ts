import {
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
} from 'hyparquet';
import { brotliDecompressSync, gunzipSync } from 'zlib';
import { SiemError } from '../../errors';
import { UnreadableObject } from '../unreadable';

/** Snappy is in the library. */
const COMPRESSORS: Compressors = {
  GZIP: (bytes, length) => gunzipSync(bytes, { maxOutputLength: Math.max(length, 1) }),
  BROTLI: (bytes, length) => brotliDecompressSync(bytes, { maxOutputLength: Math.max(length, 1) }),
};
/** A row group is the least that can be read at a time; writers make them of up to 128 MiB. */
const MAX_GROUP_BYTES = 256 * 1024 ** 2;
const MAX_GROUP_ROWS = 5_000_000;
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
  const { metadata, columns, header } = await readable(async () => {
    const metadata = await parquetMetadataAsync(file);
    const columns = metadata.schema.slice(1).map(({ name }) => name);
    return { metadata, columns, header: columns.map(nameOf).join(' ') };
  });
  yield Buffer.from(`${header}\n`);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const values = await readable(() => valuesOf(file, metadata, columns, group, rowStart));
    const rows = Number(group.num_rows);
    for (let from = 0; from < rows; from += ROWS_AT_A_TIME) {
      let text = '';
      for (let row = from; row < Math.min(rows, from + ROWS_AT_A_TIME); row++) {
        text += `${values.map((column) => textOf(column[row])).join(' ')}\n`;
      }
      yield Buffer.from(text);
    }
    rowStart += rows;
  }
}

/**
 * The values of each column in a row group, fetched by one call. Columns are decoded one by one: of several that are damaged the library leaves
 * all but the first one's errors unheard, which would end the process.
 */
async function valuesOf(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: string[],
  group: RowGroup,
  rowStart: number,
): Promise<unknown[][]> {
  const fetched = await fetchGroup(file, group);
  const rowEnd = rowStart + Number(group.num_rows);
  const values: unknown[][] = [];
  for (const column of columns) {
    await parquetRead({
      file: fetched,
      metadata,
      columns: [column],
      rowStart,
      rowEnd,
      compressors: COMPRESSORS,
      onComplete: (rows) => values.push(rows.map(([value]) => value as unknown)),
    });
  }
  if (values.some(({ length }) => length !== rowEnd - rowStart))
    throw new Error('columns of different lengths');
  return values;
}

/** The file, of which only the bytes of a row group are there. */
async function fetchGroup({ byteLength, slice }: AsyncBuffer, group: RowGroup): Promise<AsyncBuffer> {
  const spans = group.columns.map(({ meta_data: data }) => {
    if (!data) throw new Error('a column chunk without metadata');
    if (data.num_values !== group.num_rows) throw new Error('columns of different lengths');
    const from = Number(data.dictionary_page_offset ?? data.data_page_offset);
    return { from, to: from + Number(data.total_compressed_size) };
  });
  if (group.num_rows < 0 || group.num_rows > MAX_GROUP_ROWS) {
    throw new Error(`a row group of more than ${MAX_GROUP_ROWS} rows`);
  }
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  if (!(from >= 0 && from < to && to <= byteLength)) throw new Error('a row group outside of the file');
  if (to - from > MAX_GROUP_BYTES || group.total_byte_size > MAX_GROUP_BYTES) {
    throw new Error(`a row group of more than ${MAX_GROUP_BYTES} bytes`);
  }
  const bytes = await slice(from, to);
  return {
    byteLength,
    slice(start, end = byteLength) {
      if (start < from || end > to) throw new Error('a column outside of its row group');
      return bytes.slice(start - from, end - from);
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
