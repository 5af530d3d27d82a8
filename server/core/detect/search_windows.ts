import type { FieldValues } from '../../../common/field';
import { asSiemError } from '../errors';
import type { RunnableRule } from '../manage/rules';
import type { Search } from '../ports';
import { compileQuery } from './compile_query';
import type { Finding, RuleType, SearchPart, Windows } from './rule_type';
import { spansOf } from './windows';

/** Few enough that one slow search holds up few others, enough that the way there costs nothing (measured). */
const SEARCHES_PER_CALL = 50;
const TIMEOUT = '60s';

/** A rule, and the windows in which it has to be searched. */
export interface PlannedSearch {
  rule: RunnableRule;
  type: RuleType;
  params: FieldValues;
  windows: Windows;
  ends: Set<number>;
}

/** What fired in each of the planned windows, or why a rule could not be searched, in the order of `planned`. */
export async function searchWindows(
  search: Search,
  planned: readonly PlannedSearch[],
  signal: AbortSignal,
): Promise<Array<Finding[] | Error>> {
  const results: Array<Finding[] | Error> = planned.map(() => []);
  let pending = planned.map(({ type, params, windows }, index) => ({
    index,
    part: type.search(params, windows),
  }));

  while (pending.length > 0) {
    const next: typeof pending = [];
    for (let start = 0; start < pending.length; start += SEARCHES_PER_CALL) {
      const chunk = pending.slice(start, start + SEARCHES_PER_CALL);
      const answers = await searchChunk(search, planned, chunk, signal);
      chunk.forEach(({ index }, place) => {
        const outcome = evaluate(planned[index] as PlannedSearch, answers[place]);
        const sofar = results[index];
        if (outcome instanceof Error) results[index] = outcome;
        else if (Array.isArray(sofar)) {
          for (const finding of outcome.findings) sofar.push(finding);
          if (outcome.next) next.push({ index, part: outcome.next });
        }
      });
    }
    pending = next;
  }
  return results;
}

async function searchChunk(
  search: Search,
  planned: readonly PlannedSearch[],
  chunk: ReadonlyArray<{ index: number; part: SearchPart }>,
  signal: AbortSignal,
) {
  const requests = chunk.map(({ index, part }) => {
    const { rule, windows, ends } = planned[index] as PlannedSearch;
    const query = compileQuery(rule, spansOf(ends, windows));
    return {
      index: rule.index.title,
      body: { size: 0, track_total_hits: false, timeout: TIMEOUT, query, ...part },
    };
  });
  try {
    return await search.msearch(requests, signal);
  } catch (error) {
    signal.throwIfAborted();
    return chunk.map(() => asSiemError(error));
  }
}

/** A rule type that throws at an answer is a mistake of ours, and must not stop the other rules. */
function evaluate(
  { type, params, windows, ends }: PlannedSearch,
  answer: Awaited<ReturnType<Search['msearch']>>[number] | undefined,
): { findings: Finding[]; next?: SearchPart } | Error {
  if (answer === undefined || answer instanceof Error) return answer ?? new Error('no answer');
  try {
    const { findings, next } = type.evaluate(params, answer.aggregations, windows);
    return { findings: findings.filter(({ window }) => ends.has(window.to)), next };
  } catch (error) {
    return asSiemError(error);
  }
}
