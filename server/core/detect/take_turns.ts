/** Runs as much work at a time as there is room for; the rest waits its turn, first come first served. What is larger than the room runs alone. */
export function takeTurns(room: number): <T>(size: number, work: () => Promise<T>) => Promise<T> {
  const waiting: Array<{ size: number; begin(): void }> = [];
  let taken = 0;

  function admit(): void {
    for (let next = waiting[0]; next && (taken === 0 || taken + next.size <= room); next = waiting[0]) {
      waiting.shift();
      taken += next.size;
      next.begin();
    }
  }

  return async (size, work) => {
    await new Promise<void>((begin) => {
      waiting.push({ size, begin });
      admit();
    });
    try {
      return await work();
    } finally {
      taken -= size;
      admit();
    }
  };
}
