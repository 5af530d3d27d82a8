import type { Clause } from './clauses';
import type { GroupValue } from './rule_type';

/** OpenSearch takes 65,536 terms in one clause. */
const MOST_GROUPS = 10_000;
/** It takes 1,024 clauses in one query, those of the rule's own query included. */
const MOST_CLAUSES = 700;

/** Cuts groups of the same fields into parts that one search can be restricted to, to exactly those or at least to their values. */
export function groupChunks<T extends { group: GroupValue[] }>(
  groups: readonly T[],
  how: 'exactly' | 'roughly',
): T[][] {
  const fields = groups[0]?.group.length ?? 0;
  const size = how === 'roughly' || fields <= 1 ? MOST_GROUPS : Math.floor(MOST_CLAUSES / fields);
  const chunks: T[][] = [];
  for (let start = 0; start < groups.length; start += size) chunks.push(groups.slice(start, start + size));
  return chunks;
}

/**
 * Events of any of the groups, at most one chunk of them; a missing value is met by events without the field. With several fields and many
 * groups, events of other combinations of the same values are let through too: clauses for each group would cost far more.
 */
export function groupsClause(groups: ReadonlyArray<{ group: readonly GroupValue[] }>): Clause {
  const fields = groups[0]?.group.map(({ field }) => field) ?? [];
  if (fields.length > 1 && groups.length * fields.length <= MOST_CLAUSES) {
    return anyOf(
      groups.map(({ group }) => ({
        bool: { filter: group.map(({ field, value }) => termsClause(field, [value])) },
      })),
    );
  }
  const filter = fields.map((field, place) => {
    const values = groups.map(({ group }) => group[place]?.value ?? null);
    return termsClause(field, [...new Set(values)]);
  });
  return { bool: { filter } };
}

function termsClause(field: string, values: ReadonlyArray<GroupValue['value']>): Clause {
  const present = values.filter((value) => value !== null);
  const missing = { bool: { must_not: [{ exists: { field } }] } };
  if (present.length === values.length) return { terms: { [field]: present } };
  return present.length === 0 ? missing : anyOf([{ terms: { [field]: present } }, missing]);
}

/** Events that meet at least one of the clauses. */
export function anyOf(clauses: readonly Clause[]): Clause {
  return { bool: { should: clauses, minimum_should_match: 1 } };
}
