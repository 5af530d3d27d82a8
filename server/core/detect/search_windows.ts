import type { FieldValues } from '../../../common/field';
import { asSiemError } from '../errors';
import type { RunnableRule } from '../manage/rules';
import type { Search } from '../ports';
import { compileQuery } from './compile_query';
import type { Finding, RuleType, SearchPart, Windows } from './rule_type';
import { spansOf } from './windows';

/** Few enough that one slow search holds up few others, enough that the way there costs nothing (measured). */
const SEARCHES_PER_CALL = 50;
/** Further pages are large; this many fit into a small OpenSearch's memory. */
const PAGES_PER_CALL = 5;
const TIMEOUT = '60s';
const SHORTEST_PIECE = 3_600_000;

/** A rule, and the windows in which it has to be searched. */
export interface PlannedSearch {
  rule: RunnableRule;
  type: RuleType;
  params: FieldValues;
  windows: Windows;
  ends: Set<number>;
}

/** Windows of one rule that are searched together, and the part of the body that asks for the next page of them. */
interface Piece {
  index: number;
  planned: PlannedSearch;
  ends: Set<number>;
  part: SearchPart;
}

/** What fired in each of the planned windows, or why a rule could not be searched, in the order of `planned`. */
export async function searchWindows(
  search: Search,
  planned: readonly PlannedSearch[],
  signal: AbortSignal,
): Promise<Array<Finding[] | Error>> {
  const results: Array<Finding[] | Error> = planned.map(() => []);
  let pending = planned.flatMap(piecesOf);

  for (let atOnce = SEARCHES_PER_CALL; pending.length > 0; atOnce = PAGES_PER_CALL) {
    const next: Piece[] = [];
    for (let start = 0; start < pending.length; start += atOnce) {
      const chunk = pending.slice(start, start + atOnce);
      const answers = await searchChunk(search, chunk, signal);
      chunk.forEach((piece, place) => {
        const sofar = results[piece.index];
        if (!Array.isArray(sofar)) return;
        const outcome = evaluate(piece, answers[place]);
        if (outcome instanceof Error) {
          results[piece.index] = outcome;
          return;
        }
        for (const finding of outcome.findings) sofar.push(finding);
        if (outcome.next) next.push({ ...piece, part: outcome.next });
      });
    }
    pending = next.filter(({ index }) => Array.isArray(results[index]));
  }
  return results;
}

/** Each page of groups scans the piece's events again, so a long time is cut into pieces that are short. */
function piecesOf(planned: PlannedSearch, index: number): Piece[] {
  const { type, params, windows } = planned;
  const pieceLength = Math.max(SHORTEST_PIECE, windows.length);
  const pieces = new Map<number, Set<number>>();
  for (const end of planned.ends) {
    const number = Math.floor(end / pieceLength);
    const ends = pieces.get(number);
    if (ends) ends.add(end);
    else pieces.set(number, new Set([end]));
  }
  return [...pieces.values()].map((ends) => ({ index, planned, ends, part: type.search(params, windows) }));
}

async function searchChunk(search: Search, chunk: readonly Piece[], signal: AbortSignal) {
  const requests = chunk.map(({ planned: { rule, windows }, ends, part }) => {
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
  { planned: { type, params, windows }, ends }: Piece,
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
