import type { AlertDocument } from '../../../common/alert';
import type { FoundWindow } from './found_window';

/** An alert that may still grow. */
export interface OpenAlert {
  id: string;
  index: string;
  document: AlertDocument;
}

/** Fired windows of one group that belong together. */
export interface Episode {
  findings: FoundWindow[];
  /** The alert that grows; a new one is made where there is none. */
  oldest?: OpenAlert;
  /** Alerts that late data has joined to the oldest. */
  merged: OpenAlert[];
}

interface Extent {
  from: number;
  to: number;
  finding?: FoundWindow;
  alert?: OpenAlert;
}

/**
 * Puts the fired windows of one group and its open alerts together into episodes: windows that overlap or adjoin, or lie less than
 * `quietFor` apart. Episodes without a finding are left out. All in milliseconds.
 */
export function episodesOf(
  findings: readonly FoundWindow[],
  open: readonly OpenAlert[],
  { length, quietFor }: { length: number; quietFor: number },
): Episode[] {
  const extents: Extent[] = [
    ...findings.map((finding) => ({ ...finding.window, finding })),
    ...open.map((alert) => ({ ...extentOf(alert, length), alert })),
  ].sort((a, b) => a.from - b.from);

  const runs: Extent[][] = [];
  let end = -Infinity;
  for (const extent of extents) {
    const gap = extent.from - end;
    if (gap <= 0 || gap < quietFor) runs[runs.length - 1]?.push(extent);
    else runs.push([extent]);
    end = Math.max(end, extent.to);
  }

  return runs.flatMap((run) => {
    const fired = run.flatMap(({ finding }) => (finding ? [finding] : []));
    const [oldest, ...merged] = run.flatMap(({ alert }) => (alert ? [alert] : []));
    return fired.length > 0 ? [{ findings: fired, ...(oldest && { oldest }), merged }] : [];
  });
}

/** Only the newest windows of an alert are listed; its first event stands for the older ones. */
function extentOf({ document: { alert } }: OpenAlert, length: number): { from: number; to: number } {
  const ends = alert.windows.map((end) => Date.parse(end));
  return {
    from: Math.min(Date.parse(alert.first_seen), ...ends.map((end) => end - length)),
    to: Math.max(Date.parse(alert.last_seen), ...ends),
  };
}
