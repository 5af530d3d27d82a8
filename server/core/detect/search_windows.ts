import { asSiemError } from '../errors';
import type { RunnableRule } from '../manage/rules';
import type { Search, SearchAnswer } from '../ports';
import { timeClause } from './compile_query';
import type { PreparedRule } from './prepare_rule';
import type { Judging, Point, RuleType, SearchStep, Verdict, Windows } from './rule_type';
import { spansOf } from './windows';

/** Few enough that one slow search holds up few others, enough that the way there costs nothing (measured). */
const SEARCHES_PER_CALL = 50;
/** A search with a large answer counts as so many: five of them fit into a small OpenSearch's memory. */
const LARGE = 10;
const TIMEOUT = '60s';
const SHORTEST_PIECE = 3_600_000;

/** A rule, and the windows in which it has to be searched. */
export interface PlannedSearch {
  rule: Pick<RunnableRule, 'index' | 'params'>;
  type: RuleType;
  prepared: PreparedRule;
  windows: Windows;
  ends: Set<number>;
  withPoints?: boolean;
}

/** Windows of one rule that are judged together, and how far that is. */
interface Piece {
  planned: PlannedSearch;
  ends: Set<number>;
  judging: Judging;
  asked: SearchStep[];
}

/** What fired in each of the planned windows, or why a rule could not be judged, in the order of `planned`. */
export async function searchWindows(
  search: Search,
  planned: readonly PlannedSearch[],
  signal: AbortSignal,
): Promise<Array<Verdict | Error>> {
  const results: Array<Verdict | Error> = planned.map(() => ({ findings: [] }));
  const pieces = planned.flatMap((each, index) => piecesOf(each).map((piece) => ({ index, piece })));

  function advance(index: number, piece: Piece, answers?: SearchAnswer[]): void {
    try {
      const { done, value } = answers ? piece.judging.next(answers) : piece.judging.next();
      piece.asked = done ? [] : value;
      const sofar = results[index];
      if (done && sofar && !(sofar instanceof Error)) addVerdict(sofar, value, piece.ends);
    } catch (error) {
      // A rule type that throws at an answer is a mistake of ours, and must not stop the other rules.
      results[index] = asSiemError(error);
    }
  }

  for (const { index, piece } of pieces) advance(index, piece);
  for (;;) {
    const going = pieces.filter(
      ({ index, piece }) => piece.asked.length > 0 && !(results[index] instanceof Error),
    );
    if (going.length === 0) return results;
    const searches = going.flatMap(({ piece }) => piece.asked.map((step) => ({ piece, step })));
    const answers = await searchAll(search, searches, signal);
    let place = 0;
    for (const { index, piece } of going) {
      const own = answers.slice(place, (place += piece.asked.length));
      const failed = own.find((answer) => answer instanceof Error);
      if (failed) results[index] = failed as Error;
      else advance(index, piece, own as SearchAnswer[]);
    }
  }
}

function addVerdict(sofar: Verdict, { findings, points, warnings }: Verdict, ends: Set<number>): void {
  for (const finding of findings) if (ends.has(finding.window.to)) sofar.findings.push(finding);
  if (points) {
    const inPiece: Point[] = points.filter(({ at }) => ends.has(at));
    sofar.points = sofar.points ? sofar.points.concat(inPiece) : inPiece;
  }
  if (warnings?.length) sofar.warnings = [...new Set([...(sofar.warnings ?? []), ...warnings])];
}

/** Each page of groups scans the piece's events again, so a long time is cut into pieces that are short. */
function piecesOf(planned: PlannedSearch): Piece[] {
  const { type, rule, prepared, windows, withPoints = false } = planned;
  const pieceLength = Math.max(SHORTEST_PIECE, windows.length);
  const pieces = new Map<number, Set<number>>();
  for (const end of planned.ends) {
    const number = Math.floor(end / pieceLength);
    const ends = pieces.get(number);
    if (ends) ends.add(end);
    else pieces.set(number, new Set([end]));
  }
  return [...pieces.values()].map((ends) => ({
    planned,
    ends,
    asked: [],
    judging: type.judge(rule.params, {
      windows,
      ends,
      withPoints,
      clause: prepared.clause,
      list: prepared.list,
    }),
  }));
}

type Asked = { piece: Piece; step: SearchStep };

async function searchAll(
  search: Search,
  searches: readonly Asked[],
  signal: AbortSignal,
): Promise<Array<SearchAnswer | Error>> {
  const answers: Array<SearchAnswer | Error> = [];
  for (let start = 0; start < searches.length;) {
    let end = start;
    for (let weight = 0; end < searches.length && weight < SEARCHES_PER_CALL; end++) {
      weight += searches[end]?.step.large ? LARGE : 1;
    }
    answers.push(...(await searchChunk(search, searches.slice(start, end), signal)));
    start = end;
  }
  return answers;
}

async function searchChunk(search: Search, chunk: readonly Asked[], signal: AbortSignal) {
  const requests = chunk.map(({ piece: { planned, ends }, step }) => {
    const { rule, prepared, windows } = planned;
    const spans = step.span ? [step.span] : spansOf(ends, windows);
    const filter = [prepared.query, timeClause(windows.timeField, spans), ...(step.filter ?? [])];
    return {
      index: rule.index.title,
      body: { size: 0, track_total_hits: false, timeout: TIMEOUT, query: { bool: { filter } }, ...step.body },
    };
  });
  try {
    return await search.msearch(requests, signal);
  } catch (error) {
    signal.throwIfAborted();
    return chunk.map(() => asSiemError(error));
  }
}
