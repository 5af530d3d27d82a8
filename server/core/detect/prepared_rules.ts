import type { RunnableRule } from '../manage/rules';
import type { Clock, ValueLists } from '../ports';
import { prepareRule, type PreparedRule } from './prepare_rule';
import type { RuleType } from './rule_type';

interface Kept {
  rule: RunnableRule;
  type: RuleType;
  prepared: PreparedRule;
}

/**
 * Prepares rules once and again only when the rule, a list it uses or the standing of an exception has changed. A rule made with the id of
 * a deleted one is another rule, though both have a first version.
 */
export function createPreparedRules({ lists, clock }: { lists: ValueLists; clock: Clock }) {
  const kept = new Map<string, Kept>();

  function isSame(
    { rule: known, type: knownType, prepared }: Kept,
    rule: RunnableRule,
    type: RuleType,
  ): boolean {
    if (known.version !== rule.version || known.createdAt !== rule.createdAt) return false;
    return knownType === type && prepared.until > clock.now();
  }

  async function hasItsLists({ prepared }: Kept): Promise<boolean> {
    for (const used of prepared.revision.split(',')) {
      const name = used.slice(0, Math.max(0, used.lastIndexOf('=')));
      const list = name ? await lists.get(name) : undefined;
      if (list && `${name}=${list.revision}` !== used) return false;
    }
    return true;
  }

  async function prepareAnew(rule: RunnableRule, type: RuleType): Promise<PreparedRule> {
    const prepared = await prepareRule(rule, type, lists, clock.now());
    kept.set(rule.id, { rule, type, prepared });
    return prepared;
  }

  return (rule: RunnableRule, type: RuleType): PreparedRule | Promise<PreparedRule> => {
    const known = kept.get(rule.id);
    if (!known || !isSame(known, rule, type)) return prepareAnew(rule, type);
    // At once for most, which use no list: this is asked of each rule at each pass.
    if (known.prepared.revision === '') return known.prepared;
    return hasItsLists(known).then((has) => (has ? known.prepared : prepareAnew(rule, type)));
  };
}
