import type { TimeSpan } from './clauses';
import { spansOf } from './windows';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
/** Windows beside the one of the same time of the week, on either side. */
const MOST_BESIDE = 12;

/** A window of an earlier week that one is compared with; times are epoch milliseconds. */
export interface WeeklyWindow {
  from: number;
  /** Weeks before, from 1. */
  week: number;
  /** 0 is the one of the same time of the week, -1 the one before it. */
  beside: number;
}

/**
 * The windows of the last `weeks` weeks that tell what is normal for the one that begins at `from`: those of the same time of the week, and up
 * to an hour beside them. Weeks that are no multiple of the length are rounded to it, so that all of them are buckets of one histogram.
 */
export function weeklyWindows(from: number, length: number, weeks: number): WeeklyWindow[] {
  const most = Math.min(MOST_BESIDE, Math.floor(HOUR / length));
  const windows: WeeklyWindow[] = [];
  for (let week = 1; week <= weeks; week++) {
    const same = from - Math.round((week * WEEK) / length) * length;
    for (let beside = -most; beside <= most; beside++)
      windows.push({ from: same + beside * length, week, beside });
  }
  return windows;
}

/** The spans of time that windows of one length cover, in order and apart from each other. */
export function spansOfWindows(windows: ReadonlyArray<{ from: number }>, length: number): TimeSpan[] {
  return spansOf(new Set(windows.map(({ from }) => from + length)), { length, every: length });
}
