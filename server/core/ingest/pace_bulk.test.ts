import fc from 'fast-check';
import { SiemError } from '../errors';
import type { EventIndex } from '../ports';
import { BulkBodyBuilder } from './bulk_body';
import { paceBulk } from './pace_bulk';

const BODIES = 200;
const body = new Uint8Array();
const still = { monotonic: () => 0 };
const tick = () => new Promise((resolve) => setImmediate(resolve));

/** Takes so many requests at a time and refuses the others, whole or item by item. */
function crowdedIndex(takes: () => number) {
  const seen = { now: 0, most: 0, refused: 0 };
  const index: EventIndex = {
    async bulk() {
      seen.most = Math.max(seen.most, ++seen.now);
      const refuse = seen.now > takes();
      for (let ticks = 0; ticks < 3; ticks++) await tick();
      seen.now--;
      if (!refuse) return { created: 1, duplicates: 0, failures: [] };
      const error = new SiemError('opensearch_unavailable', 'rejected execution');
      if (seen.refused++ % 2) throw error;
      return { created: 0, duplicates: 0, failures: [{ item: 0, status: 429, type: '', reason: '', error }] };
    },
  };
  return { index, seen };
}

/** Sends all bodies, each again until it is taken, as deliveries do. */
async function sendAll(index: EventIndex): Promise<void> {
  const send = async () => {
    for (;;) {
      const answer = await index.bulk(body, 1).catch(() => undefined);
      if (answer?.created) return;
      await tick();
    }
  };
  await Promise.all(Array.from({ length: BODIES }, send));
}

describe('the pace of bulk requests', () => {
  it('holds none back where none is refused', async () => {
    const { index, seen } = crowdedIndex(() => Infinity);
    await sendAll(paceBulk(index, 16, still));
    expect(seen).toEqual({ now: 0, most: 16, refused: 0 });
  });

  it('falls to what OpenSearch takes', async () => {
    const unpaced = crowdedIndex(() => 3);
    await sendAll(unpaced.index);
    const paced = crowdedIndex(() => 3);
    await sendAll(paceBulk(paced.index, 16, still));
    expect(paced.seen.refused).toBeLessThan(BODIES);
    expect(paced.seen.refused).toBeLessThan(unpaced.seen.refused / 5);
  });

  it('rises again when OpenSearch takes more', async () => {
    let takes = 1;
    const { index, seen } = crowdedIndex(() => takes);
    const paced = paceBulk(index, 16, still);
    await sendAll(paced);
    takes = Infinity;
    seen.most = 0;
    await sendAll(paced);
    expect(seen.most).toBe(16);
  });

  it('lets go who is called off while it waits, and the others go on', async () => {
    let free: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (free = resolve));
    const index = paceBulk(
      { bulk: () => held.then(() => ({ created: 1, duplicates: 0, failures: [] })) },
      1,
      still,
    );
    const abort = new AbortController();
    const first = index.bulk(body, 1);
    const calledOff = index.bulk(body, 1, abort.signal);
    const last = index.bulk(body, 1);
    abort.abort();
    await expect(calledOff).rejects.toThrow('aborted');
    free();
    await expect(Promise.all([first, last])).resolves.toHaveLength(2);
  });
});

const MOST = 4 * 1024 * 1024;

/** A body of about as many bytes, in items of a kilobyte. */
function bodyOf(bytes: number): { bytes: Uint8Array; items: number } {
  const bodies: Array<{ bytes: Uint8Array; items: number }> = [];
  const builder = new BulkBodyBuilder('events', (full) => bodies.push(full), 2 * bytes);
  const document = `{"a":"${'x'.repeat(1_000)}"}`;
  for (let at = 0; at < bytes; at += 1_024) builder.add('{"create":{"_id":"', String(at), document);
  builder.flush();
  return bodies[0] as { bytes: Uint8Array; items: number };
}

/** Takes `msPerMiB` for each MiB, and notes what it gets. */
function timedIndex() {
  let now = 0;
  const state = { msPerMiB: 100, refuse: false, sent: [] as number[], text: '' };
  const index: EventIndex = {
    async bulk(bytes, items) {
      state.sent.push(bytes.length);
      state.text += Buffer.from(bytes).toString();
      now += (state.msPerMiB * bytes.length) / 1_048_576;
      if (!state.refuse) return { created: items - 1, duplicates: 1, failures: [] };
      const error = new SiemError('opensearch_unavailable', 'rejected execution');
      const failure = { item: items - 1, status: 429, type: '', reason: '', error };
      return { created: items - 1, duplicates: 0, failures: [failure] };
    },
  };
  return { state, index: paceBulk(index, 1, { monotonic: () => now }, MOST) };
}

describe('the size of bulk requests', () => {
  const full = bodyOf(MOST - 65_536);
  const bulk = (index: EventIndex) => index.bulk(full.bytes, full.items);

  it.each<[string, { msPerMiB?: number; refuse?: boolean }, number]>([
    ['stays where requests take what is usual', {}, 1],
    ['stays where they are slower than usual and still quick', { msPerMiB: 490 }, 1],
    ['stays where they are a little slower', { msPerMiB: 290 }, 1],
    ['falls where they take far longer', { msPerMiB: 1_000 }, 2],
    ['falls where they are refused', { refuse: true }, 2],
  ])('%s', async (_, change, pieces) => {
    const { state, index } = timedIndex();
    await bulk(index);
    Object.assign(state, change);
    await bulk(index);
    expect(state.sent).toEqual([full.bytes.length, full.bytes.length]);
    Object.assign(state, { msPerMiB: 100, refuse: false, sent: [] });
    await bulk(index);
    expect(state.sent).toHaveLength(pieces);
  });

  it('falls to half a megabyte and no further, and rises again where requests are fast', async () => {
    const { state, index } = timedIndex();
    state.refuse = true;
    for (let round = 0; round < 10; round++) await bulk(index);
    expect(Math.max(...state.sent.slice(-5))).toBeLessThan(524_288 + 2_048);
    expect(Math.min(...state.sent.slice(-5))).toBeGreaterThan(400_000);
    state.refuse = false;
    for (let round = 0; round < 30; round++) await bulk(index);
    expect(state.sent.slice(-2)).toEqual([full.bytes.length, full.bytes.length]);
  });

  it('takes a cluster that stays slower as it is', async () => {
    const { state, index } = timedIndex();
    await bulk(index);
    state.msPerMiB = 1_000;
    for (let round = 0; round < 100; round++) await bulk(index);
    expect(state.sent.slice(-2)).toEqual([full.bytes.length, full.bytes.length]);
  });

  it('gives the answer of the whole body: every item once, in order, failures by their places', async () => {
    const trouble = fc.array(fc.record({ refuse: fc.boolean(), msPerMiB: fc.constantFrom(100, 5_000) }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(trouble, fc.integer({ min: 1, max: 3 * 1_048_576 }), async (rounds, bytes) => {
        const { state, index } = timedIndex();
        const one = bodyOf(bytes);
        for (const round of rounds) {
          Object.assign(state, round, { text: '', sent: [] });
          const answer = await index.bulk(one.bytes, one.items);
          const pieces = state.sent.length;
          expect(state.text).toBe(Buffer.from(one.bytes).toString());
          expect(answer.created).toBe(one.items - pieces);
          expect(answer.failures).toHaveLength(round.refuse ? pieces : 0);
          expect(answer.duplicates).toBe(round.refuse ? 0 : pieces);
          const places = answer.failures.map(({ item }) => item);
          expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
          if (round.refuse) expect(places[pieces - 1]).toBe(one.items - 1);
        }
      }),
      { numRuns: 20 },
    );
  });
});
