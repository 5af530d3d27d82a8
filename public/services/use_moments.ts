import { useMemo } from 'react';
import { resolveRange, type TimeRange } from './time_range';

/** The moments of a period at the time of an answer: with a relative period an axis moves only when there is a newer answer. */
export function useMoments({ from, to }: TimeRange, answer: unknown): TimeRange {
  // The answer takes no part in the reckoning; it only says when to reckon anew.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => resolveRange({ from, to }), [from, to, answer]);
}
