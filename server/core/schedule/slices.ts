import { createHash } from 'crypto';

export const SLICES = 64;

/** The slice, 0 to 63, that an id belongs to, on every node and for ever. */
export function sliceOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt16BE(0) % SLICES;
}
