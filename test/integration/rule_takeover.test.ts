import type { AlertWriter } from '../../server/core/detect/ports';
import { createAlertWriter } from '../../server/adapters/opensearch/alert_writer';
import { openWorld, thresholdRule } from './detect_setup';

jest.setTimeout(120_000);

const run = `${Date.now()}`.slice(-8);
type Write = AlertWriter['write'];

/** One node stands still between reading open alerts and writing, long enough for another to take its rules over. */
describe('a node that wakes up after its rules were taken over', () => {
  let world: Awaited<ReturnType<typeof openWorld>>;
  beforeAll(async () => (world = await openWorld(`takeover_${run}`)));
  afterAll(async () => {
    await world.client.indices.delete({ index: world.index });
    await world.client.close();
  });

  async function firing(name: string) {
    const rule = thresholdRule(`${name}-${run}`, world.title, { query: `type:${name}` });
    const signal = new AbortController().signal;
    await world.evaluator().evaluate([rule], { signal, epoch: 1 });
    const events = (at: string) => world.ingest([{ at, type: name, times: 3, user: { name: 'alice' } }]);
    await events('10:06:00');
    await world.clock.advance(60_000);
    let takenOver = false;
    const { write } = createAlertWriter(world.client);
    const announced = world.announced.length;
    return {
      /** Late events make the episode begin earlier for it, so it gives the alert another id. */
      async other(otherWrite: Write = write) {
        takenOver = true;
        await events('10:01:00');
        await world.evaluator({ alerts: { write: otherWrite } }).evaluate([rule], { signal, epoch: 3 });
      },
      sleeper: (sleepyWrite: Write) =>
        world
          .evaluator({ alerts: { write: sleepyWrite } })
          .evaluate([rule], { signal, epoch: 2, isHeld: async () => !takenOver }),
      write,
      async outcome() {
        await world.search.refresh('siem-alerts-*');
        const alerts = await world.alertsOf(rule);
        return { alerts: alerts.map(({ alert }) => alert.count), told: world.announced.length - announced };
      },
    };
  }

  it('takes back the alert that the other node could not see', async () => {
    const { sleeper, other, write, outcome } = await firing('after');
    await sleeper(async (writes) => {
      await other();
      return write(writes);
    });
    expect(await outcome()).toEqual({ alerts: [6], told: 1 });
  });

  it('takes it back too where the other node has looked, and writes only later', async () => {
    const { sleeper, other, write, outcome } = await firing('between');
    let others: Promise<void> | undefined;
    let goOn = () => {};
    const slept = new Promise<void>((done) => (goOn = done));
    await sleeper(async (writes) => {
      await new Promise<void>((looked) => {
        others = other(async (otherWrites) => {
          looked();
          await slept;
          return write(otherWrites);
        });
      });
      return write(writes);
    });
    goOn();
    await others;
    expect(await outcome()).toEqual({ alerts: [6], told: 1 });
  });

  it('leaves the alert that the other node has seen and let grow', async () => {
    const { sleeper, other, write, outcome } = await firing('seen');
    await sleeper(async (writes) => {
      const outcomes = await write(writes);
      await other();
      return outcomes;
    });
    expect(await outcome()).toEqual({ alerts: [6], told: 1 });
  });
});
