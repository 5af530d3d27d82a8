import type { AlertDocument } from '../../../common/alert';
import type { Finding } from './rule_type';

const LISTED = 100;

type Progress = Pick<AlertDocument['alert'], 'windows' | 'progress' | 'count'>;

/**
 * Adds the findings to the windows that fired so far. Adding the same ones again changes nothing, which is what lets a run be repeated.
 * `count` counts events once though windows overlap: it is the most that windows apart from each other hold, so at least right.
 */
export function addWindows(
  known: readonly Progress[],
  findings: readonly Finding[],
  length: number,
): Progress {
  const counts = new Map<number, number>();
  for (const { windows, progress } of known) {
    windows.forEach((end, index) => counts.set(Date.parse(end), progress.counts[index] ?? 0));
  }
  const before = known.reduce((sum, { progress }) => sum + progress.before, 0);
  const forgotten = known.some(({ windows }) => windows.length === LISTED)
    ? Math.min(...counts.keys())
    : -Infinity;
  for (const { window, count } of findings) {
    if (window.to >= forgotten) counts.set(window.to, Math.max(count, counts.get(window.to) ?? 0));
  }

  const all = [...counts].sort(([a], [b]) => a - b);
  const listed = all.slice(-LISTED);
  const dropped = mostEvents(all, length) - mostEvents(listed, length);
  return {
    windows: listed.map(([end]) => new Date(end).toISOString()),
    progress: { counts: listed.map(([, count]) => count), before: before + dropped },
    count: before + mostEvents(all, length),
  };
}

/** The most events in windows that do not overlap; `windows` are ends and counts, in order. */
function mostEvents(windows: ReadonlyArray<[end: number, count: number]>, length: number): number {
  const best: number[] = [];
  let apart = 0;
  windows.forEach(([end, count], index) => {
    while ((windows[apart]?.[0] ?? Infinity) <= end - length) apart++;
    best.push(Math.max(best[index - 1] ?? 0, count + (best[apart - 1] ?? 0)));
  });
  return best[best.length - 1] ?? 0;
}
