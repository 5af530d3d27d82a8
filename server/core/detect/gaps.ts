import { runsOf } from './windows';

/** Windows of a rule that are still to be searched: a search failed, nobody was there to search, or a backfill brought old events. */
export interface Gap {
  /** Ends of the first and the last window, epoch milliseconds. */
  from: number;
  to: number;
  /** In a sentence. */
  reason: string;
  /** Searches that failed so far; none where it has not been tried yet. */
  tries: number;
  /** When it is tried next, epoch milliseconds. */
  nextAt: number;
  /** What is found there is old: alerts are marked and nobody is told. */
  backfill?: true;
}

/** More than these become fewer and longer ones: searching too much changes nothing, forgetting would. */
const MOST_GAPS = 50;
const FIRST_RETRY = 30_000;
const LONGEST_RETRY = 3_600_000;
/** Older ones are given up, except those of a backfill, which are old from the start. */
const KEPT_FOR = 7 * 86_400_000;

/** The ledger with one gap more; gaps that overlap or adjoin (`every` apart) become one. */
export function addGap(gaps: readonly Gap[], added: Gap, every: number): Gap[] {
  let merged = added;
  const apart: Gap[] = [];
  for (const gap of gaps) {
    const near = gap.from <= merged.to + every && merged.from <= gap.to + every;
    if (near && gap.backfill === merged.backfill) merged = joined(gap, merged);
    else apart.push(gap);
  }
  // What was joined may now reach gaps that were passed before.
  if (apart.length < gaps.length) return addGap(apart, merged, every);
  const all = [...apart, merged].sort((a, b) => a.from - b.from);
  return all.length > MOST_GAPS ? joinNearest(all, every) : all;
}

/**
 * Gaps of windows of one length as gaps of another, so that the same time is still to be searched. Windows that are judged by the clock do
 * not reach further on than before: they may not be over. All in milliseconds.
 */
export function resized(
  gaps: readonly Gap[],
  { from, to, byClock }: { from: number; to: number; byClock: boolean },
): Gap[] {
  const shorter = Math.max(0, from - to);
  const longer = byClock ? 0 : Math.max(0, to - from);
  return gaps.map((gap) => ({ ...gap, from: gap.from - shorter, to: gap.to + longer }));
}

function joined(a: Gap, b: Gap): Gap {
  return {
    ...b,
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
    tries: Math.min(a.tries, b.tries),
    nextAt: Math.min(a.nextAt, b.nextAt),
  };
}

function joinNearest(gaps: readonly Gap[], every: number): Gap[] {
  let nearest: { distance: number; a: Gap; b: Gap } | undefined;
  for (const kind of [gaps.filter(({ backfill }) => !backfill), gaps.filter(({ backfill }) => backfill)]) {
    kind.slice(1).forEach((b, index) => {
      const a = kind[index] as Gap;
      const distance = b.from - a.to;
      if (!nearest || distance < nearest.distance) nearest = { distance, a, b };
    });
  }
  if (!nearest) return [...gaps];
  const { a, b } = nearest;
  return addGap(
    gaps.filter((gap) => gap !== a && gap !== b),
    joined(a, b),
    every,
  );
}

/** The gaps to try now, at most `longest` milliseconds of them altogether; `kept` are the others and what is left of those. */
export function takeDueGaps(
  gaps: readonly Gap[],
  { every, longest, now }: { every: number; longest: number; now: number },
): { taken: readonly Gap[]; kept: readonly Gap[] } {
  if (gaps.length === 0) return { taken: gaps, kept: gaps };
  const taken: Gap[] = [];
  const kept: Gap[] = [];
  let room = longest;
  for (const gap of gaps) {
    const windows = Math.floor(room / every);
    if (gap.nextAt > now || windows < 1) {
      kept.push(gap);
      continue;
    }
    const to = Math.min(gap.to, gap.from + (windows - 1) * every);
    taken.push({ ...gap, to });
    room -= to - gap.from + every;
    if (to < gap.to) kept.push({ ...gap, from: to + every });
  }
  return { taken, kept };
}

/** The ledger after a run could not search the windows that end at `failed`; those of `taken` among them wait longer than before. */
export function addFailed(
  kept: readonly Gap[],
  taken: readonly Gap[],
  failed: { ends: ReadonlySet<number>; reason: string },
  { every, now, backfill }: { every: number; now: number; backfill: ReadonlySet<number> },
): Gap[] {
  let gaps = [...kept];
  for (const { from, to } of runsOf(failed.ends, every)) {
    const before = taken.filter((gap) => gap.from <= to && from <= gap.to);
    const tries = Math.max(0, ...before.map((gap) => gap.tries)) + 1;
    const nextAt = now + Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** (tries - 1));
    const old = backfill.has(from) && backfill.has(to);
    gaps = addGap(
      gaps,
      { from, to, reason: failed.reason, tries, nextAt, ...(old && { backfill: true }) },
      every,
    );
  }
  return gaps;
}

/** Without the gaps that are given up; what remains, and a sentence for each that does not. */
export function dropOldGaps(
  gaps: readonly Gap[],
  now: number,
): { gaps: readonly Gap[]; warnings: readonly string[] } {
  if (gaps.length === 0) return { gaps, warnings: [] };
  const old = gaps.filter(({ to, backfill, tries }) => !backfill && tries > 0 && to < now - KEPT_FOR);
  return {
    gaps: gaps.filter((gap) => !old.includes(gap)),
    warnings: old.map(
      ({ from, to, reason }) =>
        `Given up after a week: windows that end from ${new Date(from).toISOString()} to ${new Date(to).toISOString()}. ${reason}`,
    ),
  };
}
