import { SiemError } from '../errors';
import type { EventIndex } from '../ports';
import { paceBulk } from './pace_bulk';

const BODIES = 200;
const body = new Uint8Array();
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
    await sendAll(paceBulk(index, 16));
    expect(seen).toEqual({ now: 0, most: 16, refused: 0 });
  });

  it('falls to what OpenSearch takes', async () => {
    const unpaced = crowdedIndex(() => 3);
    await sendAll(unpaced.index);
    const paced = crowdedIndex(() => 3);
    await sendAll(paceBulk(paced.index, 16));
    expect(paced.seen.refused).toBeLessThan(BODIES);
    expect(paced.seen.refused).toBeLessThan(unpaced.seen.refused / 5);
  });

  it('rises again when OpenSearch takes more', async () => {
    let takes = 1;
    const { index, seen } = crowdedIndex(() => takes);
    const paced = paceBulk(index, 16);
    await sendAll(paced);
    takes = Infinity;
    seen.most = 0;
    await sendAll(paced);
    expect(seen.most).toBe(16);
  });

  it('lets go who is called off while it waits, and the others go on', async () => {
    let free: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (free = resolve));
    const index = paceBulk({ bulk: () => held.then(() => ({ created: 1, duplicates: 0, failures: [] })) }, 1);
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
