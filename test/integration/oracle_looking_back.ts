import { durationMs } from '../../common/duration';
import type { Random } from '../../common/random';
import { ruleTypes } from '../../server/core/detect/rule_types';
import { NAIVE_KINDS, type NaiveRule } from './naive_rules';
import { MINUTE, type OracleKind, quiet, randomEvent } from './oracle_rule';

const WEEK = 10_080 * MINUTE;
/** An alert lists its last hundred windows; those of a day without events must be fewer. */
const SHORTEST_BY_THE_CLOCK = 30 * MINUTE;

/** Rules that `rule_history.test.ts` holds to the same plain code, here with the order in which events arrive. */
function lookingBack(
  name: string,
  make: (random: Random) => NaiveRule,
  { byTheClock, past }: { byTheClock: boolean; past?: OracleKind['past'] },
): OracleKind {
  return {
    name,
    onlyAdds: name === 'sequence',
    ...(past && { past }),
    make(random) {
      for (;;) {
        const { type: id, params, interval, fires } = make(random);
        const type = ruleTypes.get(id);
        const delay = type.judgedAfter?.(params);
        const every = durationMs(interval);
        if ((delay !== undefined) !== byTheClock || (byTheClock && every < SHORTEST_BY_THE_CLOCK)) continue;
        return {
          rule: { type: id, params, interval, ...quiet(random) },
          windows: {
            length: durationMs(type.windowOf(params, interval)),
            every,
            ...(delay !== undefined && { judgedAfter: durationMs(delay) }),
          },
          fires,
        };
      }
    },
  };
}

/** At the same time of day in the weeks before, and one event that is older still. */
const lastWeeks: OracleKind['past'] = (random, start) => [
  randomEvent(random, start - 5 * WEEK),
  ...Array.from({ length: random.integer(40, 150) }, () =>
    randomEvent(random, start - random.integer(1, 4) * WEEK + random.integer(-360, 120) * MINUTE),
  ),
];

export const LOOKING_BACK: OracleKind[] = [
  lookingBack('sequence', NAIVE_KINDS.sequence, { byTheClock: false }),
  lookingBack('sequence with nothing after it', NAIVE_KINDS.sequence, { byTheClock: true }),
  lookingBack('baseline above', NAIVE_KINDS.baseline, { byTheClock: false, past: lastWeeks }),
  lookingBack('baseline below', NAIVE_KINDS.baseline, { byTheClock: true, past: lastWeeks }),
];
