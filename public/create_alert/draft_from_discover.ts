import type { RuleDraft } from '../../common/rule_draft';
import type {
  DiscoverFilter,
  DiscoverQuery,
  IndexPattern,
  TimeRange,
} from '../../types/opensearch_dashboards_public';

/** What Discover shows at the moment of the click. */
export interface DiscoverState {
  query: DiscoverQuery;
  filters: DiscoverFilter[];
  time: TimeRange;
  indexPattern: IndexPattern;
}

/** Why a page of Discover cannot become a rule. */
export type DraftProblem = 'other_language' | 'other_cluster' | 'no_time_field' | 'bad_query';

export class DraftError extends Error {
  constructor(
    readonly problem: DraftProblem,
    message: string,
  ) {
    super(message);
  }
}

type DqlCompiler = (dql: string, indexPattern: IndexPattern) => Record<string, unknown>;

/**
 * The rule draft that means what the page of Discover means. A DQL query becomes a filter, compiled here because the
 * server cannot compile DQL; a Lucene query stays text, for people to edit.
 * @throws DraftError when the page cannot become a rule
 */
export function draftFromDiscover(state: DiscoverState, compileDql: DqlCompiler): RuleDraft {
  const { indexPattern, time } = state;
  if (indexPattern.dataSourceRef) {
    throw new DraftError('other_cluster', `${indexPattern.title} is on another cluster.`);
  }
  if (!indexPattern.timeFieldName) {
    throw new DraftError('no_time_field', `${indexPattern.title} has no time field.`);
  }
  const { text, filter } = convertQuery(state, compileDql);
  const filters = state.filters.map(({ $state: _, ...rest }) => rest);
  return {
    query: text,
    filters: filter ? [...filters, filter] : filters,
    indexPattern: { title: indexPattern.title, timeField: indexPattern.timeFieldName },
    time: { from: time.from, to: time.to },
  };
}

function convertQuery(
  { query: { language, query }, indexPattern }: DiscoverState,
  compileDql: DqlCompiler,
): { text: string; filter?: DiscoverFilter } {
  // Saved searches of old hold query DSL in the place of text.
  if (typeof query !== 'string') return { text: '', filter: customFilter('Query DSL', query) };
  const text = query.trim();
  if (language === 'lucene') return { text };
  if (language !== 'kuery') throw new DraftError('other_language', language);
  if (text === '') return { text: '' };
  try {
    return { text: '', filter: customFilter(`DQL: ${text}`, compileDql(text, indexPattern)) };
  } catch (error) {
    throw new DraftError('bad_query', error instanceof Error ? error.message : String(error));
  }
}

function customFilter(alias: string, query: Record<string, unknown>): DiscoverFilter {
  return { meta: { alias, disabled: false, negate: false, type: 'custom', key: 'query' }, query };
}
