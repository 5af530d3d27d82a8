/** Runs so many pieces of work at a time; others wait their turn, first come first served. */
export function takeTurns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: Array<() => void> = [];
  let free = atOnce;

  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      // Who waits longest is handed the turn, so that nobody comes between.
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
