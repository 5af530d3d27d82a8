import { groupKey } from './group';
import { lastSeen, oldestEventStep, oldestTime } from './history';
import type { GroupValue, Judging, Windows } from './rule_type';
import type { WindowBucket } from './windowed_groups';

/** A group, the windows that hold its first events of those looked at, and the first one's start. */
export interface Newcomer {
  group: GroupValue[];
  windows: WindowBucket[];
  before: number;
}

/**
 * Groups with those of their windows that could hold the first event ever: a window that begins after a known event has seen the group
 * before, as the history is longer than the time that is judged together.
 */
export function newcomersOf(buckets: readonly WindowBucket[], ends: ReadonlySet<number>): Newcomer[] {
  const byGroup = new Map<string, WindowBucket[]>();
  for (const bucket of buckets) {
    const key = groupKey(bucket.group);
    const members = byGroup.get(key);
    if (members) members.push(bucket);
    else byGroup.set(key, [bucket]);
  }
  return [...byGroup.values()].flatMap((members) => {
    const first = members.reduce((least, { firstSeen }) => Math.min(least, firstSeen), Infinity);
    const windows = members.filter(({ window }) => window.from <= first && ends.has(window.to));
    const before = windows.reduce((least, { window }) => Math.min(least, window.from), Infinity);
    return windows.length === 0 ? [] : [{ group: windows[0]?.group ?? [], windows, before }];
  });
}

/** The windows whose group was not seen for `reach` before them. Between `before` and the group's first event there is none. */
export function* withoutHistory(
  all: readonly Newcomer[],
  reach: number,
  { timeField }: Windows,
): Judging<WindowBucket[]> {
  const times = [...new Set(all.map(({ before }) => before))];
  const questions = times.map((before) => ({ before, groups: all.filter((each) => each.before === before) }));
  const seen = yield* lastSeen(questions, { timeField, reach });
  return questions.flatMap(({ groups }, index) =>
    groups.flatMap(({ group, windows }) => {
      const last = seen[index]?.get(groupKey(group)) ?? -Infinity;
      return windows.filter(({ window }) => last < window.from - reach);
    }),
  );
}

/** Those of the windows before which there are events that are older than `age`. */
export function* withOldLogs(
  unseen: readonly WindowBucket[],
  age: number,
  { timeField }: Windows,
): Judging<WindowBucket[]> {
  if (unseen.length === 0 || age === 0) return [...unseen];
  const latest = unseen.reduce((most, { window }) => Math.max(most, window.from), 0);
  const [answer] = yield [oldestEventStep(timeField, { from: 0, to: latest - age + 1 })];
  const oldest = oldestTime(answer, timeField);
  return unseen.filter(({ window }) => oldest <= window.from - age);
}
