import type { Readable } from 'stream';
import { createGunzip, type Gunzip } from 'zlib';
import { UnreadableObject } from './unreadable';

/** Deflate makes at most 1,032 bytes of one, so a slice of this size becomes at most 17 MB. */
const SLICE_BYTES = 16 * 1024;
const OUTPUT_CHUNK_BYTES = 128 * 1024;
const PARQUET_MAGIC = Buffer.from('PAR1');
const PARQUET_REASON =
  'the object is a Parquet file, which this log type is not read from: let AWS deliver the logs as text or JSON (VPC flow logs are read as Parquet where their keys end with .parquet)';
/** Below this much output no ratio says anything. */
const RATIO_COUNTS_FROM = 64 * 1024 * 1024;

export interface DecompressionLimits {
  /** Decompressed bytes of one object. */
  maxBytes: number;
  /** Decompressed over stored bytes; logs reach 10 to 60. */
  maxRatio: number;
}

export const DECOMPRESSION_LIMITS: DecompressionLimits = { maxBytes: 16 * 1024 ** 3, maxRatio: 400 };

/** How the reading of an object ended. */
export interface ReadEnd {
  /** Bytes read, as stored. */
  stored: number;
  decompressed: number;
  /** Whether the last stored byte was read. */
  reachedEnd: boolean;
  /** Why only a part could be decompressed; absent when the object is whole. */
  broken?: string;
}

interface Consumer {
  /** Gets each piece of decompressed data, in order. */
  data(chunk: Buffer): void;
  /** Awaited between slices; holds the reading up until there is room again. */
  ready(): Promise<void> | undefined;
}

/**
 * Reads a stored object to its end: gzip (of any number of members) is told by its magic number, all else passes as it is. Everything before a
 * broken place is delivered. An error of `stored` itself is thrown.
 */
export async function decompress(
  stored: Readable,
  consumer: Consumer,
  limits: DecompressionLimits = DECOMPRESSION_LIMITS,
): Promise<ReadEnd> {
  const counts = { stored: 0, decompressed: 0 };
  const deliver = (chunk: Buffer) => {
    counts.decompressed += chunk.length;
    consumer.data(chunk);
  };
  let head: Buffer | undefined = Buffer.alloc(0);
  let inflater: Inflater | undefined;

  const take = async (chunk: Buffer): Promise<string | undefined> => {
    for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
      const slice = chunk.subarray(at, at + SLICE_BYTES);
      if (inflater) {
        const broken = await inflater.write(slice);
        if (broken) return broken;
      } else deliver(slice);
      const limit = overLimit(counts, limits);
      if (limit) return limit;
      await consumer.ready();
    }
    return undefined;
  };

  try {
    for await (const piece of stored as AsyncIterable<Buffer>) {
      counts.stored += piece.length;
      let chunk = piece;
      if (head) {
        chunk = head.length === 0 ? piece : Buffer.concat([head, piece]);
        head = chunk.length < PARQUET_MAGIC.length ? chunk : undefined;
        if (head) continue;
        if (chunk.subarray(0, PARQUET_MAGIC.length).equals(PARQUET_MAGIC)) {
          return { ...counts, reachedEnd: false, broken: PARQUET_REASON };
        }
        if (isGzip(chunk)) inflater = new Inflater(deliver);
      }
      const reason = await take(chunk);
      if (reason) return { ...counts, reachedEnd: false, broken: reason };
    }
  } catch (thrown) {
    if (thrown instanceof UnreadableObject) return { ...counts, reachedEnd: true, broken: thrown.message };
    throw thrown;
  }
  if (head && head.length > 0) {
    if (isGzip(head)) inflater = new Inflater(deliver);
    await take(head);
  }
  const broken = await inflater?.end();
  return { ...counts, reachedEnd: true, broken };
}

function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

function overLimit(
  { stored, decompressed }: { stored: number; decompressed: number },
  { maxBytes, maxRatio }: DecompressionLimits,
): string | undefined {
  if (decompressed > maxBytes)
    return `the object decompresses to more than ${maxBytes} bytes, so the rest was not read`;
  if (decompressed > RATIO_COUNTS_FROM && decompressed > stored * maxRatio)
    return `the object decompresses to more than ${maxRatio} times its size, as a decompression bomb does, so the rest was not read`;
  return undefined;
}

/** A gunzip driven slice by slice, so that no more than one slice's output waits, and all output before a broken place is seen. */
class Inflater {
  private readonly gunzip: Gunzip = createGunzip({ chunkSize: OUTPUT_CHUNK_BYTES });
  private broken: string | undefined;
  /** Zeros behind the data, with which some writers fill a file up, end it before we do; like gzip, we read no further. */
  private ended = false;

  constructor(deliver: (chunk: Buffer) => void) {
    this.gunzip.on('data', deliver);
    this.gunzip.on('end', () => (this.ended = true));
    this.gunzip.on('error', (error: NodeJS.ErrnoException) => {
      this.broken =
        error.code === 'Z_BUF_ERROR'
          ? 'the gzip data ends too early: the object is truncated'
          : `the gzip data is damaged (${error.message})`;
    });
  }

  /** Resolves when the slice's output was delivered; with the reason if the data is broken. */
  write(slice: Buffer): Promise<string | undefined> {
    return this.settled((done) => this.gunzip.write(slice, done));
  }

  end(): Promise<string | undefined> {
    return this.settled(() => this.gunzip.end());
  }

  private settled(step: (done: () => void) => void): Promise<string | undefined> {
    if (this.broken || this.ended) return Promise.resolve(this.broken);
    return new Promise((resolve) => {
      const finish = () => {
        this.gunzip.off('error', finish).off('end', finish);
        resolve(this.broken);
      };
      this.gunzip.once('error', finish).once('end', finish);
      step(finish);
    });
  }
}
