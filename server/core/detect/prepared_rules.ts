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

  async function isGood({ rule: known, prepared }: Kept, rule: RunnableRule): Promise<boolean> {
    if (known.version !== rule.version || known.createdAt !== rule.createdAt) return false;
    if (prepared.until <= clock.now()) return false;
    if (prepared.revision === '') return true;
    for (const used of prepared.revision.split(',')) {
      const name = used.slice(0, Math.max(0, used.lastIndexOf('=')));
      const list = name ? await lists.get(name) : undefined;
      if (list && `${name}=${list.revision}` !== used) return false;
    }
    return true;
  }

  return async (rule: RunnableRule, type: RuleType): Promise<PreparedRule> => {
    const known = kept.get(rule.id);
    if (known?.type === type && (await isGood(known, rule))) return known.prepared;
    const prepared = await prepareRule(rule, type, lists, clock.now());
    kept.set(rule.id, { rule, type, prepared });
    return prepared;
  };
}
