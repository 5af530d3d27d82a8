import type { Clock } from './ports';

/** Asks `load` at most once in `ms` milliseconds and gives its last answer in between; a failure is not remembered. */
export function remembered<T>(clock: Clock, ms: number, load: () => Promise<T>): () => Promise<T> {
  let known: { at: number; answer: T } | undefined;
  return async () => {
    if (!known || clock.monotonic() - known.at >= ms) {
      known = { at: clock.monotonic(), answer: await load() };
    }
    return known.answer;
  };
}
