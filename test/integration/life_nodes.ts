import { createManagedObjects } from '../../server/adapters/saved_objects/managed_objects';
import { createRuleJobs } from '../../server/core/detect/rule_jobs';
import { createRuleStates } from '../../server/core/detect/rule_states';
import type { StoredRule } from '../../server/core/manage/rules';
import { createRuleService } from '../../server/core/manage/rules';
import type { Search } from '../../server/core/ports';
import { fakeRepository } from '../fakes/saved_objects';
import type { openWorld } from './detect_setup';

type World = Awaited<ReturnType<typeof openWorld>>;

export const actor = { name: 'alice', roles: [], authenticated: true };
export const anySearch = {} as Search;

/**
 * Nodes that run the rules which people make with `rules`: each with its own memory of states and its own list of rules, which is some
 * seconds old, as in a host. All rules are in one slice, which nodes claim in turn.
 */
export function openNodes(world: World, slice: string) {
  const { clock, state, feed } = world;
  let epoch = 0;
  const newStates = () => createRuleStates(state, () => slice);
  const shown = newStates();
  const { repository } = fakeRepository();
  const rules = createRuleService({
    objects: createManagedObjects<StoredRule>({ type: 'siem-rule', noun: 'rule', repository, state, clock }),
    newId: () => 'unused',
    status: (rule) => shown.status(rule),
    summary: () => '',
    validate: async (rule) => rule,
    forget: (id) => shown.forget(id),
    feed,
  });

  function newNode() {
    /** Done once, when the node begins its next search. */
    let meanwhile: (() => Promise<unknown>) | undefined;
    const search: Search = {
      ...world.search,
      async msearch(...call) {
        const answers = await world.search.msearch(...call);
        const now = meanwhile;
        meanwhile = undefined;
        await now?.();
        return answers;
      },
    };
    const jobs = createRuleJobs({
      rules,
      evaluator: world.evaluator({ search, states: newStates(), rules }),
      sliceOf: () => 0,
      clock,
    });
    return {
      /** Reads the list of rules unless it knows one that is young enough. */
      look: () => jobs(),
      /** A run of the slice; `change` befalls the rules while the first search is under way. */
      async run(change?: () => Promise<unknown>) {
        meanwhile = change;
        const signal = new AbortController().signal;
        for (const job of await jobs()) await job.run({ epoch: ++epoch, signal, isHeld: async () => true });
        const left = meanwhile;
        meanwhile = undefined;
        await left?.();
      },
    };
  }

  return { rules, newNode };
}
