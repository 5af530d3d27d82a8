import { type EventFilter, filterQueries } from '../../../common/event_filter';
import type { QueryLanguage } from '../../../common/rule';
import type { Clause } from '../detect/clauses';
import { compileText } from '../detect/query/compile_text';
import { findLists } from '../detect/query/find_lists';
import { listsOfQuery } from '../detect/query/list_references';
import { queryContext } from '../detect/query/query_context';
import type { IndexField, ValueLists } from '../ports';

export interface EventQueryParts {
  lists: ValueLists;
  /** What is known of the fields that are searched. */
  fields: ReadonlyArray<Pick<IndexField, 'name' | 'type'>>;
}

interface EventQuery {
  query: string;
  language?: QueryLanguage;
  filters?: readonly EventFilter[];
}

/**
 * What a person asks of events or alerts, by search box and filters, as query DSL; value lists may stand in the query as they may in a rule's. Fails
 * with `query_invalid`, or `invalid_input` where it names a list that is not there.
 */
export async function compileEventQuery(
  { query, language = 'lucene', filters = [] }: EventQuery,
  parts: EventQueryParts,
): Promise<Clause> {
  const context = queryContext(await findLists(listsOfQuery(query), parts.lists), {
    fieldTypes: new Map(parts.fields.map(({ name, type }) => [name, type])),
  });
  const { all, none } = filterQueries(filters);
  const asked = query.trim() === '' ? [] : [compileText(query, language, context)];
  return {
    bool: { filter: [...asked, ...all.map(luceneClause)], must_not: none.map(luceneClause) },
  };
}

/** Query DSL for Lucene that we have written. */
export function luceneClause(query: string): Clause {
  return { query_string: { query, analyze_wildcard: true } };
}
