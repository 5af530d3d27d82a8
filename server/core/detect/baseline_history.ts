import { timeClause } from './clauses';
import { type CompositeBucket, groupOfKey, groupSources, pageThrough } from './composite_pages';
import { groupKey } from './group';
import { groupChunks, groupsClause } from './group_filter';
import { oldestEventStep, oldestTime } from './history';
import type { Metric } from './metrics';
import type { GroupValue, Judging, Windows } from './rule_type';
import { type WeeklyWindow, spansOfWindows, weeklyWindows } from './weekly_windows';

const MOST_BUCKETS = 200_000;

interface HistoryQuestion {
  windows: Windows;
  groupBy: readonly string[];
  /** Starts of the windows to compare, epoch milliseconds. */
  starts: readonly number[];
  /** All groups there are, if left out. */
  groups?: ReadonlyArray<{ group: GroupValue[] }>;
  metric: Metric;
  weeks: number;
  minWeeks: number;
}

/** What the weeks before tell about windows. */
export interface BaselineHistory {
  /** The windows to compare the one that begins at `from` with; none where the logs do not reach back far enough. */
  comparable(from: number): WeeklyWindow[];
  /** The metric of a group in one of those; undefined without events, null where none has the field. */
  valueOf(from: number, group: readonly GroupValue[]): number | null | undefined;
  /** Those with an event in any of the windows. */
  groups: GroupValue[][];
  cut: boolean;
}

/** Reads the metric of groups in the same windows of the weeks before; asks little where there are too few weeks of logs. */
export function* readBaseline(question: HistoryQuestion): Judging<BaselineHistory> {
  const { windows, starts, groupBy, weeks, minWeeks } = question;
  const [first] = yield [oldestEventStep(windows.timeField, { from: 0, to: Math.max(...starts) })];
  const oldest = oldestTime(first, windows.timeField);

  const comparable = new Map<number, WeeklyWindow[]>();
  for (const start of starts) {
    const earlier = weeklyWindows(start, windows.length, weeks);
    const unknown = earlier.filter(({ from }) => from < oldest).map(({ week }) => week);
    const known = Math.min(weeks, ...unknown.map((week) => week - 1));
    if (known >= minWeeks)
      comparable.set(
        start,
        earlier.filter(({ week }) => week <= known),
      );
  }

  const values = new Map<string, number | null>();
  const groups = new Map<string, GroupValue[]>();
  const answers = yield* pageThrough(questionsOf(question, [...comparable.values()].flat()), MOST_BUCKETS);
  for (const bucket of answers.flatMap(({ buckets }) => buckets)) {
    const group = groupOfKey(groupBy, bucket.key);
    groups.set(groupKey(group), group);
    values.set(placeOf(Number(bucket.key.window), group), valueOf(bucket, question.metric));
  }
  return {
    comparable: (from) => comparable.get(from) ?? [],
    valueOf: (from, group) => values.get(placeOf(from, group)),
    groups: [...groups.values()],
    cut: answers.some(({ cut }) => cut),
  };
}

/** Windows that lie in one histogram are one question for each chunk of groups. */
function questionsOf(
  { windows, groupBy, groups, metric }: HistoryQuestion,
  earlier: readonly WeeklyWindow[],
) {
  const { length, timeField } = windows;
  const byOffset = new Map<number, WeeklyWindow[]>();
  for (const window of earlier) {
    const offset = window.from % length;
    const members = byOffset.get(offset);
    if (members) members.push(window);
    else byOffset.set(offset, [window]);
  }
  const clauses = groups ? groupChunks(groups, 'roughly').map(groupsClause) : [{ match_all: {} }];
  return [...byOffset].flatMap(([offset, members]) => {
    const spans = spansOfWindows(members, length);
    const histogram = { field: timeField, fixed_interval: `${length}ms`, offset: `+${offset}ms` };
    return clauses.map((clause) => ({
      span: { from: spans[0]?.from ?? 0, to: spans[spans.length - 1]?.to ?? 0 },
      filter: [clause, timeClause(timeField, spans)],
      sources: [{ window: { date_histogram: histogram } }, ...groupSources(groupBy, true)],
      ...(metric.aggregation && { aggs: { value: metric.aggregation } }),
    }));
  });
}

function valueOf(bucket: CompositeBucket, metric: Metric): number | null {
  return metric.aggregation ? metric.read(bucket.value) : bucket.doc_count;
}

function placeOf(from: number, group: readonly GroupValue[]): string {
  return `${from} ${groupKey(group)}`;
}
