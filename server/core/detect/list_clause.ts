import type { ValueList } from '../ports';
import { blocksOf, mergeRanges, parseRanges } from './address_ranges';
import type { Clause } from './clauses';

/** OpenSearch takes at most 65,536 values (`index.max_terms_count`) in one `terms` query. */
const TERMS_AT_ONCE = 60_000;
/** Each block is a clause of its own to OpenSearch before 2.19, which takes 1,024 in one query, and so is each address in the same `terms` as a block. */
const MANY_BLOCKS = 500;

/** Events whose `field` holds an entry of the list; an empty list finds none. Addresses may be CIDR blocks. */
export function listClause(field: string, { entries }: Pick<ValueList, 'entries'>): Clause {
  const plain = entries.filter((entry) => !entry.includes('/'));
  const slashed = entries.filter((entry) => entry.includes('/'));
  const should = [...inTerms(field, plain), ...inTerms(field, inFewBlocks(slashed))];
  return should.length === 1
    ? (should[0] as Clause)
    : { bool: { should: should.length > 0 ? should : [{ match_none: {} }], minimum_should_match: 1 } };
}

function inTerms(field: string, values: readonly string[]): Clause[] {
  const clauses: Clause[] = [];
  for (let start = 0; start < values.length; start += TERMS_AT_ONCE) {
    clauses.push({ terms: { [field]: values.slice(start, start + TERMS_AT_ONCE) } });
  }
  return clauses;
}

/** The same addresses, neighbouring blocks in one where there are many; what is no block stays as it is. */
function inFewBlocks(slashed: readonly string[]): readonly string[] {
  if (slashed.length < MANY_BLOCKS) return slashed;
  const ranges = slashed.flatMap((entry) => parseRanges(entry) ?? []);
  return [...slashed.filter((entry) => !parseRanges(entry)), ...mergeRanges(ranges).flatMap(blocksOf)];
}
