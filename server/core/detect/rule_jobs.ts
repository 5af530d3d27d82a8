import { groupBy } from '../group_by';
import type { Clock } from '../ports';
import type { RunnableRule } from '../manage/rules';
import type { Evaluator } from './evaluate_rules';
import type { RuleLease } from './ports';
import { paceOf } from './rule_pace';

/** How long the list of rules is good for; a new rule is run this much later at most, or where reading it takes long, so many times that. */
const LIST_FOR = 5_000;
const LIST_FOR_TIMES = 30;

interface Parts {
  rules: { runnable(): Promise<RunnableRule[]> };
  evaluator: Evaluator;
  sliceOf(id: string): number;
  clock: Clock;
}

type Slices = ReadonlyMap<number, readonly RunnableRule[]>;

/** One job for each slice that has rules, for the scheduler; asked often, it reads the rules seldom. */
export function createRuleJobs({ rules, evaluator, sliceOf, clock }: Parts) {
  let known: { until: number; slices: Promise<Slices> } | undefined;

  function currentSlices(): Promise<Slices> {
    if (known && clock.monotonic() < known.until) return known.slices;
    const startedAt = clock.monotonic();
    const reading = rules.runnable().then((all) => groupBy(all, ({ id }) => sliceOf(id)));
    const mine = { until: Infinity, slices: reading };
    known = mine;
    reading.then(
      () => {
        const took = clock.monotonic() - startedAt;
        mine.until = clock.monotonic() + Math.max(LIST_FOR, took * LIST_FOR_TIMES);
      },
      () => (known = undefined),
    );
    return reading;
  }

  return async () =>
    [...(await currentSlices())].map(([slice, inSlice]) => ({
      id: `rules:${slice}`,
      every: inSlice.reduce((least, rule) => Math.min(least, paceOf(rule)), Infinity),
      async run(lease: RuleLease) {
        await evaluator.evaluate((await currentSlices()).get(slice) ?? [], lease);
      },
    }));
}
