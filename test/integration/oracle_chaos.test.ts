import { setTimeout as sleep } from 'timers/promises';
import { startFaultProxy } from '../../dev/embedded/fault_proxy';
import { seeded } from '../../dev/embedded/fault_plan';
import { waitFor } from '../../dev/embedded/wait';
import { createRandom } from '../../common/random';
import type { AlertNotifier } from '../../server/core/detect/ports';
import { openWorld } from './detect_setup';
import { alertedEpisodes, createDelivery, makeCases, SEED } from './oracle_cases';
import { ORACLE_KINDS } from './oracle_kinds';
import { expectedEpisodes } from './oracle_model';
import { fastClock, type RuleNode, startRuleNode } from './oracle_nodes';

const SOAK = process.env['SIEM_SOAK'] !== undefined;
const STEPS = SOAK ? 30 : 5;
const STREAMS = SOAK ? 10 : 3;
/** A lease of half a minute expires in three seconds, a pass of a minute comes every five. */
const SPEED = 10;
const run = `${Date.now()}`.slice(-8);

jest.setTimeout(SOAK ? 600_000 : 150_000);

it(`three nodes that freeze, die and lose OpenSearch miss no alert and make none twice (ORACLE_SEED=${SEED})`, async () => {
  const world = await openWorld(`chaos_${run}`);
  const proxy = await startFaultProxy(process.env['OPENSEARCH_URL'] ?? '');
  const random = createRandom(SEED);
  const clock = fastClock(world.clock.now(), SPEED);
  // All events lie in the past: however late a node comes to look, it has to find them.
  const start = clock.now() - (STEPS + 1) * 5 * 60_000;
  // What fires then is the same whatever order the nodes look in.
  const kinds = ORACLE_KINDS.filter(({ onlyAdds }) => onlyAdds);
  const cases = makeCases(kinds, { streams: STREAMS, steps: STEPS, start, title: world.title, run });
  const rules = cases.map(({ rule }) => rule);
  const told = new Set<string>();
  const notifier: AlertNotifier = {
    announce: async (alerts) => alerts.forEach(({ alert }) => told.add(alert.alert.id)),
  };
  let nodes: RuleNode[] = [];
  const startNode = (name: string) =>
    startRuleNode({ url: proxy.url, owner: name, clock, rules: () => rules, jobsPrefix: run, notifier });

  try {
    nodes = ['a', 'b', 'c'].map(startNode);
    const delivery = createDelivery(cases);
    for (let step = 0; step < STEPS; step++) {
      await world.deliver(delivery(step));
      const victim = random.integer(0, 2);
      const misfortune = random.pick(['freeze', 'die', 'outage', 'errors', 'none']);
      if (misfortune === 'freeze') nodes[victim]?.freeze();
      if (misfortune === 'outage') proxy.setPlan(() => ({ kind: 'drop' }));
      if (misfortune === 'errors') {
        const faults = [
          { kind: 'too_many' as const },
          { kind: 'drop' as const },
          { kind: 'slow' as const, ms: 400 },
        ];
        proxy.setPlan(seeded(SEED + step, 0.2, faults));
      }
      await sleep(random.integer(500, 5_000));
      proxy.setPlan(() => undefined);
      for (const node of nodes) node.thaw();
      if (misfortune === 'die') {
        // It never comes back, and what it held is taken over once its leases expire.
        nodes[victim]?.freeze();
        nodes[victim] = startNode(`heir-${step}`);
      }
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
    for (const { rule } of cases) expect(await world.states.status(rule.id)).toMatchObject({ state: 'ok' });
  } finally {
    await Promise.all(nodes.map((node) => node.stop()));
    await proxy.stop();
    await world.client.indices.delete({ index: world.index });
    await world.client.close();
  }
});
