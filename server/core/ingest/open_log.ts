import { Readable } from 'stream';
import type { ListedObject, ObjectStore } from '../ports';
import type { LogType } from './log_type';
import { parquetText } from './parquet/parquet_text';

/** An object's bytes, ready to be decompressed and split. */
export interface OpenLog {
  stream: Readable;
  /** Whether these are the stored bytes, all of them in order; not so for a file that is made into text. */
  asStored: boolean;
}

/** Opens an object as its log type is delivered: text and JSON as they are, Parquet by its parts. */
export async function openLog(
  store: ObjectStore,
  logType: LogType,
  object: ListedObject,
  signal?: AbortSignal,
): Promise<OpenLog> {
  const parquetColumn = logType.format === 'lines' ? logType.parquetColumn : undefined;
  if (!parquetColumn || !object.key.endsWith('.parquet')) {
    return { stream: await store.open(object, signal), asStored: true };
  }
  const file = {
    byteLength: object.size,
    slice: async (from: number, to = object.size) =>
      arrayBufferOf(await store.read(object, from, to, signal)),
  };
  const text = parquetText(file, parquetColumn);
  return { stream: Readable.from(text, { objectMode: false }), asStored: false };
}

function arrayBufferOf({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}
