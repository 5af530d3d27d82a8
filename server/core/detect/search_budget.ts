import type { Search } from '../ports';

/** The same search with at most `atOnce` calls of `msearch` under way; others wait their turn, first come first served. */
export function limitSearches(search: Search, atOnce: number): Search {
  const waiting: Array<() => void> = [];
  let free = atOnce;

  async function enter(): Promise<void> {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else free++;
  }

  return {
    ...search,
    async msearch(requests, signal) {
      await enter();
      try {
        signal?.throwIfAborted();
        return await search.msearch(requests, signal);
      } finally {
        leave();
      }
    },
  };
}
