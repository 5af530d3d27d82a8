import type { ValueList } from '../../ports';
import type { Clause } from '../clauses';
import { listClause } from '../list_clause';
import { referencedList } from './list_references';

/** What a query means besides its text. */
export interface QueryContext {
  /** OpenSearch's types of the fields of the index pattern, by name; as far as the query mentions them. */
  fieldTypes: ReadonlyMap<string, string>;
  /** Of dates that say none, such as `Europe/Berlin`; UTC unless given. */
  timeZone?: string;
  /** The clause of a value that stands for a list, such as `"@blocklist"`; undefined for any other value. */
  list(field: string, value: string): Clause | undefined;
}

/** `lists`: all that the query names. */
export function queryContext(
  lists: ReadonlyMap<string, ValueList>,
  rest: Pick<QueryContext, 'fieldTypes' | 'timeZone'>,
): QueryContext {
  return {
    ...rest,
    list(field, value) {
      const list = lists.get(referencedList(value) ?? '');
      return list && listClause(field, list);
    },
  };
}
