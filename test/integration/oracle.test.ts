import { createRandom } from '../../common/random';
import { openWorld } from './detect_setup';
import { alertedEpisodes, createDelivery, makeCases, type OracleCase, SEED } from './oracle_cases';
import { ORACLE_KINDS } from './oracle_kinds';
import { episodesAtTheEnd, expectedEpisodes } from './oracle_model';

const SOAK = process.env['SIEM_SOAK'] !== undefined;
const STREAMS = SOAK ? 200 : 8;
/** `ORACLE_KIND=baseline` runs the kinds of that name only. */
const KINDS = ORACLE_KINDS.filter(({ name }) => name.includes(process.env['ORACLE_KIND'] ?? ''));
const STEPS = SOAK ? 12 : 6;
const STEP = 300_000;
const run = `${Date.now()}`.slice(-8);

jest.setTimeout(SOAK ? 900_000 : 300_000);

describe(`rules against an oracle that sees everything (ORACLE_SEED=${SEED})`, () => {
  let world: Awaited<ReturnType<typeof openWorld>>;
  let cases: OracleCase[];
  let start: number;

  beforeAll(async () => {
    world = await openWorld(`oracle_${run}`);
    const { clock, title } = world;
    start = clock.now();
    cases = makeCases(KINDS, { streams: STREAMS, steps: STEPS, start, title, run });
    const rules = cases.map(({ rule }) => rule);
    const delivery = createDelivery(cases);
    const random = createRandom(SEED);
    let evaluator = world.evaluator();
    for (let step = -1; step < STEPS; step++) {
      await world.deliver(delivery(step));
      if (step >= 0) await clock.advance(STEP);
      // Another process may be the next to run the rules.
      if (random.chance(0.3)) evaluator = world.evaluator();
      await evaluator.evaluate(rules, { epoch: step + 2, signal: new AbortController().signal });
    }
  });
  afterAll(async () => {
    await world.client.indices.delete({ index: world.index });
    await world.client.close();
  });

  it.each(KINDS)('$name: the same windows of the same groups, in the same episodes', async (kind) => {
    for (const each of cases.filter((other) => other.kind === kind)) {
      const { oracle, past, arrivals, rule } = each;
      const expected = expectedEpisodes(oracle, start, arrivals, past).sort();
      if (kind.onlyAdds) expect(expected).toEqual(episodesAtTheEnd(oracle, start, arrivals).sort());
      const episodes = await alertedEpisodes(world.search, each);
      expect({ id: rule.id, rule: oracle.rule, episodes }).toEqual({
        id: rule.id,
        rule: oracle.rule,
        episodes: expected,
      });
    }
  });
});
