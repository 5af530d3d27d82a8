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

interface Searched {
  query: string;
  filters: readonly Record<string, unknown>[];
}

/**
 * The query of a rule as OpenSearch's DSL, meaning what the same query and filters mean in Discover (`buildOpenSearchQuery` of OSD's data
 * plugin). It has no time range.
 */
export function compileQuery({ query, filters }: Searched): Clause {
  const enabled = (filters as readonly Filter[]).filter(({ meta }) => !meta?.disabled);
  const filter = [luceneClause(query), ...enabled.filter(({ meta }) => !meta?.negate).map(clauseOf)];
  return { bool: { filter, must_not: enabled.filter(({ meta }) => meta?.negate).map(clauseOf) } };
}

/** `lenient` stays unset as in Discover: OpenSearch then searches a word without a field in every field, be it fit for it or not. */
export function luceneClause(query: string): Clause {
  return query.trim() === '' ? { match_all: {} } : { query_string: { query, analyze_wildcard: true } };
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
