import { groupKey } from './group';
import type { WindowBucket } from './windowed_groups';

/** One bucket for each window and group, where there are several: their events are added up, their metrics are dropped. */
export function joinGroups(buckets: readonly WindowBucket[]): WindowBucket[] {
  const joined = new Map<string, WindowBucket>();
  for (const bucket of buckets) {
    const key = `${bucket.window.to} ${groupKey(bucket.group)}`;
    const known = joined.get(key);
    joined.set(key, {
      ...bucket,
      values: {},
      count: bucket.count + (known?.count ?? 0),
      firstSeen: Math.min(bucket.firstSeen, known?.firstSeen ?? Infinity),
      lastSeen: Math.max(bucket.lastSeen, known?.lastSeen ?? -Infinity),
    });
  }
  return [...joined.values()];
}
