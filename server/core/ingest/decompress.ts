import type { Readable } from 'stream';
import { createGunzip, type Gunzip } from 'zlib';

/** Deflate makes at most 1,032 bytes of one, so a slice of this size becomes at most 17 MB. */
const SLICE_BYTES = 16 * 1024;
const OUTPUT_CHUNK_BYTES = 128 * 1024;
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

  for await (const piece of stored as AsyncIterable<Buffer>) {
    counts.stored += piece.length;
    let chunk = piece;
    if (head) {
      chunk = head.length === 0 ? piece : Buffer.concat([head, piece]);
      head = chunk.length < 2 ? chunk : undefined;
      if (head) continue;
      if (chunk[0] === 0x1f && chunk[1] === 0x8b) inflater = new Inflater(deliver);
    }
    const reason = await take(chunk);
    if (reason) return { ...counts, reachedEnd: false, broken: reason };
  }
  if (head && head.length > 0) deliver(head);
  const broken = await inflater?.end();
  return { ...counts, reachedEnd: true, broken };
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

  constructor(deliver: (chunk: Buffer) => void) {
    this.gunzip.on('data', deliver);
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
    return this.settled((done) => this.gunzip.once('end', done).end());
  }

  private settled(step: (done: () => void) => void): Promise<string | undefined> {
    if (this.broken) return Promise.resolve(this.broken);
    return new Promise((resolve) => {
      const finish = () => {
        this.gunzip.off('error', finish);
        resolve(this.broken);
      };
      this.gunzip.once('error', finish);
      step(finish);
    });
  }
}
