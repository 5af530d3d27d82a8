import type { Clock } from '../../server/core/ports';

export interface FakeClock extends Clock {
  /** Moves both clocks on and wakes whoever slept until then. */
  advance(ms: number): Promise<void>;
}

/** A clock that stands still until it is moved. */
export function fakeClock(start = Date.parse('2026-01-15T12:00:00Z')): FakeClock {
  let elapsed = 0;
  let sleepers: Array<{ until: number; wake: () => void }> = [];

  return {
    now: () => start + elapsed,
    monotonic: () => elapsed,
    sleep(ms, signal) {
      if (signal?.aborted) return Promise.resolve();
      return new Promise<void>((wake) => {
        const sleeper = {
          until: elapsed + ms,
          wake() {
            signal?.removeEventListener('abort', sleeper.wake);
            sleepers = sleepers.filter((other) => other !== sleeper);
            wake();
          },
        };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', sleeper.wake);
      });
    },
    async advance(ms) {
      const end = elapsed + ms;
      await settle();
      for (;;) {
        const next = sleepers.filter(({ until }) => until <= end).sort((a, b) => a.until - b.until)[0];
        if (!next) break;
        elapsed = Math.max(elapsed, next.until);
        sleepers = sleepers.filter((sleeper) => sleeper !== next);
        next.wake();
        await settle();
      }
      elapsed = end;
      await settle();
    },
  };
}

/** Lets everything that is ready to run do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}
