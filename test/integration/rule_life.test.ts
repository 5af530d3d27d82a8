import { createRandom } from '../../common/random';
import type { AlertDocument } from '../../common/alert';
import { openWorld } from './detect_setup';
import {
  inputOfPlan,
  type LifeEvent,
  lineOf,
  ModelRule,
  type Plan,
  randomLifeEvent,
  randomPlan,
} from './life_model';
import { actor, anySearch, openNodes } from './life_nodes';

const SOAK = process.env['SIEM_SOAK'] !== undefined;
/** `ORACLE_SEED` repeats a run. */
const SEED = Number(process.env['ORACLE_SEED'] ?? Date.now() % 1_000_000);
const LIVES = SOAK ? 40 : 3;
const STEPS = SOAK ? 40 : 15;
const IDS = ['a', 'b', 'c'];
const run = `${Date.now()}`.slice(-8);

jest.setTimeout(SOAK ? 1_800_000 : 120_000);

describe(`rules that are made, changed, switched off and on, deleted and made again (ORACLE_SEED=${SEED})`, () => {
  it.each(Array.from({ length: LIVES }, (_, life) => life))(
    'fire for what they must, each window once, and never for what they were before: life %d',
    async (life) => {
      const random = createRandom(SEED + life);
      const world = await openWorld(`life_${run}_${life}`);
      const { rules, newNode } = openNodes(world, `life_${run}_${life}`);
      const nodes = [newNode(), newNode()];
      const models = new Map(IDS.map((id) => [`life-${run}-${life}-${id}`, new ModelRule()]));
      const events: LifeEvent[] = [];
      const told: string[] = [];

      async function arrive(): Promise<void> {
        const fresh = Array.from({ length: random.integer(0, 5) }, () =>
          randomLifeEvent(random, world.clock.now()),
        );
        await world.deliver(
          fresh.map((event, place) => ({
            id: `e${events.length + place}`,
            source: {
              '@timestamp': event.at,
              user: { name: event.user },
              event: { action: event.action },
            },
          })),
        );
        events.push(...fresh);
        for (const model of models.values()) model.arrive(fresh);
      }

      /** What befalls one of the rules: what the model says of it, and what is done. */
      function randomChange(): { id: string; plan: Plan | undefined; make(): Promise<unknown> } {
        const id = random.pick([...models.keys()]);
        const before = models.get(id)?.plan;
        const make = (plan: Plan) => rules.create(inputOfPlan(plan, world.title), actor, anySearch, id);
        const change = (plan: Plan) => rules.update({ id }, inputOfPlan(plan, world.title), actor, anySearch);
        if (!before) {
          const plan = randomPlan(random, random.chance(0.8));
          return { id, plan, make: () => make(plan) };
        }
        const plan = random.weighted<Plan | undefined>([
          [randomPlan(random), 4],
          [{ ...before, enabled: !before.enabled }, 3],
          [undefined, 2],
        ]);
        return { id, plan, make: () => (plan ? change(plan) : rules.remove(id)) };
      }

      const settle = () => models.forEach((model) => model.run(events));
      function apply({ id, plan }: { id: string; plan: Plan | undefined }): void {
        const model = models.get(id) as ModelRule;
        if (plan && !model.plan) model.create(plan, events);
        else model.plan = plan;
        told.push(`${id.slice(-1)}: ${plan ? JSON.stringify(plan) : 'deleted'}`);
      }

      try {
        for (let step = 0; step < STEPS; step++) {
          if (random.chance(0.2)) nodes[random.integer(0, 1)] = newNode();
          const change = randomChange();
          // All lists are as young as can be, and will be old for a while.
          await world.clock.advance(50_000);
          await Promise.all(nodes.map((node) => node.look()));
          switch (random.pick(['before', 'stale', 'meanwhile'])) {
            case 'before':
              await change.make();
              apply(change);
              await arrive();
              break;
            case 'stale':
              await change.make();
              apply(change);
              await arrive();
              await random.pick(nodes).run();
              for (const [id, model] of models) if (id !== change.id) model.run(events);
              break;
            default: {
              await arrive();
              const runs = models.get(change.id) as ModelRule;
              await random.pick(nodes).run(change.make);
              for (const [id, model] of models) if (id !== change.id) model.run(events);
              runs.runInVain(events);
              apply(change);
            }
          }
          await world.clock.advance(70_000);
          await random.pick(nodes).run();
          settle();

          await world.search.refresh('siem-alerts-*');
          for (const [id, model] of models) {
            expect({ step, told, id, fired: await firedBy(id) }).toEqual({
              step,
              told,
              id,
              fired: model.lines(),
            });
          }
        }
      } finally {
        await world.client.indices.delete({ index: world.index });
        await world.client.close();
      }

      async function firedBy(id: string): Promise<string[]> {
        const { hits } = await world.search.search({
          index: 'siem-alerts-*',
          body: {
            size: 1_000,
            query: {
              bool: {
                filter: [{ term: { 'rule.id': id } }],
                must_not: [{ exists: { field: 'alert.merged_into' } }],
              },
            },
          },
        });
        return hits.hits
          .flatMap(({ _source }) => {
            const { id: alert, group, windows } = (_source as unknown as AlertDocument).alert;
            expect(world.announced).toContain(alert);
            return windows.map((end) => lineOf(group.key, Date.parse(end)));
          })
          .sort();
      }
    },
  );
});
