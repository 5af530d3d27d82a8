export const SLICES = 64;

/** The slice, 0 to 63, that an id belongs to, on every node and for ever: FNV-1a of its UTF-16 code units, folded. */
export function sliceOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return ((hash >>> 16) ^ hash) & (SLICES - 1);
}
