import { countingStore, type CountingStore } from '../../../test/fakes/counting_store';
import { source } from '../../../test/fakes/ingest_engine';
import type { ReadableSource } from '../manage/sources';
import { listSource } from './list_source';
import type { ListingState } from './listing_state';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const START = Date.parse('2026-01-15T12:00:00Z');
const MILLION = 1_000_000;

/** A source whose polls list and note, but read nothing. */
function setUp(keys: string[], change: Partial<ReadableSource> = {}, allRead = false) {
  let now = START;
  let state: ListingState | undefined;
  const store: CountingStore = countingStore(keys, START);
  const known = new Set<string>(allRead ? keys : []);
  async function poll() {
    const fresh: string[] = [];
    store.calls = 0;
    await listSource(
      { ...source, ...change },
      {
        objects: store,
        clock: { now: () => now, monotonic: () => now, sleep: async () => undefined },
        book: {
          listing: async () => state,
          note: async ({ listing }) => void (state = listing),
        },
        async read(objects) {
          const unknown = objects.filter(({ key }) => !known.has(key));
          for (const { key } of unknown) {
            fresh.push(key);
            known.add(key);
          }
          return unknown.length;
        },
        recorded: async () => undefined,
      },
    );
    return { fresh, calls: store.calls };
  }
  return { store, poll, advance: (ms: number) => (now += ms), state: () => state };
}

/** The day before today, `age` days ago, as yyyy-mm-dd. */
function day(age: number): string {
  return new Date(START - age * DAY).toISOString().slice(0, 10);
}

describe('a prefix that holds a million old objects and ten new ones', () => {
  const layouts: Array<[string, (folder: number, date: string, file: number) => string]> = [
    [
      'dated folders',
      (folder, date, file) => `AWSLogs/${folder}/CloudTrail/eu-west-1/${date.replace(/-/g, '/')}/${file}.gz`,
    ],
    [
      'Hive folders',
      (folder, date, file) => {
        const [year, month, dayOfMonth] = date.split('-');
        return `AWSLogs/aws-account-id=${folder}/year=${year}/month=${month}/day=${dayOfMonth}/${file}.gz`;
      },
    ],
    ['keys that begin with the time', (folder, date, file) => `logs/${folder}/${date}-11-05-59-${file}`],
  ];

  /** In key order: four folders of a thousand days before the last ten. */
  function old(keyOf: (typeof layouts)[number][1], files: number): string[] {
    const keys: string[] = [];
    for (let folder = 0; folder < 4; folder++) {
      for (let age = 1_009; age >= 10; age--) {
        const date = day(age);
        for (let file = 0; file < files / 4_000; file++) keys.push(keyOf(folder, date, 100 + file));
      }
    }
    return keys;
  }

  it.each(layouts)('costs a few calls with %s', async (_name, keyOf) => {
    const { store, poll, advance } = setUp(old(keyOf, MILLION), {}, true);
    await poll();
    const fresh = Array.from({ length: 10 }, (_, n) => keyOf(n % 4, day(0), n));
    store.add(fresh);
    advance(2 * MINUTE);
    const found = await poll();
    expect(found.fresh.sort()).toEqual([...fresh].sort());
    // One for each of four folders and one for the end of the last; then the sweep, which takes no more than its part.
    expect(found.calls).toBeLessThanOrEqual(5 + 20);
  });

  it('is swept to its end in small parts, and then left alone for a day', async () => {
    const keys = old((folder, date, file) => `logs/${folder}/${date}/${file}`, 100_000);
    const { poll, advance, state } = setUp(keys, {}, true);
    for (let polls = 0; state()?.swept === undefined; polls++) {
      expect(polls).toBeLessThan(7);
      expect((await poll()).calls).toBeLessThanOrEqual(5 + 20);
      advance(MINUTE);
    }
    expect(state()).not.toHaveProperty('sweep_after');
    expect((await poll()).calls).toBe(5);
    advance(DAY);
    expect((await poll()).calls).toBe(25);
  });
});

describe('listing a source', () => {
  const keyOf = (age: number, name = 'a') =>
    `AWSLogs/1/CloudTrail/eu-west-1/${day(age).replace(/-/g, '/')}/${name}`;

  it('reads the present before the past, and the past once', async () => {
    const { poll, advance, store } = setUp([keyOf(400), keyOf(40), keyOf(0)]);
    expect((await poll()).fresh).toEqual([keyOf(0), keyOf(400), keyOf(40)]);
    store.add([keyOf(300)]);
    advance(5 * MINUTE);
    expect((await poll()).fresh).toEqual([]);
    advance(DAY);
    expect((await poll()).fresh).toEqual([keyOf(300)]);
  });

  it('finds within the hour what arrives a day late, and what came while nobody looked', async () => {
    const { poll, advance, store } = setUp([keyOf(40), keyOf(0)]);
    await poll();
    store.add([keyOf(1, 'late')]);
    advance(30 * MINUTE);
    expect((await poll()).fresh).toEqual([]);
    advance(30 * MINUTE);
    expect((await poll()).fresh).toEqual([keyOf(1, 'late')]);
    advance(5 * DAY);
    store.add([keyOf(-2)]);
    expect((await poll()).fresh).toEqual([keyOf(-2)]);
  });

  it('leaves out days before the start, and begins anew when the source changes', async () => {
    const first = setUp([keyOf(400), keyOf(5), keyOf(0)], {
      startFrom: new Date(START - 7 * DAY).toISOString(),
    });
    expect((await first.poll()).fresh).toEqual([keyOf(0), keyOf(5)]);
    const place = { prefix: 'AWSLogs/' };
    const changed = setUp([keyOf(400), 'b/2025/01/01/c'], place);
    expect((await changed.poll()).fresh).toEqual([keyOf(400)]);
    place.prefix = '';
    expect((await changed.poll()).fresh).toEqual(['b/2025/01/01/c']);
  });

  it('lists keys without a date whole, the more of them the less often', async () => {
    const keys = Array.from({ length: 100_000 }, (_, n) => `export/${n}`);
    const { poll, advance, state, store } = setUp(keys);
    expect(await poll()).toMatchObject({ calls: 100 });
    expect(state()).toMatchObject({ undated: 100_000 });
    store.add(['export/new']);
    advance(MINUTE);
    expect(await poll()).toEqual({ calls: 0, fresh: [] });
    advance(4 * MINUTE);
    expect((await poll()).fresh).toEqual(['export/new']);
  });
});
