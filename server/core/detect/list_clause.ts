import type { ValueList } from '../ports';
import { blocksOf, mergeRanges, parseRanges } from './address_ranges';
import type { Clause } from './clauses';

/** OpenSearch takes at most 65,536 values (`index.max_terms_count`) in one `terms` query. */
const TERMS_AT_ONCE = 60_000;
/** Each block is a clause of its own to OpenSearch before 2.19, which takes 1,024 in one query. */
const MANY_BLOCKS = 500;

/** Events whose `field` holds an entry of the list; an empty list finds none. Addresses may be CIDR blocks. */
export function listClause(field: string, { entries }: Pick<ValueList, 'entries'>): Clause {
  const values = inFewBlocks(entries);
  const should: Clause[] = [];
  for (let start = 0; start < values.length; start += TERMS_AT_ONCE) {
    should.push({ terms: { [field]: values.slice(start, start + TERMS_AT_ONCE) } });
  }
  return should.length === 1
    ? (should[0] as Clause)
    : { bool: { should: should.length > 0 ? should : [{ match_none: {} }], minimum_should_match: 1 } };
}

/** The same addresses, neighbouring blocks in one where there are many; what is no block stays as it is. */
function inFewBlocks(entries: readonly string[]): readonly string[] {
  const ranges = entries.flatMap((entry) => (entry.includes('/') ? (parseRanges(entry) ?? []) : []));
  if (ranges.length < MANY_BLOCKS) return entries;
  return [
    ...entries.filter((entry) => !(entry.includes('/') && parseRanges(entry))),
    ...mergeRanges(ranges).flatMap(blocksOf),
  ];
}
