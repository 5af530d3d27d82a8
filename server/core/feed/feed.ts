import type { Clock, StateFields, StateStore } from '../ports';

/** The minutes of event time (epoch minutes) of one type and namespace in which events came to be. */
export interface Touched {
  type: string;
  namespace: string;
  minutes: number[];
  /** Old events loaded on request, to be judged by rules: their alerts are marked, and nobody is told. */
  backfill?: true;
}

export interface FeedEntry {
  seq: number;
  /** Epoch milliseconds. */
  at: number;
  touched: Touched[];
}

/**
 * The numbered record of which minutes of event time changed, in `.siem-state`. Rules remember the number they have read up to. Entries are
 * numbered without gaps, and an entry is readable before `append` resolves, so whoever reads up to the first gap misses nothing.
 */
export interface Feed {
  /** Resolves with the number under which it can be read. Appends at about the same time share an entry. */
  append(touched: Touched[]): Promise<number>;
  /** At most `limit` entries after number `after`, in order; `last` is where to go on. */
  read(after: number, limit: number): Promise<{ entries: FeedEntry[]; last: number }>;
  /** Number of the newest entry; 0 before the first. */
  last(): Promise<number>;
  /** Removes entries older than `before` (epoch milliseconds), never the newest. */
  prune(before: number): Promise<void>;
}

type EntryDoc = StateFields & { kind: 'feed'; seq: number; at: number; touched: Touched[] };
/** `first` is the first entry that readers may count on; entries from `removing` up to it may be half removed. */
type HeadDoc = StateFields & { kind: 'feed_head'; first: number; removing: number };

const HEAD = 'feed_head';
/** How long an append waits for others to share its entry, in milliseconds. */
const GATHER = 200;
/** Ids looked up at once: few when looking for the end, which is near. */
const PROBE = 20;
const PAGE = 500;

/** A `Feed` in a state store. Any number of nodes may append: the next number is taken by `create`, whoever loses takes the one after. */
export function createFeed(store: StateStore, clock: Clock): Feed {
  const idOf = (seq: number) => `feed:${seq}`;
  let known = 0;
  let gathering: { touched: Touched[]; done: Promise<number> } | undefined;

  async function write(touched: Touched[]): Promise<number> {
    let seq = (known > 0 ? known : await last()) + 1;
    for (;;) {
      const doc: EntryDoc = { kind: 'feed', seq, at: clock.now(), touched };
      if ((await store.create(idOf(seq), doc)) !== 'conflict') {
        known = Math.max(known, seq);
        return seq;
      }
      seq = Math.max(seq, await last()) + 1;
    }
  }

  async function head(): Promise<HeadDoc> {
    return (await store.get<HeadDoc>(HEAD))?.doc ?? { kind: 'feed_head', first: 1, removing: 1 };
  }

  /** From the newest number this node knows of, or that a search finds, up to the first gap. */
  async function last(): Promise<number> {
    if (known === 0) known = await newestFound();
    for (;;) {
      const found = await entriesAfter(known, PROBE);
      known = found[found.length - 1]?.seq ?? known;
      if (found.length < PROBE) return known;
    }
  }

  /** About a second old, which the way from there to the end makes up for; walking through all of three days took thousands of calls. */
  async function newestFound(): Promise<number> {
    const newest = { kind: 'feed', sort: { field: 'seq', order: 'desc' }, limit: 1 } as const;
    const [[found], { first }] = await Promise.all([store.find<EntryDoc>(newest), head()]);
    return Math.max(found?.doc.seq ?? 0, first - 1);
  }

  async function entriesAfter(seq: number, limit: number): Promise<EntryDoc[]> {
    const ids = Array.from({ length: limit }, (_, offset) => idOf(seq + 1 + offset));
    const found = await store.getMany<EntryDoc>(ids);
    const gap = found.indexOf(undefined);
    return found.slice(0, gap < 0 ? limit : gap).map((stored) => stored!.doc);
  }

  return {
    last,

    append(touched) {
      if (!gathering) {
        const gathered: Touched[] = [];
        const done = clock.sleep(GATHER).then(() => {
          gathering = undefined;
          return write(merge(gathered));
        });
        gathering = { touched: gathered, done };
      }
      gathering.touched.push(...touched);
      return gathering.done;
    },

    async read(after, limit) {
      let entries = await entriesAfter(after, limit);
      if (entries.length === 0) {
        // What was pruned is past any rule's lateness; a reader that far back goes on at the first entry that is left.
        const { first } = await head();
        if (first > after + 1) entries = await entriesAfter(first - 1, limit);
      }
      const shown = entries.map(({ seq, at, touched }) => ({ seq, at, touched }));
      return { entries: shown, last: shown[shown.length - 1]?.seq ?? after };
    },

    async prune(before) {
      const newest = await last();
      const { removing, ...left } = await head();
      let { first } = left;
      for (let old = PAGE; old === PAGE; first += old) {
        const page = await entriesAfter(first - 1, PAGE);
        const kept = page.findIndex(({ seq, at }) => at >= before || seq === newest);
        old = kept < 0 ? page.length : kept;
      }
      if (first === removing) return;
      // The number first: were the entries gone before it is known, the feed would seem to end there.
      await store.put<HeadDoc>(HEAD, { kind: 'feed_head', first, removing });
      for (let from = removing; from < first; from += PAGE) {
        const count = Math.min(PAGE, first - from);
        await store.bulk(
          Array.from({ length: count }, (_, offset) => ({ op: 'remove', id: idOf(from + offset) })),
        );
      }
      await store.put<HeadDoc>(HEAD, { kind: 'feed_head', first, removing: first });
    },
  };
}

function merge(touched: Touched[]): Touched[] {
  const groups = new Map<string, { rest: Omit<Touched, 'minutes'>; minutes: Set<number> }>();
  for (const { minutes, ...rest } of touched) {
    const key = [rest.type, rest.namespace, rest.backfill].join('\n');
    const group = groups.get(key) ?? { rest, minutes: new Set<number>() };
    for (const minute of minutes) group.minutes.add(minute);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ rest, minutes }) => ({
    ...rest,
    minutes: [...minutes].sort((a, b) => a - b),
  }));
}
