import type { TimeSpan } from './clauses';
import { groupKey } from './group';
import { lastSeen } from './history';
import type { GroupValue, Judging } from './rule_type';
import type { WindowBucket } from './windowed_groups';

const MOST_VALUES = 1_000;

interface RawTerms {
  buckets: Array<{ key: string | number; key_as_string?: string }>;
  sum_other_doc_count: number;
}

/** Values that had events in a span of time or in the buckets, each as a group. */
export function* seenGroups(
  field: string,
  buckets: readonly WindowBucket[],
  span: TimeSpan,
): Judging<{ groups: GroupValue[][]; warnings: string[] }> {
  const aggs = { values: { terms: { field, size: MOST_VALUES } } };
  const [answer] = yield [{ span, body: { aggs }, large: true }];
  const values = answer?.aggregations?.values as RawTerms | undefined;
  const groups = new Map<string, GroupValue[]>();
  const add = (group: GroupValue[]) => groups.set(groupKey(group), group);
  for (const { key, key_as_string: text } of values?.buckets ?? []) {
    // Booleans come as 0 and 1.
    add([{ field, value: text === 'true' || text === 'false' ? text === 'true' : key }]);
  }
  for (const { group } of buckets) if (group.every(({ value }) => value !== null)) add(group);
  const warnings =
    (values?.sum_other_doc_count ?? 0) > 0
      ? [`${field} has more than ${MOST_VALUES} values; only those with the most events are watched.`]
      : [];
  return { groups: [...groups.values()], warnings };
}

/** Times at which groups are known to have had events, in order, by group key: the last before a time, and those in the buckets. */
export function* knownTimes(
  groups: ReadonlyArray<{ group: GroupValue[] }>,
  buckets: readonly WindowBucket[],
  { before, reach, timeField }: { before: number; reach: number; timeField: string },
): Judging<Map<string, number[]>> {
  const distinct = new Map(groups.map(({ group }) => [groupKey(group), { group }]));
  if (distinct.size === 0) return new Map();
  const times = new Map<string, number[]>();
  const [seen] = yield* lastSeen([{ before, groups: [...distinct.values()] }], { timeField, reach });
  for (const [key, time] of seen ?? []) times.set(key, [time]);
  for (const { group, lastSeen: time } of [...buckets].sort((a, b) => a.lastSeen - b.lastSeen)) {
    const key = groupKey(group);
    if (distinct.has(key)) times.set(key, [...(times.get(key) ?? []), time]);
  }
  return times;
}
