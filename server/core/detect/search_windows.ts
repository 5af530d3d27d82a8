import { asSiemError, type SiemError } from '../errors';
import { groupBy } from '../group_by';
import type { RunnableRule } from '../manage/rules';
import type { SearchAnswer, SearchRequest } from '../ports';
import { timeClause } from './clauses';
import type { PreparedRule } from './prepare_rule';
import type { Judging, Point, RuleType, SearchStep, Verdict, Windows } from './rule_type';
import { HEAVIEST_CALL, type WeighedSearch } from './search_budget';
import { spansOf } from './windows';

/** What a search with a large answer weighs: five of them fit into a small OpenSearch's memory. */
const LARGE = HEAVIEST_CALL / 5;
const TIMEOUT = '30s';
/** Windows of more time than this, or than one window, are judged in pieces. */
export const SHORTEST_PIECE = 3_600_000;

const NONE: ReadonlySet<number> = new Set();

/** A rule, and the windows in which it has to be searched. */
export interface PlannedSearch {
  rule: Pick<RunnableRule, 'index' | 'params'>;
  type: RuleType;
  prepared: PreparedRule;
  windows: Windows;
  ends: ReadonlySet<number>;
  withPoints?: boolean;
}

/** What fired, and what could not be searched. */
export interface Searched extends Verdict {
  /** Ends of the windows that could not be judged, and why the first of them. */
  failed: ReadonlySet<number>;
  error?: SiemError;
  /** No answer came at all: OpenSearch is away, which says nothing about the rule. */
  unreachable: boolean;
  /** Milliseconds that OpenSearch took for all searches. */
  took: number;
}

/** Windows of one rule that are judged together, and how far that is. */
interface Piece {
  planned: PlannedSearch;
  result: Searched;
  ends: ReadonlySet<number>;
  judging: Judging;
  asked: SearchStep[];
}

/** Judges the planned windows, in the order of `planned`. What cannot be searched leaves the rest alone, also of the same rule. */
export async function searchWindows(
  search: WeighedSearch,
  planned: readonly PlannedSearch[],
  signal: AbortSignal,
): Promise<Searched[]> {
  const results = planned.map((): Searched => ({
    findings: [],
    failed: NONE,
    unreachable: false,
    took: 0,
  }));
  let going = planned.flatMap((each, index) => piecesOf(each, results[index] as Searched));
  for (const piece of going) advance(piece);
  for (;;) {
    going = going.filter(({ asked }) => asked.length > 0);
    if (going.length === 0) return results;
    const answers = await searchAll(search, going, signal);
    let place = 0;
    for (const piece of going) {
      const own = answers.slice(place, (place += piece.asked.length));
      const failed = own.find((answer): answer is Error => answer instanceof Error);
      if (failed) fail(piece, failed);
      else advance(piece, own as SearchAnswer[]);
    }
  }
}

function advance(piece: Piece, answers?: SearchAnswer[]): void {
  try {
    for (const { took } of answers ?? []) piece.result.took += took;
    const { done, value } = answers ? piece.judging.next(answers) : piece.judging.next();
    piece.asked = done ? [] : value;
    if (done) addVerdict(piece.result, value, piece.ends);
  } catch (error) {
    // A rule type that throws at an answer is a mistake of ours, and must not stop the other rules.
    fail(piece, error);
  }
}

function fail(piece: Piece, error: unknown): void {
  const { result, ends } = piece;
  piece.asked = [];
  result.failed = new Set([...result.failed, ...ends]);
  result.error ??= asSiemError(error);
}

function addVerdict(
  sofar: Verdict,
  { findings, points, warnings }: Verdict,
  ends: ReadonlySet<number>,
): void {
  for (const finding of findings) if (ends.has(finding.window.to)) sofar.findings.push(finding);
  if (points) {
    const inPiece: Point[] = points.filter(({ at }) => ends.has(at));
    sofar.points = sofar.points ? sofar.points.concat(inPiece) : inPiece;
  }
  if (warnings?.length) sofar.warnings = [...new Set([...(sofar.warnings ?? []), ...warnings])];
}

/** Each page of groups scans the piece's events again, so a long time is cut into pieces that are short. */
function piecesOf(planned: PlannedSearch, result: Searched): Piece[] {
  const { type, rule, prepared, windows, withPoints = false } = planned;
  const pieceLength = Math.max(SHORTEST_PIECE, windows.length);
  let first = Infinity;
  let last = -Infinity;
  for (const end of planned.ends) {
    first = Math.min(first, end);
    last = Math.max(last, end);
  }
  const { clause, list } = prepared;
  const pieceOf = (ends: ReadonlySet<number>): Piece => {
    const judging = type.judge(rule.params, { windows, ends, withPoints, clause, list });
    return { planned, result, ends, judging, asked: [] };
  };
  if (last - first < pieceLength) return [pieceOf(planned.ends)];
  const pieces = groupBy(planned.ends, (end) => Math.floor((end - first) / pieceLength));
  return [...pieces.values()].map((inPiece) => pieceOf(new Set(inPiece)));
}

/** Searches that are sent together, and the piece that each is of. */
interface Call {
  pieces: Piece[];
  requests: SearchRequest[];
  weight: number;
}

/** What the pieces ask for, in calls that are under way together as far as the budget of `search` lets them. */
async function searchAll(
  search: WeighedSearch,
  going: readonly Piece[],
  signal: AbortSignal,
): Promise<Array<SearchAnswer | Error>> {
  const calls: Call[] = [];
  let call: Call | undefined;
  for (const piece of going) {
    for (const step of piece.asked) {
      if (!call || call.weight >= HEAVIEST_CALL) calls.push((call = { pieces: [], requests: [], weight: 0 }));
      call.pieces.push(piece);
      call.requests.push(requestOf(piece, step));
      call.weight += step.large ? LARGE : 1;
    }
  }
  return (await Promise.all(calls.map((each) => send(search, each, signal)))).flat();
}

function requestOf({ planned: { rule, prepared, windows }, ends }: Piece, step: SearchStep): SearchRequest {
  const spans = step.span ? [step.span] : spansOf(ends, windows);
  const filter = [prepared.query, timeClause(windows.timeField, spans), ...(step.filter ?? [])];
  return {
    index: rule.index.title,
    body: { size: 0, track_total_hits: false, timeout: TIMEOUT, query: { bool: { filter } }, ...step.body },
  };
}

async function send(search: WeighedSearch, { pieces, requests, weight }: Call, signal: AbortSignal) {
  try {
    return await search.msearch(requests, signal, weight);
  } catch (error) {
    signal.throwIfAborted();
    for (const { result } of pieces) result.unreachable = true;
    return requests.map(() => asSiemError(error));
  }
}
