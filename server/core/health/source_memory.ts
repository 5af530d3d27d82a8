/** What an object that was read says about the habits of its source; epoch milliseconds. */
export interface Arrival {
  /** When it was entered in the ledger. */
  at: number;
  /** When it came to S3. */
  modified: number;
  /** Its newest event; absent where it has none. */
  newest?: number;
}

/** What is remembered of a source to know what is usual for it. */
export interface SourceMemory {
  /** The newest arrival learnt from. */
  learntAt: number;
  /** When the newest object came to S3. */
  newestObject?: number;
  /** Milliseconds from an object's newest event to its coming to S3, of the last objects. */
  delays: number[];
  /** The longest time between two objects, and how many there were, for each of the last days (days since 1970). */
  pauses: Array<{ day: number; longest: number; count: number }>;
  /** The source's totals, ten minutes apart, over the last hour. */
  totals: Array<{ at: number; events: number; rejects: number }>;
}

export const NOTHING_LEARNT: SourceMemory = { learntAt: 0, delays: [], pauses: [], totals: [] };

const MINUTE = 60_000;
const DAY = 86_400_000;
const MAX_DELAYS = 100;
const MAX_DAYS = 14;
const TOTALS_EVERY = 10 * MINUTE;
const TOTALS_KEPT = 60 * MINUTE;
/** An object read so long after it came, and three polls, is one of a backlog: how long nothing came before it is no news. */
const FRESH = 15 * MINUTE;

/**
 * Learns from objects that were read since the last time and from the source's totals. How long AWS takes to deliver is in the objects themselves
 * (Last-Modified less newest event), so that a first load of old logs teaches it at once, and our own being late never does. Pauses are taken only
 * where the later object was read soon after it came.
 */
export function learn(
  memory: SourceMemory,
  news: { arrivals: readonly Arrival[]; totals: { events: number; rejects: number }; pollInterval: number },
  now: number,
): SourceMemory {
  const fresh = news.arrivals
    .filter(({ at }) => at > memory.learntAt)
    .sort((a, b) => a.modified - b.modified);
  let { learntAt, newestObject } = memory;
  const delays = [...memory.delays];
  const pauses = new Map(memory.pauses.map((pause) => [pause.day, pause]));
  for (const { at, modified, newest } of fresh) {
    learntAt = Math.max(learntAt, at);
    if (newest !== undefined) delays.push(Math.max(0, modified - newest));
    if (newestObject !== undefined && modified > newestObject) {
      if (at - modified <= FRESH + 3 * news.pollInterval) addPause(pauses, modified, modified - newestObject);
    }
    newestObject = Math.max(newestObject ?? 0, modified);
  }
  return {
    learntAt,
    ...(newestObject !== undefined && { newestObject }),
    delays: delays.slice(-MAX_DELAYS),
    pauses: [...pauses.values()]
      .filter(({ day }) => day > now / DAY - MAX_DAYS - 1)
      .sort((a, b) => a.day - b.day),
    totals: totalsWith(memory.totals, { at: now, ...news.totals }),
  };
}

function addPause(pauses: Map<number, SourceMemory['pauses'][number]>, at: number, length: number): void {
  const day = Math.floor(at / DAY);
  const { longest, count } = pauses.get(day) ?? { longest: 0, count: 0 };
  pauses.set(day, { day, longest: Math.max(longest, length), count: count + 1 });
}

function totalsWith(
  totals: SourceMemory['totals'],
  now: SourceMemory['totals'][number],
): SourceMemory['totals'] {
  const kept = totals.filter(({ at }) => now.at - at <= TOTALS_KEPT);
  const last = kept[kept.length - 1];
  return last && now.at - last.at < TOTALS_EVERY ? kept : [...kept, now];
}

/** What is usual for a source, in milliseconds; absent where there is too little to tell. */
export interface Usual {
  /** From an object's newest event to its coming to S3. */
  delay?: number;
  /** A lag (now less newest event) above this is unusual. */
  lagLimit?: number;
  /** Nothing new for longer than this is unusual. */
  pauseLimit?: number;
}

const MIN_DELAYS = 5;
const MIN_PAUSES = 12;
/** Makes the median absolute deviation comparable with a standard deviation. */
const MAD_SCALE = 1.4826;
const LAG_MARGIN = 5 * MINUTE;
const PAUSE_MARGIN = 15 * MINUTE;

/**
 * The usual delay is the median of the last hundred. The usual pause is the second-longest of the last days' longest ones: quiet nights and weekends
 * are usual that way, one outage is not. A silence may last twice that plus two polls. The lag may reach the delay (with six deviations by the median
 * absolute deviation) plus such a silence: where nothing comes any more, that is what is told, and a greater lag means that old events come.
 */
export function usualOf(memory: SourceMemory, pollInterval: number): Usual {
  const usual: Usual = {};
  const pause = usualPause(memory.pauses);
  if (pause !== undefined) usual.pauseLimit = Math.max(2 * pause, PAUSE_MARGIN) + 2 * pollInterval;
  if (memory.delays.length >= MIN_DELAYS) {
    const delay = median(memory.delays);
    const deviation = MAD_SCALE * median(memory.delays.map((value) => Math.abs(value - delay)));
    usual.delay = delay;
    if (usual.pauseLimit !== undefined) {
      usual.lagLimit = delay + Math.max(6 * deviation, LAG_MARGIN) + usual.pauseLimit;
    }
  }
  return usual;
}

function usualPause(pauses: SourceMemory['pauses']): number | undefined {
  const count = pauses.reduce((sum, day) => sum + day.count, 0);
  if (count < MIN_PAUSES) return undefined;
  const longest = pauses.map((day) => day.longest).sort((a, b) => b - a);
  return longest[1] ?? longest[0];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Events a minute and rejects of all records (of 1) since the oldest totals remembered; absent where nothing came. */
export function recentFlow(
  { totals }: SourceMemory,
  now: { at: number; events: number; rejects: number },
): { eventsPerMinute?: number; rejects: number; rejectRatio?: number } {
  const [before] = totals;
  if (!before || now.at <= before.at) return { rejects: 0 };
  const events = Math.max(0, now.events - before.events);
  const rejects = Math.max(0, now.rejects - before.rejects);
  return {
    eventsPerMinute: events / ((now.at - before.at) / MINUTE),
    rejects,
    ...(events + rejects > 0 && { rejectRatio: rejects / (events + rejects) }),
  };
}
