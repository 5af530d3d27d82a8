import type { Clock } from '../ports';
import { remembered } from '../remembered';
import type { RunnableRule } from '../manage/rules';
import type { Evaluator } from './evaluate_rules';

const SLICE_EVERY = 10_000;
/** How long the list of rules is good for; a new rule is run this much later at most. */
const LIST_FOR = 5_000;

interface Parts {
  rules: { runnable(): Promise<RunnableRule[]> };
  evaluator: Evaluator;
  sliceOf(id: string): number;
  clock: Clock;
}

/** One job for each slice that has rules, for the scheduler; asked often, it reads the rules seldom. */
export function createRuleJobs({ rules, evaluator, sliceOf, clock }: Parts) {
  const currentRules = remembered(clock, LIST_FOR, () => rules.runnable());

  return async () => {
    const slices = new Set((await currentRules()).map(({ id }) => sliceOf(id)));
    return [...slices].map((slice) => ({
      id: `rules:${slice}`,
      every: SLICE_EVERY,
      async run(context: { signal: AbortSignal; epoch: number }) {
        const inSlice = (await currentRules()).filter(({ id }) => sliceOf(id) === slice);
        await evaluator.evaluate(inSlice, context);
      },
    }));
  };
}
