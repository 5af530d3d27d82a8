import type { Clock } from '../ports';
import type { BulkBody } from './bulk_body';

/** How often a long object is told of while it is being read, in milliseconds. */
const TELL_EVERY = 30_000;

export interface Progress {
  /** To be told of each body that is indexed; holds the reading up while it tells. */
  delivered(body: BulkBody): Promise<void>;
  /** Epoch minutes of events that were not told yet, ascending. */
  untold(): number[];
}

/**
 * Makes the events of a long object known before its end: every 30 seconds `tell` gets the minutes in which events came to be since. An object
 * that is soon read is told by its end alone.
 */
export function openProgress(clock: Clock, tell: (minutes: number[]) => Promise<void>): Progress {
  const minutes = new Set<number>();
  const untold = () => [...minutes].sort((a, b) => a - b);
  let toldAt = clock.monotonic();

  return {
    untold,
    async delivered(body) {
      for (const minute of body.minutes) minutes.add(minute);
      if (clock.monotonic() - toldAt < TELL_EVERY) return;
      toldAt = clock.monotonic();
      const now = untold();
      minutes.clear();
      await tell(now);
    },
  };
}
