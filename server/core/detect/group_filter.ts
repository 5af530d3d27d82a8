import type { Clause } from './compile_query';
import type { GroupValue } from './rule_type';

/** OpenSearch takes 65,536 terms in one clause. */
const MOST_TERMS = 10_000;
/** It takes 1,024 clauses in one query, those of the rule's own query included. */
const MOST_CLAUSES = 700;

/** Cuts groups of the same fields into parts that one search can be restricted to. */
export function groupChunks<T extends { group: GroupValue[] }>(groups: readonly T[]): T[][] {
  const fields = groups[0]?.group.length ?? 0;
  const size = fields <= 1 ? MOST_TERMS : Math.floor(MOST_CLAUSES / fields);
  const chunks: T[][] = [];
  for (let start = 0; start < groups.length; start += size) chunks.push(groups.slice(start, start + size));
  return chunks;
}

/** Events of any of the groups, at most one chunk of them; a missing value is met by events without the field. */
export function groupsClause(groups: ReadonlyArray<readonly GroupValue[]>): Clause {
  const first = groups[0];
  if (!first || first.length === 0) return { match_all: {} };
  const [only, ...others] = first;
  if (only && others.length === 0)
    return termsClause(
      only.field,
      groups.map(([one]) => one?.value ?? null),
    );
  return anyOf(
    groups.map((group) => ({
      bool: { filter: group.map(({ field, value }) => termsClause(field, [value])) },
    })),
  );
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
