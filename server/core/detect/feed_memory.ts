import type { FeedEntry, FeedReader } from './ports';
import { shareCalls } from './share_calls';

const PAGE = 500;
/** A rule that is further behind looks back over everything in reach instead, which costs less and bounds the memory. */
const MOST_ENTRIES = 5_000;

/** The feed as it was when it was read, as far back as it is kept at hand. */
export interface FeedPart {
  /** The number of the newest entry; 0 before the first. */
  last: number;
  /** The entries after a number, or `unknown` where some of them are gone or are too many. */
  after(seq: number): readonly FeedEntry[] | 'unknown';
}

/** Reads the feed once for all rules: what was read before is remembered, only what is new is fetched, and who asks meanwhile goes together. */
export function createFeedMemory(feed: FeedReader): { read(oldest: number): Promise<FeedPart> } {
  /** In order and without gaps. */
  let entries: FeedEntry[] = [];

  async function readOn(oldest: number): Promise<FeedPart> {
    const last = await feed.last();
    const start = Math.max(Math.min(oldest, last), last - MOST_ENTRIES);
    const newest = entries[entries.length - 1]?.seq ?? 0;
    if (firstOf(entries) > start + 1 || newest > last || newest < start) entries = [];
    for (let from = entries[entries.length - 1]?.seq ?? start; from < last;) {
      const page = (await feed.read(from, Math.min(PAGE, last - from))).entries;
      if (page.length === 0) break;
      // Pruned entries leave a step; what came before it is of no more use.
      entries = firstOf(page) === from + 1 ? entries.concat(page) : page;
      from = page[page.length - 1]?.seq ?? last;
    }
    if (entries.length > MOST_ENTRIES) entries = entries.slice(-MOST_ENTRIES);
    return partOf(entries, last);
  }

  const read = shareCalls(async (numbers: number[]) => {
    const part = await readOn(Math.min(...numbers));
    return numbers.map(() => part);
  });
  return { read: async (oldest) => (await read([oldest]))[0] as FeedPart };
}

/** A feed of these entries, which follow each other. */
export function partOf(entries: readonly FeedEntry[], lastKnown: number): FeedPart {
  const last = entries[entries.length - 1]?.seq ?? lastKnown;
  const first = firstOf(entries);
  return {
    last,
    after(seq) {
      if (seq >= last) return [];
      return seq + 1 < first ? 'unknown' : entries.slice(seq + 1 - first);
    },
  };
}

function firstOf(entries: readonly FeedEntry[]): number {
  return entries[0]?.seq ?? Infinity;
}
