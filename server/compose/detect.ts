import { createAlertWriter } from '../adapters/opensearch/alert_writer';
import { createRuleLog } from '../adapters/opensearch/rule_log';
import { createSampleMatcher } from '../adapters/opensearch/sample_matcher';
import { createEvaluator } from '../core/detect/evaluate_rules';
import type { AlertNotifier } from '../core/detect/ports';
import { createRuleJobs } from '../core/detect/rule_jobs';
import { createRuleStates } from '../core/detect/rule_states';
import { ruleTypes } from '../core/detect/rule_types';
import { mayMatch, OWN_INDICES, patternsOf } from '../core/detect/index_patterns';
import { createRuleValidator } from '../core/detect/validate_rule';
import type { StoredRule } from '../core/manage/rules';
import { logTypes } from '../core/ingest/log_types';
import { searchableFields } from '../core/ingest/searchable_fields';
import { createRuleService } from '../core/manage/rules';
import type { IndexField, ValueLists } from '../core/ports';
import { sliceOf } from '../core/schedule/slices';
import { SIEM_RULE_TYPE } from '../saved_objects';
import type { Foundation } from './foundation';

/** From events to alerts: rules and their evaluator. */
export function composeDetect(
  { clock, newId, logger, client, state, search, feed, managed }: Foundation,
  { notifier, lists }: { notifier: AlertNotifier; lists: ValueLists },
) {
  const states = createRuleStates(state, sliceOf);
  const samples = createSampleMatcher(client, () => clock.now());
  const validate = createRuleValidator({ ruleTypes, lists, clock, samples, declaredFields });
  const rules = createRuleService({
    objects: managed<StoredRule>(SIEM_RULE_TYPE, 'rule'),
    newId,
    status: (rule) => states.status(rule),
    summary: (rule) => ruleTypes.get(rule.type).summary(rule, rule.params),
    validate,
    forget: (id) => states.forget(id),
    feed,
  });
  const evaluator = createEvaluator({
    rules,
    search,
    alerts: createAlertWriter(client),
    notifier,
    feed,
    states,
    ruleTypes,
    lists,
    log: createRuleLog(client, logger),
    clock,
    logger,
  });
  return {
    author: { ruleTypes, lists, clock, validate, declaredFields },
    rules,
    runsOf: async (id: string) => states.recent(await rules.get(id)),
    jobs: createRuleJobs({ rules, evaluator, sliceOf, clock }),
  };
}

/** Fields of the log types whose events a pattern can find. */
function declaredFields(pattern: string): IndexField[] {
  const patterns = patternsOf(pattern);
  return logTypes.all
    .filter(({ id }) => patterns.some((part) => mayMatch(part, `${OWN_INDICES}${id}-`)))
    .flatMap(searchableFields);
}
