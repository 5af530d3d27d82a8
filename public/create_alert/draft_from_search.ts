import type { QueryLanguage } from '../../common/rule';
import type { RuleDraft } from '../../common/rule_draft';
import type {
  DiscoverFilter,
  DiscoverQuery,
  IndexPattern,
  TimeRange,
} from '../../types/opensearch_dashboards_public';

/** A search as a page of the host shows it. */
export interface HostSearch {
  /** All of them must match: Discover has one, a panel its own and that of the dashboard. */
  queries: DiscoverQuery[];
  filters: DiscoverFilter[];
  time: TimeRange;
  /** Of dates in the queries, such as `Europe/Berlin`. */
  timeZone: string;
  indexPattern: Pick<IndexPattern, 'title' | 'timeFieldName' | 'dataSourceRef'>;
}

/** Why a search cannot become a rule. */
export type DraftProblem = 'other_language' | 'other_cluster' | 'no_time_field' | 'no_index_pattern';

export class DraftError extends Error {
  constructor(
    readonly problem: DraftProblem,
    /** What it is about: the language, the index pattern. */
    readonly subject: string,
  ) {
    super(`${problem}: ${subject}`);
  }
}

/**
 * The rule draft that means what the search means.
 * @throws DraftError when there is none
 */
export function draftFromSearch(search: HostSearch): RuleDraft {
  const { indexPattern, time, timeZone } = search;
  if (indexPattern.dataSourceRef) throw new DraftError('other_cluster', indexPattern.title);
  if (!indexPattern.timeFieldName) throw new DraftError('no_time_field', indexPattern.title);
  const { query, language, filters } = combine(search.queries, timeZone);
  return {
    query,
    language,
    filters: [...search.filters.map(({ $state: _, ...filter }) => filter), ...filters],
    indexPattern: { title: indexPattern.title, timeField: indexPattern.timeFieldName },
    time: { from: time.from, to: time.to },
    timeZone,
  };
}

interface TextQuery {
  text: string;
  language: QueryLanguage;
}

type Combined = Pick<RuleDraft, 'query' | 'filters'> & { language: QueryLanguage };

/** One query and filters that together match what all of `queries` match. */
function combine(queries: DiscoverQuery[], timeZone: string): Combined {
  const texts: TextQuery[] = [];
  const filters: DiscoverFilter[] = [];
  let language: QueryLanguage | undefined;
  for (const { language: name, query } of queries) {
    // Saved searches of old hold query DSL in the place of text.
    if (typeof query !== 'string') filters.push(customFilter('Query DSL', query));
    else {
      const text = query.trim();
      const known = languageOf(name);
      language ??= known;
      if (text !== '') texts.push({ text, language: known });
    }
  }
  const first = texts.find((other) => other.language === 'kuery') ?? texts[0];
  const same = texts.filter((other) => other.language === first?.language);
  // One rule has one language; Lucene is what query DSL can hold as it is.
  const others = texts.filter((other) => other.language !== first?.language);
  filters.push(...others.map(({ text }) => luceneFilter(text, timeZone)));
  return { query: joined(same), language: first?.language ?? language ?? 'lucene', filters };
}

function languageOf(name: string): QueryLanguage {
  if (name === 'lucene' || name === 'kuery') return name;
  throw new DraftError('other_language', name);
}

function joined(queries: TextQuery[]): string {
  const texts = [...new Set(queries.map(({ text }) => text))];
  if (texts.length < 2) return texts[0] ?? '';
  return texts.map((text) => `(${text})`).join(queries[0]?.language === 'kuery' ? ' and ' : ' AND ');
}

function luceneFilter(query: string, timeZone: string): DiscoverFilter {
  // The host's own settings for a Lucene query.
  const queryString = { query, analyze_wildcard: true, time_zone: timeZone };
  return customFilter(`Lucene: ${query}`, { query_string: queryString });
}

function customFilter(alias: string, query: Record<string, unknown>): DiscoverFilter {
  return { meta: { alias, disabled: false, negate: false, type: 'custom', key: 'query' }, query };
}
