import { asSiemError, type SiemError } from '../errors';
import type { Clock } from '../ports';

const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;

export interface RetryParts {
  clock: Clock;
  /** From 0 up to, but not including, 1. */
  random(): number;
}

/** Milliseconds to wait before the next attempt: doubled each time up to `longest`, between half and whole. */
export function backOff(
  attempt: number,
  random: number,
  first = FIRST_DELAY,
  longest = LONGEST_DELAY,
): number {
  const ceiling = Math.min(longest, first * 2 ** Math.min(attempt, 30));
  return Math.round(ceiling * (0.5 + random / 2));
}

/** Thrown where work was given up because its signal aborted; nothing is recorded of it. */
export class Aborted extends Error {
  constructor() {
    super('aborted');
    this.name = 'AbortError';
  }
}

/**
 * Repeats `attempt` for as long as its errors are retryable, without a limit in time: the work is safe to repeat, and giving up would lose data.
 * `onTrouble` hears of each failed attempt, and of undefined once it works again.
 */
export async function untilDone<T>(
  attempt: () => Promise<T>,
  { clock, random }: RetryParts,
  signal: AbortSignal,
  onTrouble: (error: SiemError | undefined) => void,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    if (signal.aborted) throw new Aborted();
    try {
      const result = await attempt();
      if (failures > 0) onTrouble(undefined);
      return result;
    } catch (thrown) {
      if (signal.aborted) throw new Aborted();
      const error = asSiemError(thrown);
      if (!error.retryable) throw error;
      onTrouble(error);
      await clock.sleep(backOff(failures, random()), signal);
    }
  }
}
