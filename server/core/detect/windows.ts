import type { TimeSpan } from './clauses';

type Windows = { length: number; every: number };

const MINUTE = 60_000;
/** More ranges than this cost more than the events between them. */
const MOST_SPANS = 50;

/** Ends of the windows that hold any part of the given epoch minutes. */
export function windowsOfMinutes(minutes: Iterable<number>, { length, every }: Windows): Set<number> {
  const ends = new Set<number>();
  for (const minute of minutes) {
    const start = minute * MINUTE;
    for (let end = firstEndAfter(start, every); end - length < start + MINUTE; end += every) ends.add(end);
  }
  return ends;
}

/** Ends of the windows that end after `after` and up to `upTo`, epoch milliseconds. */
export function windowsBetween(
  after: number,
  upTo: number,
  { every }: { every: number; length?: number },
): Set<number> {
  const ends = new Set<number>();
  for (let end = firstEndAfter(after, every); end <= upTo; end += every) ends.add(end);
  return ends;
}

/** The spans of time that the windows cover, in order and apart from each other. */
export function spansOf(ends: Iterable<number>, { length }: Windows): TimeSpan[] {
  const spans: TimeSpan[] = [];
  for (const end of [...ends].sort((a, b) => a - b)) {
    const last = spans[spans.length - 1];
    if (last && end - length <= last.to) last.to = end;
    else spans.push({ from: end - length, to: end });
  }
  const first = spans[0];
  const last = spans[spans.length - 1];
  return first && last && spans.length > MOST_SPANS ? [{ from: first.from, to: last.to }] : spans;
}

/** Ends that follow each other, together. */
export function runsOf(ends: Iterable<number>, every: number): Array<{ from: number; to: number }> {
  const runs: Array<{ from: number; to: number }> = [];
  for (const end of [...ends].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && end - last.to <= every) last.to = end;
    else runs.push({ from: end, to: end });
  }
  return runs;
}

function firstEndAfter(time: number, every: number): number {
  return Math.floor(time / every) * every + every;
}
