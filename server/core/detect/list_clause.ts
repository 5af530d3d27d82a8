import type { ValueList } from '../ports';
import type { Clause } from './compile_query';

/** OpenSearch takes at most 65,536 values (`index.max_terms_count`) in one `terms` query. */
const TERMS_AT_ONCE = 60_000;

/** Events whose `field` holds an entry of the list; an empty list finds none. Addresses may be CIDR blocks. */
export function listClause(field: string, { entries }: Pick<ValueList, 'entries'>): Clause {
  const should: Clause[] = [];
  for (let start = 0; start < entries.length; start += TERMS_AT_ONCE) {
    should.push({ terms: { [field]: entries.slice(start, start + TERMS_AT_ONCE) } });
  }
  return should.length === 1
    ? (should[0] as Clause)
    : { bool: { should: should.length > 0 ? should : [{ match_none: {} }], minimum_should_match: 1 } };
}
