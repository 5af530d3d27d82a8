import { createAlertWriter } from '../adapters/opensearch/alert_writer';
import { createEvaluator } from '../core/detect/evaluate_rules';
import type { AlertNotifier } from '../core/detect/ports';
import { createRuleJobs } from '../core/detect/rule_jobs';
import { createRuleStates } from '../core/detect/rule_state';
import { ruleTypes } from '../core/detect/rule_types';
import { createRuleValidator } from '../core/detect/validate_rule';
import type { StoredRule } from '../core/manage/rules';
import { createRuleService } from '../core/manage/rules';
import type { ValueLists } from '../core/ports';
import { sliceOf } from '../core/schedule/slices';
import { SIEM_RULE_TYPE } from '../saved_objects';
import type { Foundation } from './foundation';

/** From events to alerts: rules and their evaluator. */
export function composeDetect(
  { clock, newId, logger, client, state, search, feed, managed }: Foundation,
  { notifier, lists }: { notifier: AlertNotifier; lists: ValueLists },
) {
  const states = createRuleStates(state);
  const rules = createRuleService({
    objects: managed<StoredRule>(SIEM_RULE_TYPE, 'rule'),
    newId,
    status: (id) => states.status(id),
    summary: (rule) => ruleTypes.get(rule.type).summary(rule, rule.params),
    validate: createRuleValidator(ruleTypes, lists),
    forget: (id) => states.forget(id),
  });
  const evaluator = createEvaluator({
    search,
    alerts: createAlertWriter(client),
    notifier,
    feed,
    states,
    ruleTypes,
    lists,
    clock,
    logger,
  });
  return { rules, jobs: createRuleJobs({ rules, evaluator, sliceOf, clock }) };
}
