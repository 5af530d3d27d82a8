import type { RunnableRule } from '../manage/rules';
import { SiemError } from '../errors';
import type { ValueList, ValueLists } from '../ports';
import { type Clause, compileQuery, luceneClause } from './compile_query';
import type { RuleType } from './rule_type';

/** A rule with its queries compiled and the value lists it names at hand, so that judging it needs nothing from elsewhere. */
export interface PreparedRule {
  /** What the rule's query and filters leave, without a time. */
  query: Clause;
  clause(query: string): Clause;
  list(name: string): ValueList;
}

/** Fails with `query_invalid` where a query cannot be compiled, with `invalid_input` where it or the params name a list that is not there. */
export async function prepareRule(
  rule: Pick<RunnableRule, 'query' | 'filters' | 'params'>,
  type: RuleType,
  lists: ValueLists,
): Promise<PreparedRule> {
  const named = new Map<string, ValueList>();
  for (const name of listsOfParams(rule.params, type)) {
    const list = await lists.get(name);
    if (!list) {
      throw new SiemError(
        'invalid_input',
        `There is no list "${name}"; make it on the Lists page or choose another.`,
      );
    }
    named.set(name, list);
  }
  return {
    query: compileQuery(rule),
    clause: luceneClause,
    list(name) {
      const list = named.get(name);
      if (!list) throw new Error(`The list "${name}" was not prepared.`);
      return list;
    },
  };
}

function listsOfParams(params: RunnableRule['params'], { fields }: RuleType): string[] {
  return fields
    .filter((field) => field.type === 'value_lists')
    .flatMap(({ name }) => (params[name] as string[] | undefined) ?? []);
}
