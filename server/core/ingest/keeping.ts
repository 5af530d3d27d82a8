import { DAY } from '../../../common/retention';
import type { Keeping } from '../retention/data_settings';
import type { ObjectJob } from './object_job';

/** Events that are older become rejects also where they are kept for good: such dates are mistakes. */
const OLDEST_DAYS = 3_650;

/** What an object's reader must know of how events are kept; by month and for long unless something else is set. */
export function keepingAt(
  now: number,
  { schedule = [], retentionDays = OLDEST_DAYS }: Partial<Keeping> = {},
): Pick<ObjectJob, 'limits' | 'schedule'> {
  return { schedule, limits: { oldest: now - retentionDays * DAY, newest: now + DAY } };
}
