import type { Verdict } from './rule_type';
import type { CountedWindows, WindowBucket } from './windowed_groups';

/** The verdict of a rule type that fires for every event it finds. */
export function matchVerdict(
  { buckets, warnings }: CountedWindows,
  withPoints: boolean,
  reasonOf: (bucket: WindowBucket) => string,
): Verdict {
  const findings = buckets.map((bucket) => ({
    ...bucket,
    value: bucket.count,
    limit: 1,
    reason: reasonOf(bucket),
  }));
  if (!withPoints) return { findings, warnings };
  const points = buckets.map(({ window, group, count }) => ({
    at: window.to,
    group,
    value: count,
    limits: { above: 1 },
    fired: true,
  }));
  return { findings, points, warnings };
}
