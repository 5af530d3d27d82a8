import { durationMs } from './duration';

/** However long their interval, rules look for new events at least this often, in milliseconds. */
const LONGEST = 60_000;

/** How often a rule with an interval looks whether events of its windows have come, in milliseconds. */
export function paceOfInterval(interval: string): number {
  return Math.min(durationMs(interval), LONGEST);
}
