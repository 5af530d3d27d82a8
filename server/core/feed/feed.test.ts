import { fakeStateStore } from '../../../test/fakes/state_store';
import type { Clock, StateStore } from '../ports';
import { createFeed, type Touched } from './feed';

let now = 1_000;
const clock: Clock = {
  now: () => now,
  monotonic: () => now,
  sleep: () => new Promise((resolve) => setImmediate(resolve)),
};
const touched = (...minutes: number[]): Touched[] => [{ type: 'vpcflow', namespace: 'default', minutes }];

describe('the feed', () => {
  let store: StateStore;
  beforeEach(() => {
    store = fakeStateStore();
    now = 1_000;
  });

  it('is empty at first', async () => {
    const feed = createFeed(store, clock);
    expect(await feed.last()).toBe(0);
    expect(await feed.read(0, 10)).toEqual({ entries: [], last: 0 });
  });

  it('lets appends of about the same time share an entry', async () => {
    const feed = createFeed(store, clock);
    const numbers = await Promise.all([feed.append(touched(2, 1)), feed.append(touched(2, 5))]);
    expect(numbers).toEqual([1, 1]);
    expect(await feed.read(0, 10)).toEqual({
      entries: [{ seq: 1, at: 1_000, touched: touched(1, 2, 5) }],
      last: 1,
    });
  });

  it('numbers entries of several nodes without gaps or losses', async () => {
    const nodes = Array.from({ length: 4 }, () => createFeed(store, clock));
    for (let round = 0; round < 10; round++) {
      await Promise.all(nodes.map((node, index) => node.append(touched(round * 4 + index))));
    }
    const { entries, last } = await createFeed(store, clock).read(0, 100);
    expect(last).toBe(40);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    const minutes = entries.flatMap((entry) => entry.touched.flatMap((group) => group.minutes));
    expect(minutes.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index));
  });

  it('tells a new node its end in few calls, however long it is', async () => {
    const feed = createFeed(store, clock);
    for (let minute = 1; minute <= 200; minute++) await feed.append(touched(minute));
    let calls = 0;
    const { getMany } = store;
    store.getMany = async <T>(ids: string[]) => (calls++, getMany<T>(ids));
    expect(await createFeed(store, clock).last()).toBe(200);
    expect(calls).toBe(1);
  });

  it('is read on from where a reader left off', async () => {
    const feed = createFeed(store, clock);
    for (let minute = 1; minute <= 25; minute++) await feed.append(touched(minute));
    const first = await feed.read(0, 10);
    expect(first.last).toBe(10);
    expect((await feed.read(first.last, 100)).entries).toHaveLength(15);
    expect(await feed.read(25, 10)).toEqual({ entries: [], last: 25 });
  });

  it('forgets old entries, but neither the numbers nor the newest', async () => {
    const feed = createFeed(store, clock);
    for (let minute = 1; minute <= 30; minute++) {
      now = minute * 1_000;
      await feed.append(touched(minute));
    }
    await feed.prune(20_000);
    const other = createFeed(store, clock);
    expect(await other.last()).toBe(30);
    expect((await other.read(0, 100)).entries.map(({ seq }) => seq)[0]).toBe(20);
    await other.prune(Infinity);
    expect((await other.read(0, 100)).entries.map(({ seq }) => seq)).toEqual([30]);
    expect(await createFeed(store, clock).append(touched(99))).toBe(31);
  });

  it('removes what a prune before it left half done', async () => {
    const feed = createFeed(store, clock);
    for (let minute = 1; minute <= 3; minute++) await feed.append(touched(minute));
    const broken = createFeed({ ...store, bulk: () => Promise.reject(new Error('gone')) }, clock);
    await expect(broken.prune(Infinity)).rejects.toThrow('gone');
    expect(await store.get('feed:1')).toBeDefined();
    await feed.prune(Infinity);
    expect(await store.get('feed:1')).toBeUndefined();
    expect((await feed.read(0, 10)).entries.map(({ seq }) => seq)).toEqual([3]);
  });
});
