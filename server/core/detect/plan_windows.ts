import type { FeedPart } from './feed_memory';
import { mayMatch, OWN_INDICES, patternsOf } from './index_patterns';
import { runsOf, windowsBetween, windowsOfMinutes } from './windows';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Events older than this are not evaluated by themselves. S3 access logs come late: "best effort", mostly within hours. */
export const MAX_LATENESS = 24 * HOUR;
const LATENESS_OF_TYPE: Record<string, number> = { s3access: 48 * HOUR };
const GREATEST_LATENESS = Math.max(MAX_LATENESS, ...Object.values(LATENESS_OF_TYPE));

/** For indices that others write, where nothing says what changed: how long events may take, and how far is looked back again. */
const QUERY_DELAY = MINUTE;
const LOOKBACK = 10 * MINUTE;

const DOWNTIME = 'Rules did not run at this time.';
const BACKFILL = 'Old events were loaded here.';

/** How far a rule has searched: our own indices by feed number, others and what is judged by the clock by time (epoch milliseconds). */
export interface Cursor {
  seq?: number;
  time?: number;
}

/** What of a rule its windows follow from. Milliseconds. */
export interface WindowRule {
  title: string;
  length: number;
  every: number;
  /** Windows are judged once, this long after their end. */
  judgedAfter?: number | undefined;
  queryDelay?: number | undefined;
  lookback?: number | undefined;
}

/** Where a rule stands: its cursor, and when it last ran. */
export interface Progress {
  cursor: Cursor;
  /** Epoch milliseconds. */
  lastRunAt?: number | undefined;
}

/** Ends of windows from `from` to `to` that are searched later, bit by bit. */
export interface LaterWindows {
  from: number;
  to: number;
  reason: string;
  backfill?: true;
}

export interface WindowPlan {
  /** Ends of the windows to search. */
  ends: ReadonlySet<number>;
  later: LaterWindows[];
  /** The rule's cursor once `ends` have been searched and `later` is noted. */
  cursor: Cursor;
}

export type WindowPlanner = (rule: WindowRule, progress: Progress) => WindowPlan;

/** `planWindows` for many rules at one time: those that have the same windows and stand at the same place share one plan. */
export function createWindowPlanner(feed: FeedPart, now: number): WindowPlanner {
  // Few are different, so that looking through them costs less than making a key of each rule.
  const plans: Array<{ rule: WindowRule; progress: Progress; plan: WindowPlan }> = [];
  return (rule, progress) => {
    for (const known of plans) {
      if (haveSameWindows(known.rule, rule) && areAtSamePlace(known.progress, progress)) return known.plan;
    }
    const plan = planWindows(rule, progress, feed, now);
    plans.push({ rule, progress, plan });
    return plan;
  };
}

function haveSameWindows(a: WindowRule, b: WindowRule): boolean {
  return (
    a.length === b.length &&
    a.every === b.every &&
    a.judgedAfter === b.judgedAfter &&
    a.queryDelay === b.queryDelay &&
    a.lookback === b.lookback &&
    a.title === b.title
  );
}

function areAtSamePlace(a: Progress, b: Progress): boolean {
  return a.cursor.seq === b.cursor.seq && a.cursor.time === b.cursor.time && a.lastRunAt === b.lastRunAt;
}

/** Which windows of a rule have to be searched now, which later, and its cursor afterwards. */
export function planWindows(rule: WindowRule, progress: Progress, feed: FeedPart, now: number): WindowPlan {
  const { cursor } = progress;
  if (rule.judgedAfter !== undefined) {
    return planByTime(rule, cursor.time, { upTo: now - rule.judgedAfter, lookback: 0 });
  }
  const patterns = patternsOf(rule.title);
  const ours = patterns.filter((pattern) => mayMatch(pattern, OWN_INDICES));
  const plans: WindowPlan[] = [];
  if (ours.length > 0) plans.push(planByFeed(ours, rule, progress, feed, now));
  if (patterns.some((pattern) => !pattern.startsWith(OWN_INDICES))) {
    const { queryDelay = QUERY_DELAY, lookback = LOOKBACK } = rule;
    plans.push(planByTime(rule, cursor.time, { upTo: now - queryDelay, lookback }));
  }
  return plans.reduce((a, b) => ({
    ends: new Set([...a.ends, ...b.ends]),
    later: [...a.later, ...b.later],
    cursor: { ...a.cursor, ...b.cursor },
  }));
}

/** Windows by their end; what lies further back than a day is left for later, so that a long downtime does not hold up the present. */
function planByTime(
  { every }: WindowRule,
  searched: number | undefined,
  { upTo, lookback }: { upTo: number; lookback: number },
): WindowPlan {
  const reach = upTo - MAX_LATENESS;
  const after = Math.max(reach, (searched ?? 0) - lookback);
  const missed = searched !== undefined && searched < reach ? windowsBetween(searched, reach, { every }) : [];
  return {
    ends: windowsBetween(after, upTo, { every }),
    later: extent(missed).map((span) => ({ ...span, reason: DOWNTIME })),
    cursor: { time: upTo },
  };
}

function planByFeed(
  patterns: string[],
  rule: WindowRule,
  { cursor: { seq: after }, lastRunAt }: Progress,
  feed: FeedPart,
  now: number,
): WindowPlan {
  const cursor = { seq: feed.last };
  // A number beyond the last one means that the feed was begun anew.
  if (after === undefined || after > feed.last) {
    return { ends: allWindows(rule, now, MAX_LATENESS), later: [], cursor };
  }
  const fresh = feed.after(after);
  // Entries that were pruned, or are too many, may have told of anything.
  if (fresh === 'unknown') {
    const reach = now - GREATEST_LATENESS;
    const missed =
      lastRunAt !== undefined && lastRunAt < reach
        ? windowsBetween(lastRunAt - MAX_LATENESS, reach, rule)
        : [];
    return {
      ends: allWindows(rule, now, GREATEST_LATENESS),
      later: extent(missed).map((span) => ({ ...span, reason: DOWNTIME })),
      cursor,
    };
  }
  const changed = new Set<number>();
  const missed = new Set<number>();
  const backfilled = new Set<number>();
  for (const { at, touched } of fresh) {
    for (const { type, namespace, minutes, backfill } of touched) {
      const name = `${OWN_INDICES}${type}-${namespace}-`;
      if (!patterns.some((pattern) => mayMatch(pattern, name))) continue;
      // Late is what was late when it came, not what has waited for the rule since.
      const oldest = at - (LATENESS_OF_TYPE[type] ?? MAX_LATENESS);
      for (const minute of minutes) {
        if (backfill) backfilled.add(minute);
        else if (minute * MINUTE < oldest) continue;
        else if (minute * MINUTE < now - GREATEST_LATENESS) missed.add(minute);
        else changed.add(minute);
      }
    }
  }
  const ends = windowsOfMinutes(changed, rule);
  const notNow = (minutes: ReadonlySet<number>) =>
    runsOf(
      [...windowsOfMinutes(minutes, rule)].filter((end) => !ends.has(end)),
      rule.every,
    );
  return {
    ends,
    later: [
      ...notNow(missed).map((span) => ({ ...span, reason: DOWNTIME })),
      ...notNow(backfilled).map((span): LaterWindows => ({ ...span, reason: BACKFILL, backfill: true })),
    ],
    cursor,
  };
}

/** Windows that are not over yet are among them: later changes to those come by the feed. */
function allWindows(rule: WindowRule, now: number, lateness: number): Set<number> {
  return windowsBetween(now - lateness, now + rule.length, rule);
}

function extent(ends: Iterable<number>): Array<{ from: number; to: number }> {
  const all = [...ends];
  const from = all[0];
  const to = all[all.length - 1];
  return from === undefined || to === undefined ? [] : [{ from, to }];
}
