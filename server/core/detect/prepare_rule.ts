import type { RuleInput } from '../../../common/rule';
import type { ValueList, ValueLists } from '../ports';
import { type Clause, compileFilters } from './clauses';
import { compileText } from './query/compile_text';
import { findLists } from './query/find_lists';
import { listsOfQuery } from './query/list_references';
import { queryContext } from './query/query_context';
import { queriesOf } from './rule_queries';
import type { RuleType } from './rule_type';

/** A rule with its queries compiled and the value lists it names at hand, so that judging it needs nothing from elsewhere. */
export interface PreparedRule {
  /** What the rule's query, filters and exceptions leave, without a time. */
  query: Clause;
  clause(query: string): Clause;
  list(name: string): ValueList;
  /** Until when it is good, epoch milliseconds: an exception ends then. */
  until: number;
  /** Another one whenever a list it uses changes. */
  revision: string;
}

type Rule = Pick<
  RuleInput,
  'index' | 'language' | 'query' | 'filters' | 'exceptions' | 'params' | 'timeZone'
>;

/**
 * Fails with `query_invalid` where a query cannot be compiled, naming its place, and with `invalid_input` where a query or the params name
 * a list that is not there. `now` decides which exceptions have ended, epoch milliseconds.
 */
export async function prepareRule(
  rule: Rule,
  type: RuleType,
  lists: ValueLists,
  now: number,
): Promise<PreparedRule> {
  const queries = queriesOf(rule, type);
  const named = await findLists(
    [...listsOfParams(rule, type), ...queries.flatMap(({ text }) => listsOfQuery(text))],
    lists,
  );
  const context = queryContext(named, {
    fieldTypes: new Map(Object.entries(rule.index.fieldTypes ?? {})),
    timeZone: rule.timeZone,
  });
  // Each once: a query may name lists of 100,000 values, and is asked for at every judging.
  const compiled = new Map(
    queries.map(({ place, text }) => [text, compileText(text, rule.language, context, place)]),
  );
  const clause = (query: string) => compiled.get(query) ?? compileText(query, rule.language, context);

  const standing = (rule.exceptions ?? []).filter(
    ({ expiresAt }) => !(expiresAt && Date.parse(expiresAt) <= now),
  );
  const { filter, must_not } = compileFilters(rule.filters);
  return {
    query: {
      bool: {
        filter: [clause(rule.query), ...filter],
        must_not: [...must_not, ...standing.map(({ query }) => clause(query))],
      },
    },
    clause,
    list(name) {
      const found = named.get(name);
      if (!found) throw new Error(`The list "${name}" was not prepared.`);
      return found;
    },
    until: Math.min(...standing.flatMap(({ expiresAt }) => (expiresAt ? Date.parse(expiresAt) : []))),
    revision: [...named.values()].map(({ name, revision }) => `${name}=${revision}`).join(','),
  };
}

function listsOfParams({ params }: Rule, { fields }: RuleType): string[] {
  return fields
    .filter((field) => field.type === 'value_lists')
    .flatMap(({ name }) => (params[name] as string[] | undefined) ?? []);
}
