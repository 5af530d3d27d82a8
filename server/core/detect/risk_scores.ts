import { asSiemError, type SiemError } from '../errors';
import type { Search, SearchAnswer } from '../ports';
import { type Clause, timeClause } from './clauses';
import type { FoundWindow } from './found_window';
import type { GroupValue } from './rule_type';
import type { PlannedSearch } from './search_windows';

/** Findings of a run whose scores are asked for; further ones take the rule's own. */
const MOST_SCORED = 200;
const SEARCHES_PER_CALL = 50;

interface Scored {
  planned: PlannedSearch;
  /** The field whose greatest value is the score. */
  field: string;
  findings: FoundWindow[];
}

/**
 * Sets `riskScore` of the findings, from 0 to 100; one small search for each of them, since most runs have none. Tells for each of `scored`, in
 * order, what went wrong with one of its searches; that leaves the others alone.
 */
export async function addRiskScores(
  search: Search,
  scored: readonly Scored[],
  signal: AbortSignal,
): Promise<Array<SiemError | undefined>> {
  const errors = scored.map((): SiemError | undefined => undefined);
  const asked = scored.flatMap(({ planned, field, findings }, place) =>
    findings
      .slice(0, MOST_SCORED)
      .map((finding) => ({ place, finding, request: requestOf(planned, field, finding) })),
  );
  for (let start = 0; start < asked.length; start += SEARCHES_PER_CALL) {
    const chunk = asked.slice(start, start + SEARCHES_PER_CALL);
    const requests = chunk.map(({ request }) => request);
    const answers = await search
      .msearch(requests, signal)
      .catch((error: unknown) => chunk.map(() => asSiemError(error)));
    chunk.forEach(({ place, finding }, at) => {
      const answer = answers[at];
      if (answer instanceof Error) {
        errors[place] ??= asSiemError(answer);
        return;
      }
      const score = scoreIn(answer);
      if (score !== undefined) finding.riskScore = score;
    });
  }
  return errors;
}

function requestOf(
  { rule, prepared, windows }: PlannedSearch,
  field: string,
  { group, window }: FoundWindow,
) {
  const filter = [prepared.query, timeClause(windows.timeField, [window]), ...group.map(clauseOf)];
  const aggs = { score: { max: { field } } };
  return {
    index: rule.index.title,
    body: { size: 0, track_total_hits: false, query: { bool: { filter } }, aggs },
  };
}

function clauseOf({ field, value }: GroupValue): Clause {
  return value === null ? { bool: { must_not: { exists: { field } } } } : { term: { [field]: value } };
}

function scoreIn(answer: SearchAnswer | undefined): number | undefined {
  const value = (answer?.aggregations?.score as { value: number | null } | undefined)?.value;
  return typeof value === 'number' ? Math.round(Math.min(100, Math.max(0, value))) : undefined;
}
