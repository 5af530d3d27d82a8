import type { ChildProcess } from 'child_process';
import { once } from 'events';
import { setTimeout as sleep } from 'timers/promises';
import { startFaultProxy } from '../../dev/embedded/fault_proxy';
import { seeded } from '../../dev/embedded/fault_plan';
import { waitFor } from '../../dev/embedded/wait';
import { createRandom } from '../../common/random';
import { killChildren, startChild } from './child_process';
import { openWorld, testLists } from './detect_setup';
import { hurriedClock } from './hurried_clock';
import { alertedEpisodes, createDelivery, makeCases, SEED } from './oracle_cases';
import { ORACLE_KINDS } from './oracle_kinds';
import { expectedEpisodes } from './oracle_model';
import type { NodeOrder } from './oracle_node';

const SOAK = process.env['SIEM_SOAK'] !== undefined;
const STREAMS = SOAK ? 10 : 3;
/** A lease of half a minute expires in three seconds, a pass of a minute comes every five. */
const SPEED = 10;
const LEASE = 30_000 / SPEED;
/** What befalls the nodes, one a step: `pause` is SIGSTOP for longer than a lease, then SIGCONT; `kill` is SIGKILL. */
const MISFORTUNES = ['pause', 'kill', 'pause', 'outage', 'errors'] as const;
const ROUNDS = SOAK ? 6 : 1;
const STEPS = ROUNDS * MISFORTUNES.length;
const run = `${Date.now()}`.slice(-8);

jest.setTimeout(SOAK ? 600_000 : 150_000);

it(`three processes that are paused, killed and lose OpenSearch miss no alert and make none twice (ORACLE_SEED=${SEED})`, async () => {
  const world = await openWorld(`chaos_${run}`);
  const proxy = await startFaultProxy(process.env['OPENSEARCH_URL'] ?? '');
  const random = createRandom(SEED);
  const clock = { origin: world.clock.now(), speed: SPEED, began: Date.now() };
  // All events lie in the past: however late a node comes to look, it has to find them.
  const start = hurriedClock(clock.origin, clock.speed, clock.began).now() - (STEPS + 1) * 5 * 60_000;
  // What fires then is the same whatever order the nodes look in.
  const kinds = ORACLE_KINDS.filter(({ onlyAdds }) => onlyAdds);
  const cases = makeCases(kinds, { streams: STREAMS, steps: STEPS, start, title: world.title, run });
  const startNode = (owner: string): Promise<ChildProcess> => {
    const order: NodeOrder = {
      opensearchUrl: proxy.url,
      owner,
      rules: cases.map(({ rule }) => rule),
      lists: [...testLists.values()],
      jobsPrefix: run,
      clock,
    };
    return startChild('oracle_node.ts', order);
  };

  let nodes: ChildProcess[] = [];
  try {
    nodes = await Promise.all(['a', 'b', 'c'].map(startNode));
    const delivery = createDelivery(cases);
    for (let step = 0; step < STEPS; step++) {
      await world.deliver(delivery(step));
      const victim = await nextToSearch(nodes);
      // It searches still, writes alerts, or its state.
      await sleep(random.integer(0, 100));
      switch (MISFORTUNES[step % MISFORTUNES.length]) {
        case 'pause':
          victim.kill('SIGSTOP');
          await sleep(random.integer(LEASE + 500, LEASE + 1_000));
          victim.kill('SIGCONT');
          break;
        case 'kill':
          await kill(victim);
          nodes[nodes.indexOf(victim)] = await startNode(`heir-${step}`);
          break;
        case 'outage':
          proxy.setPlan(() => ({ kind: 'drop' }));
          await sleep(random.integer(500, 2_000));
          break;
        default:
          proxy.setPlan(
            seeded(SEED + step, 0.2, [{ kind: 'too_many' }, { kind: 'drop' }, { kind: 'slow', ms: 400 }]),
          );
          await sleep(random.integer(1_000, 2_000));
      }
      proxy.setPlan(() => undefined);
    }

    const expected = cases.map(({ oracle, arrivals }) => expectedEpisodes(oracle, start, arrivals).sort());
    const found = async () => Promise.all(cases.map((each) => alertedEpisodes(world.search, each)));
    await waitFor(
      'what the oracle expects',
      async () => (JSON.stringify(await found()) === JSON.stringify(expected) ? true : undefined),
      60_000,
    ).catch(async () => expect(await found()).toEqual(expected));
    // Nothing is added by what is still under way.
    await sleep(6_000);
    expect(await found()).toEqual(expected);
    for (const { rule } of cases) expect(await world.states.status(rule)).toMatchObject({ state: 'ok' });
  } finally {
    await Promise.all(nodes.map(kill));
    killChildren();
    await proxy.stop();
    await world.client.indices.delete({ index: world.index });
    await world.client.close();
  }
});

/** The node that is the first to begin a search. */
async function nextToSearch(nodes: readonly ChildProcess[]): Promise<ChildProcess> {
  const found = new AbortController();
  const searching = nodes.map(async (node) => {
    await once(node.stdout as NodeJS.ReadableStream, 'data', { signal: found.signal });
    return node;
  });
  return Promise.race(searching).finally(() => found.abort());
}

async function kill(node: ChildProcess): Promise<void> {
  const exited = once(node, 'exit');
  node.kill('SIGKILL');
  await exited;
}
