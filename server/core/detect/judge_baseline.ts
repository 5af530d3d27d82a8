import type { BaselineHistory } from './baseline_history';
import { groupKey } from './group';
import { type NormalRange, type Tolerance, normalRange } from './normal_range';
import type { GroupValue, RuleContext } from './rule_type';
import type { WindowBucket } from './windowed_groups';

/** Groups whose past is looked up together. */
const MOST_GROUPS = 500;

/** What makes a number of a window abnormal. */
export interface BaselineForm extends Tolerance {
  metric: 'count' | 'sum' | 'cardinality' | 'avg';
  direction: 'above' | 'below' | 'both';
  minValue: number;
  minWeeks: number;
  newGroups: boolean;
}

/** The number of one group in one window. */
export type Current = Omit<WindowBucket, 'values'> & { value: number };

/** The same beside what is normal; `side` tells where it is abnormal. */
export type Judged = Current & NormalRange & { side: 'above' | 'below' | undefined };

/** The numbers of the windows to judge; `values.value` of the buckets is the metric. */
export function currentWindows(
  buckets: readonly WindowBucket[],
  { metric }: BaselineForm,
  { ends }: RuleContext,
): Current[] {
  return buckets.flatMap(({ values, ...bucket }) => {
    const value = numberOf(values.value, metric);
    return value === undefined || !ends.has(bucket.window.to) ? [] : [{ ...bucket, value }];
  });
}

/** Windows to judge that have no events, of the groups that had some in the weeks before. */
export function absentWindows(
  current: readonly Current[],
  groups: ReadonlyArray<GroupValue[]>,
  { ends, windows }: RuleContext,
): Current[] {
  const present = new Set(current.map(({ window, group }) => `${window.to} ${groupKey(group)}`));
  return groups.flatMap((group) =>
    [...ends]
      .filter((to) => !present.has(`${to} ${groupKey(group)}`))
      .map((to) => {
        const from = to - windows.length;
        return { window: { from, to }, group, value: 0, count: 0, firstSeen: from, lastSeen: to };
      }),
  );
}

/** Leaves out the groups with the smallest numbers where there are too many, and says so. */
export function mostAbove(current: readonly Current[]): { current: readonly Current[]; warnings: string[] } {
  const groups = distinctGroups([...current].sort((a, b) => b.value - a.value));
  if (groups.length <= MOST_GROUPS) return { current, warnings: [] };
  const kept = new Set(groups.slice(0, MOST_GROUPS).map(({ group }) => groupKey(group)));
  return {
    current: current.filter(({ group }) => kept.has(groupKey(group))),
    warnings: [
      `${groups.length} groups are above the floor at once, of which the ${MOST_GROUPS} with the greatest numbers were compared. Raise the floor.`,
    ],
  };
}

export function distinctGroups(current: readonly Current[]): Array<{ group: GroupValue[] }> {
  return [...new Map(current.map(({ group }) => [groupKey(group), { group }])).values()];
}

/** Compares a number with its past; undefined where there is too little of it. */
export function judgeWindow(
  current: Current,
  history: Pick<BaselineHistory, 'comparable' | 'valueOf'>,
  form: BaselineForm,
): Judged | undefined {
  const { metric, direction, minValue, minWeeks, newGroups } = form;
  const { window, group, value } = current;
  /** By distance from the same time of the week, one number a week. */
  const samples = new Map<number, number[]>();
  let isNew = group.length > 0;
  for (const { from, beside } of history.comparable(window.from)) {
    const known = history.valueOf(from, group);
    if (known !== undefined) isNew = false;
    const number = numberOf(known, metric);
    const sample = samples.get(beside) ?? [];
    if (number !== undefined) samples.set(beside, [...sample, number]);
  }
  const alike = samples.get(0) ?? [];
  if (alike.length < minWeeks || (isNew && !newGroups)) return undefined;

  samples.delete(0);
  const range = normalRange(alike, [...samples.values()], form);
  const isAbove = direction !== 'below' && value >= minValue && value > range.above;
  const isBelow = direction !== 'above' && range.median >= minValue && value < range.below;
  return { ...current, ...range, side: isAbove ? 'above' : isBelow ? 'below' : undefined };
}

/** Nothing counts as 0, but has no average. */
function numberOf(value: number | null | undefined, metric: BaselineForm['metric']): number | undefined {
  return value ?? (metric === 'avg' ? undefined : 0);
}
