import type { ObjectStore } from '../../server/core/ports';

export interface CountingStore extends ObjectStore {
  calls: number;
  add(keys: string[]): void;
}

/** A bucket of very many keys that can only be listed, and counts the calls. */
export function countingStore(keys: string[], lastModified: number): CountingStore {
  const sorted = [...keys].sort();

  /** Place of the first key that is not before `key`. */
  function place(key: string): number {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as string) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    calls: 0,
    add(more) {
      for (const key of more) sorted.splice(place(key), 0, key);
    },
    async list({ prefix, startAfter = '', limit = 1_000 }) {
      this.calls++;
      let from = place(startAfter > prefix ? startAfter : prefix);
      if (sorted[from] === startAfter) from++;
      const page = sorted.slice(from, from + limit).filter((key) => key.startsWith(prefix));
      const truncated = sorted[from + limit]?.startsWith(prefix) === true;
      return {
        objects: page.map((key) => ({ key, etag: 'e', size: 1, lastModified })),
        prefixes: [],
        continuation: truncated ? page[page.length - 1] : undefined,
      };
    },
    open: () => Promise.reject(new Error('cannot be read')),
    read: () => Promise.reject(new Error('cannot be read')),
  };
}
