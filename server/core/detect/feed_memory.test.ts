import { createFeedMemory } from './feed_memory';
import type { FeedEntry, FeedReader } from './ports';

const entry = (seq: number): FeedEntry => ({ seq, at: seq, touched: [] });

/** A feed of the entries `first` to `last`, which can be moved; counts what is read. */
function feedOf(start: { first: number; last: number }) {
  const feed = { ...start, read: 0 };
  const reader: FeedReader = {
    last: async () => feed.last,
    read: async (after, limit) => {
      const from = Math.max(after + 1, feed.first);
      const count = Math.max(0, Math.min(limit, feed.last - from + 1));
      feed.read += count;
      return { entries: Array.from({ length: count }, (_, n) => entry(from + n)) };
    },
  };
  return { feed, memory: createFeedMemory(reader) };
}
const seqs = (entries: readonly FeedEntry[] | 'unknown') =>
  entries === 'unknown' ? entries : entries.map(({ seq }) => seq);

describe('the memory of the feed', () => {
  it('starts at the rule that is furthest behind and then reads only what is new', async () => {
    const { feed, memory } = feedOf({ first: 1, last: 2_000 });
    const part = await memory.read(900);
    expect(part.last).toBe(2_000);
    expect(seqs(part.after(1_998))).toEqual([1_999, 2_000]);
    expect(part.after(900)).toHaveLength(1_100);
    expect(part.after(2_000)).toEqual([]);
    expect(feed.read).toBe(1_100);
    feed.last = 2_003;
    expect(seqs((await memory.read(2_000)).after(2_000))).toEqual([2_001, 2_002, 2_003]);
    expect(feed.read).toBe(1_103);
    expect((await memory.read(899)).after(899)).toHaveLength(1_104);
  });

  it('has nothing of an empty feed', async () => {
    const { memory } = feedOf({ first: 1, last: 0 });
    const part = await memory.read(Infinity);
    expect([part.last, seqs(part.after(0))]).toEqual([0, []]);
  });

  it('keeps the end, however far behind a rule is', async () => {
    const { memory } = feedOf({ first: 1, last: 100_000 });
    const part = await memory.read(5);
    expect(part.after(5)).toBe('unknown');
    expect(part.after(95_000)).toHaveLength(5_000);
  });

  it('knows what was pruned, and a feed that was begun anew', async () => {
    const { feed, memory } = feedOf({ first: 50, last: 60 });
    expect((await memory.read(10)).after(10)).toBe('unknown');
    expect((await memory.read(49)).after(49)).toHaveLength(11);
    Object.assign(feed, { first: 1, last: 3 });
    const part = await memory.read(60);
    expect([part.last, seqs(part.after(1))]).toEqual([3, 'unknown']);
    expect(seqs((await memory.read(1)).after(1))).toEqual([2, 3]);
  });
});
