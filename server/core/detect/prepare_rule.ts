import { QueryError } from '../../../common/query/query_error';
import type { RuleInput } from '../../../common/rule';
import { SiemError } from '../errors';
import type { ValueList, ValueLists } from '../ports';
import { type Clause, compileFilters } from './compile_query';
import { listClause } from './list_clause';
import { BUILT_IN_LISTS } from './query/built_in_lists';
import { compileDql } from './query/compile_dql';
import { compileLucene } from './query/compile_lucene';
import { listsOfQuery, referencedList } from './query/list_references';
import type { QueryContext } from './query/query_context';
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
  const named = await listsOf(rule, type, lists);
  const list = (name: string): ValueList => {
    const found = named.get(name);
    if (!found) throw new Error(`The list "${name}" was not prepared.`);
    return found;
  };
  const context: QueryContext = {
    fieldTypes: new Map(Object.entries(rule.index.fieldTypes ?? {})),
    timeZone: rule.timeZone,
    list(field, value) {
      const name = referencedList(value);
      return name === undefined ? undefined : listClause(field, list(name));
    },
  };
  const compile = rule.language === 'kuery' ? compileDql : compileLucene;
  const clause = (query: string) => compile(query, context);

  const standing = (rule.exceptions ?? []).filter(
    ({ expiresAt }) => !(expiresAt && Date.parse(expiresAt) <= now),
  );
  for (const { place, text } of queriesOf(rule, type)) tryCompiling(place, () => clause(text));
  const { filter, must_not } = compileFilters(rule.filters);
  return {
    query: {
      bool: {
        filter: [clause(rule.query), ...filter],
        must_not: [...must_not, ...standing.map(({ query }) => clause(query))],
      },
    },
    clause,
    list,
    until: Math.min(...standing.flatMap(({ expiresAt }) => (expiresAt ? Date.parse(expiresAt) : []))),
    revision: [...named.values()].map(({ name, revision }) => `${name}=${revision}`).join(','),
  };
}

async function listsOf(rule: Rule, type: RuleType, lists: ValueLists): Promise<Map<string, ValueList>> {
  const named = new Map<string, ValueList>();
  const names = type.fields
    .filter((field) => field.type === 'value_lists')
    .flatMap(({ name }) => (rule.params[name] as string[] | undefined) ?? []);
  for (const { text } of queriesOf(rule, type)) names.push(...listsOfQuery(text));
  for (const name of new Set(names)) {
    const list = BUILT_IN_LISTS.get(name) ?? (await lists.get(name));
    if (!list) {
      throw new SiemError(
        'invalid_input',
        `There is no list "${name}"; make it on the Lists page, or choose another.`,
      );
    }
    named.set(name, list);
  }
  return named;
}

function tryCompiling(place: string, compile: () => unknown): void {
  try {
    compile();
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new SiemError('query_invalid', `${place}: at character ${error.at + 1}: ${error.message}.`, {
      cause: error,
    });
  }
}
