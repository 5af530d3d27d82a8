import type { Clause } from '../compile_query';

/** What a query means besides its text. */
export interface QueryContext {
  /** OpenSearch's types of the fields of the rule's index pattern, by name; as far as the query mentions them. */
  fieldTypes: ReadonlyMap<string, string>;
  /** Of dates that say none, such as `Europe/Berlin`; UTC unless given. */
  timeZone?: string;
  /** The clause of a value that stands for a list, such as `"@blocklist"`; undefined for any other value. */
  list(field: string, value: string): Clause | undefined;
}
