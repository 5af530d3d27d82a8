import type { FeedEntry, FeedReader } from './ports';
import { windowsBetween, windowsOfMinutes } from './windows';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Events older than this are not evaluated by themselves. S3 access logs come late: "best effort", mostly within hours. */
export const MAX_LATENESS = 24 * HOUR;
const LATENESS_OF_TYPE: Record<string, number> = { s3access: 48 * HOUR };
const GREATEST_LATENESS = Math.max(MAX_LATENESS, ...Object.values(LATENESS_OF_TYPE));

/** For indices that others write, where nothing says what changed: how long events may take, and how far is looked back again. */
const QUERY_DELAY = MINUTE;
const LOOKBACK = 10 * MINUTE;

const OWN_INDICES = 'siem-logs-';
const FEED_PAGE = 500;
/** A rule that is further behind looks back over everything in reach instead, which costs less and bounds the memory. */
const MOST_ENTRIES = 5_000;

/** How far a rule has searched: our own indices by feed number, others by event time (epoch milliseconds). */
export interface Cursor {
  seq?: number;
  time?: number;
}

/** The end of the feed, as far back as a batch of rules needs it. */
export interface FeedPart {
  entries: FeedEntry[];
  /** The number of the newest entry in the feed when it was read. */
  last: number;
}

export interface WindowPlan {
  /** Ends of the windows to search. */
  ends: Set<number>;
  /** The rule's cursor once they have been searched. */
  cursor: Cursor;
}

/** Reads the feed once for all `cursors`. */
export async function readFeed(feed: FeedReader, cursors: readonly Cursor[]): Promise<FeedPart> {
  const last = await feed.last();
  const oldest = Math.min(last, ...cursors.flatMap(({ seq }) => seq ?? []));
  const entries: FeedEntry[] = [];
  for (let from = Math.max(oldest, last - MOST_ENTRIES); from < last;) {
    const page = (await feed.read(from, FEED_PAGE)).entries;
    const newest = page[page.length - 1];
    if (!newest) break;
    entries.push(...page);
    from = newest.seq;
  }
  return { entries, last };
}

/** Which windows of a rule have to be searched now, and its cursor afterwards. */
export function planWindows(
  title: string,
  windows: { length: number; every: number },
  cursor: Cursor,
  feed: FeedPart,
  now: number,
): WindowPlan {
  const patterns = title.split(',').flatMap((part) => (part.trim().startsWith('-') ? [] : [part.trim()]));
  const plan: WindowPlan = { ends: new Set(), cursor: {} };

  const ours = patterns.filter((pattern) => mayMatch(pattern, OWN_INDICES));
  if (ours.length > 0) {
    const { ends, seq } = planByFeed(ours, windows, cursor.seq, feed, now);
    ends.forEach((end) => plan.ends.add(end));
    plan.cursor.seq = seq;
  }

  if (patterns.some((pattern) => !pattern.startsWith(OWN_INDICES))) {
    const upTo = now - QUERY_DELAY;
    const after = Math.max(now - MAX_LATENESS, (cursor.time ?? 0) - LOOKBACK);
    windowsBetween(after, upTo, windows).forEach((end) => plan.ends.add(end));
    plan.cursor.time = upTo;
  }
  return plan;
}

function planByFeed(
  patterns: string[],
  windows: { length: number; every: number },
  after: number | undefined,
  { entries, last }: FeedPart,
  now: number,
): { ends: Set<number>; seq: number } {
  if (after === undefined) return { ends: allWindows(windows, now, MAX_LATENESS), seq: last };
  const fresh = entries.filter(({ seq }) => seq > after);
  const first = fresh[0];
  // Entries that were pruned, or are too many, may have told of anything.
  if (first && first.seq > after + 1) return { ends: allWindows(windows, now, GREATEST_LATENESS), seq: last };
  const minutes = new Set<number>();
  for (const { touched } of fresh) {
    for (const { type, namespace, minutes: changed } of touched) {
      const name = `${OWN_INDICES}${type}-${namespace}-`;
      if (!patterns.some((pattern) => mayMatch(pattern, name))) continue;
      const oldest = now - (LATENESS_OF_TYPE[type] ?? MAX_LATENESS);
      for (const minute of changed) if (minute * MINUTE >= oldest) minutes.add(minute);
    }
  }
  return { ends: windowsOfMinutes(minutes, windows), seq: fresh[fresh.length - 1]?.seq ?? after };
}

/** Windows that are not over yet are among them: later changes to those come by the feed. */
function allWindows(windows: { length: number; every: number }, now: number, lateness: number): Set<number> {
  return windowsBetween(now - lateness, now + windows.length, windows);
}

/** Whether a pattern can match index names that begin with `prefix`; sometimes yes where it is no, which only costs a search. */
function mayMatch(pattern: string, prefix: string): boolean {
  const literal = pattern.split('*', 1)[0] ?? '';
  return literal.startsWith(prefix) || (prefix.startsWith(literal) && literal !== pattern);
}
