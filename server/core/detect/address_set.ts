import type { ValueList } from '../ports';
import {
  type AddressRange,
  coverRanges,
  formatAddress,
  holdsAddress,
  isIpv4,
  mergeRanges,
  parseAddress,
  parseRanges,
} from './address_ranges';
import type { Clause } from './clauses';
import { listClause } from './list_clause';

/** A range counts as two clauses, of which OpenSearch takes 1,024 in one query, those of the rule's own query included. */
const MOST_BLOCKS = 400;
/** Where there are more, small ones are written out as addresses, which `terms` takes by the ten thousands. */
const WRITTEN_OUT = 256;
const MOST_WRITTEN_OUT = 100_000;

/** Many addresses and CIDR blocks, as a query and as an exact test. */
export interface AddressSet {
  readonly size: number;
  /** Values in its queries. */
  readonly filterValues: number;
  has(address: string): boolean;
  /** Events whose `field` has an address of the set; where there are very many blocks also some that have none. */
  within(field: string): Clause;
  /** Events whose `field` has no address of the set, several addresses in a field being all outside; where there are very many blocks also some others. */
  outside(field: string): Clause;
}

/** Making a set of 100,000 entries takes long enough to be noticed, so the sets used last are kept. */
const KEPT_SETS = 16;
const kept = new Map<string, AddressSet>();

/** The set of all entries of the lists; those that are no addresses are left out. */
export function addressSetOf(
  lists: ReadonlyArray<Pick<ValueList, 'name' | 'revision' | 'entries'>>,
): AddressSet {
  const key = JSON.stringify(lists.map(({ name, revision }) => [name, revision]));
  const set = kept.get(key) ?? makeSet(lists.flatMap(({ entries }) => entries));
  kept.delete(key);
  kept.set(key, set);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_SETS && oldest !== undefined) kept.delete(oldest);
  return set;
}

function makeSet(entries: readonly string[]): AddressSet {
  // Most entries by far are these, and need no reckoning.
  const plain = new Set<string>();
  const others: AddressRange[] = [];
  for (const entry of entries) {
    if (isIpv4(entry)) plain.add(entry);
    else others.push(...(parseRanges(entry) ?? []));
  }
  const merged = mergeRanges(others);
  const { addresses, blocks } = split(merged);
  const values = [...plain, ...addresses];
  const cover = coverRanges(blocks, MOST_BLOCKS).map(textOf);
  const greatest = bySize(blocks).slice(-MOST_BLOCKS).map(textOf);
  const anyOf = (field: string, ranges: ReadonlyArray<{ gte: string; lte: string }>): Clause => {
    const should = ranges.map((range): Clause => ({ range: { [field]: range } }));
    if (values.length > 0 || should.length === 0) should.push(listClause(field, { entries: values }));
    return { bool: { should, minimum_should_match: 1 } };
  };
  return {
    size: plain.size + merged.length,
    filterValues: values.length,
    has(address) {
      if (plain.has(address)) return true;
      const number = parseAddress(address);
      return number !== undefined && holdsAddress(merged, number);
    },
    within: (field) => anyOf(field, cover),
    outside: (field) => ({
      bool: { filter: [{ exists: { field } }], must_not: [anyOf(field, greatest)] },
    }),
  };
}

/** Single addresses, and ranges of several; small ranges become addresses while there are too many ranges. */
function split(merged: readonly AddressRange[]): { addresses: string[]; blocks: AddressRange[] } {
  const blocks = merged.filter(({ from, to }) => from < to);
  const addresses = merged.filter(({ from, to }) => from === to).map(({ from }) => formatAddress(from));
  if (blocks.length <= MOST_BLOCKS) return { addresses, blocks };
  const writtenOut = new Set<AddressRange>();
  let left = MOST_WRITTEN_OUT;
  for (const block of bySize(blocks).slice(0, blocks.length - MOST_BLOCKS)) {
    const size = sizeOf(block);
    if (size > WRITTEN_OUT || size > left) break;
    left -= size;
    for (let number = block.from; number <= block.to; number++) addresses.push(formatAddress(number));
    writtenOut.add(block);
  }
  return { addresses, blocks: blocks.filter((block) => !writtenOut.has(block)) };
}

/** The smallest first. */
function bySize(ranges: readonly AddressRange[]): AddressRange[] {
  return ranges
    .map((range) => ({ range, size: sizeOf(range) }))
    .sort((a, b) => a.size - b.size)
    .map(({ range }) => range);
}

/** Rounded where it is beyond counting. */
function sizeOf({ from, to }: AddressRange): number {
  return Number(to - from) + 1;
}

function textOf({ from, to }: AddressRange): { gte: string; lte: string } {
  return { gte: formatAddress(from), lte: formatAddress(to) };
}
