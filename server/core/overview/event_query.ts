import { type EventFilter, filterQueries } from '../../../common/event_filter';
import { QueryError } from '../../../common/query/query_error';
import type { QueryLanguage } from '../../../common/rule';
import type { Clause } from '../detect/compile_query';
import { listClause } from '../detect/list_clause';
import { BUILT_IN_LISTS } from '../detect/query/built_in_lists';
import { compileDql } from '../detect/query/compile_dql';
import { compileLucene } from '../detect/query/compile_lucene';
import { listsOfQuery, referencedList } from '../detect/query/list_references';
import type { QueryContext } from '../detect/query/query_context';
import { SiemError } from '../errors';
import type { IndexField, ValueList, ValueLists } from '../ports';

export interface EventQueryParts {
  lists: ValueLists;
  /** What is known of the fields of events. */
  fields: readonly IndexField[];
}

interface EventQuery {
  query: string;
  language?: QueryLanguage;
  filters?: readonly EventFilter[];
}

/**
 * What a person asks of events, by search box and filters, as query DSL; value lists may stand in the query as they may in a rule's. Fails
 * with `query_invalid`, or `invalid_input` where it names a list that is not there.
 */
export async function compileEventQuery(
  { query, language = 'lucene', filters = [] }: EventQuery,
  parts: EventQueryParts,
): Promise<Clause> {
  const lists = await listsOf(query, parts.lists);
  const context: QueryContext = {
    fieldTypes: new Map(parts.fields.map(({ name, type }) => [name, type])),
    list(field, value) {
      const list = lists.get(referencedList(value) ?? '');
      return list && listClause(field, list);
    },
  };
  const { all, none } = filterQueries(filters);
  const asked = query.trim() === '' ? [] : [compile(query, language, context)];
  return {
    bool: { filter: [...asked, ...all.map(luceneClause)], must_not: none.map(luceneClause) },
  };
}

/** Query DSL for Lucene that we have written. */
export function luceneClause(query: string): Clause {
  return { query_string: { query, analyze_wildcard: true } };
}

function compile(query: string, language: QueryLanguage, context: QueryContext): Clause {
  try {
    return language === 'kuery' ? compileDql(query, context) : compileLucene(query, context);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new SiemError('query_invalid', `At character ${error.at + 1}: ${error.message}.`, { cause: error });
  }
}

async function listsOf(query: string, lists: ValueLists): Promise<Map<string, ValueList>> {
  const found = new Map<string, ValueList>();
  for (const name of listsOfQuery(query)) {
    const list = BUILT_IN_LISTS.get(name) ?? (await lists.get(name));
    if (!list) {
      throw new SiemError('invalid_input', `There is no list "${name}"; make it on the Lists page.`);
    }
    found.set(name, list);
  }
  return found;
}
