export interface Turns {
  /** Does the work when there is room for its size, first come first served. What is larger than the room is done alone. */
  take<T>(size: number, work: () => Promise<T>): Promise<T>;
  /** Resolves once no work is under way. */
  idle(): Promise<void>;
}

/** Lets as much work be under way at a time as there is room for; the rest waits its turn. */
export function takeTurns(room: number): Turns {
  const waiting: Array<{ size: number; begin(): void }> = [];
  let resting: Array<() => void> = [];
  let taken = 0;

  function admit(): void {
    for (let next = waiting[0]; next && (taken === 0 || taken + next.size <= room); next = waiting[0]) {
      waiting.shift();
      taken += next.size;
      next.begin();
    }
    if (taken > 0) return;
    for (const resume of resting) resume();
    resting = [];
  }

  return {
    async take(size, work) {
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
    },
    idle: async () => {
      if (taken > 0) await new Promise<void>((resume) => resting.push(resume));
    },
  };
}
