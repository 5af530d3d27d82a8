import { Client } from '@opensearch-project/opensearch';
import { createStateStore, ensureStateIndex } from '../../server/adapters/opensearch/state_store';
import type { Logger } from '../../server/core/ports';
import { createScheduler } from '../../server/core/schedule/scheduler';
import { systemClock as clock } from '../../server/host';

jest.setTimeout(60_000);

const client = new Client({ node: process.env.OPENSEARCH_URL ?? '' });
const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };
afterAll(() => client.close());

describe('schedulers on a real OpenSearch', () => {
  it('run a job on one node at a time, and take it over from a node that went silent', async () => {
    await ensureStateIndex(client);
    const state = createStateStore(client);
    const id = `integration-${Date.now()}`;
    const runs: Array<{ owner: string; epoch: number }> = [];
    let running = 0;
    let most = 0;

    const open = (owner: string, work: () => Promise<void>) =>
      createScheduler({
        state,
        clock,
        logger: silent,
        owner,
        turnEvery: 100,
        leaseLength: 1_500,
        jobs: async () => [
          {
            id,
            every: 200,
            async run({ epoch }) {
              runs.push({ owner, epoch });
              most = Math.max(most, ++running);
              await work().finally(() => running--);
            },
          },
        ],
      });

    const nodes = ['a', 'b', 'c'].map((owner) => open(owner, () => clock.sleep(50)));
    nodes.forEach((node) => node.start());
    await clock.sleep(3_000);
    await Promise.all(nodes.map((node) => node.stop()));
    expect(most).toBe(1);
    expect(runs.length).toBeGreaterThan(3);
    const epochs = runs.map(({ epoch }) => epoch);
    expect(epochs).toEqual([...epochs].sort((x, y) => x - y));
    expect(new Set(epochs).size).toBe(epochs.length);

    // A process that died leaves its lease behind, held.
    await state.put(`lease:${id}`, {
      kind: 'lease',
      key: id,
      status: 'held',
      owner: 'dead',
      epoch: 9e15,
      at: Date.now(),
      beat: 0,
    } as { kind: string });
    const heir = open('heir', async () => {});
    const startedAt = Date.now();
    heir.start();
    while (!runs.some(({ owner }) => owner === 'heir') && Date.now() - startedAt < 10_000)
      await clock.sleep(50);
    await heir.stop();
    const took = Date.now() - startedAt;
    expect(took).toBeGreaterThanOrEqual(1_400);
    expect(runs.find(({ owner }) => owner === 'heir')?.epoch).toBe(9e15 + 1);
  });
});
