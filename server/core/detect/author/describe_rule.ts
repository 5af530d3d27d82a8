import type { DescribeBody, DescribeResponse } from '../../../../common/rule_description';
import { parseDuration } from '../../../../common/duration';
import { SiemError } from '../../errors';
import type { Clock } from '../../ports';
import type { Registry } from '../../registry';
import { checkShape } from '../check_shape';
import { parseCron } from '../cron';
import type { RuleType } from '../rule_type';

const TIMES = 3;

export interface DescribeParts {
  ruleTypes: Registry<RuleType>;
  clock: Clock;
}

/** What a rule will do and when, or what is missing for it to do anything; half a rule is no error here. */
export function describeRule({ ruleTypes, clock }: DescribeParts, rule: DescribeBody): DescribeResponse {
  if (parseDuration(rule.interval) === undefined) {
    return { runs: [], problems: ['interval: must be a duration such as 30s, 5m or 1h'] };
  }
  try {
    const type = ruleTypes.get(rule.type);
    const { params } = checkShape(rule, type);
    return {
      summary: type.summary(rule, params),
      runs: rule.cron === undefined ? [] : timesOf(rule.cron, clock.now()),
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof SiemError)) throw error;
    return { runs: [], problems: error.message.split(/; (?=[\w.]+: )/) };
  }
}

function timesOf(cron: string, now: number): string[] {
  const { next } = parseCron(cron);
  const times: number[] = [];
  while (times.length < TIMES) times.push(next(times[times.length - 1] ?? now));
  return times.map((time) => new Date(time).toISOString());
}
