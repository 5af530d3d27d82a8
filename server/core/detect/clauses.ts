/** Query DSL of OpenSearch. */
export type Clause = Record<string, unknown>;

interface Filter extends Clause {
  meta?: { disabled?: boolean; negate?: boolean };
  query?: Clause;
}

export interface TimeSpan {
  /** Epoch milliseconds; `from` belongs to the span, `to` does not. */
  from: number;
  to: number;
}

/** OSD's filters as query DSL, meaning what they mean in Discover (`buildQueryFromFilters` of OSD's data plugin). */
export function compileFilters(filters: readonly Record<string, unknown>[]): {
  filter: Clause[];
  must_not: Clause[];
} {
  const enabled = (filters as readonly Filter[]).filter(({ meta }) => !meta?.disabled);
  return {
    filter: enabled.filter(({ meta }) => !meta?.negate).map(clauseOf),
    must_not: enabled.filter(({ meta }) => meta?.negate).map(clauseOf),
  };
}

/** What OSD keeps beside the DSL (`meta`, `$state`) is dropped; the DSL is the rest, or under `query`. */
function clauseOf(filter: Filter): Clause {
  const { meta: _meta, $state: _state, query, ...rest } = filter;
  return phraseOf(query ?? rest);
}

/** Filters of old saved objects spell `match_phrase` as a `match` of the type phrase, which OpenSearch no longer knows. */
function phraseOf(clause: Clause): Clause {
  const [field, options] = Object.entries((clause.match as Clause | undefined) ?? {})[0] ?? [];
  if (field === undefined || typeof options !== 'object' || options === null) return clause;
  const { type, ...others } = options as Clause;
  return type === 'phrase' ? { match_phrase: { [field]: others } } : clause;
}

/** Events whose `field` lies in one of the spans. */
export function timeClause(field: string, spans: readonly TimeSpan[]): Clause {
  const ranges = spans.map(({ from, to }) => ({
    range: { [field]: { gte: from, lt: to, format: 'epoch_millis' } },
  }));
  return ranges.length === 1 ? (ranges[0] as Clause) : { bool: { should: ranges, minimum_should_match: 1 } };
}
