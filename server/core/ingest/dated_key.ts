/** How keys carry a date: the groups are year, month, day and, where there is one, the hour. Within what stands before, they sort by it. */
const STYLES: ReadonlyArray<{ pattern: RegExp; names: readonly [string, string, string, string] }> = [
  // AWSLogs/…/2026/01/15/07/…, S3 access logs' partitioned prefix, Firehose
  { pattern: /(?<![^/])(20\d\d)\/(\d\d)\/(\d\d)\/(?:(\d\d)\/)?/, names: ['', '/', '/', '/'] },
  // Hive: year=2026/month=01/day=15/hour=07/…
  {
    pattern: /(?<![^/])year=(20\d\d)\/month=(\d\d)\/day=(\d\d)\/(?:hour=(\d\d)\/)?/,
    names: ['year=', '/month=', '/day=', '/hour='],
  },
  // S3 access logs' simple prefix (2026-01-15-07-05-59-…), CloudFront (E2….2026-01-15-07.…), folders named 2026-01-15
  { pattern: /(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?:-(\d\d)(?!\d)|(?=[/.T_-]))/, names: ['', '-', '-', '-'] },
];

/** The days, or hours, that a key's folder has beside the key's own. */
export interface DatedFolder {
  /** Where in key order what belongs to the time (epoch milliseconds) begins: all with an earlier date stand before it, and no other. */
  at(time: number): string;
  /** All with a date stand before it. */
  end: string;
}

/**
 * The dates of the key's folder, looked for behind the first `from` characters; undefined for a key without one.
 *
 * Layouts: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html#server-log-keyname-format,
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-path.html
 */
export function datedFolder(key: string, from: number): DatedFolder | undefined {
  const rest = key.slice(from);
  let first: { at: number; names: (typeof STYLES)[number]['names']; hasHour: boolean } | undefined;
  for (const { pattern, names } of STYLES) {
    const match = pattern.exec(rest);
    if (match && (!first || match.index < first.at))
      first = { at: match.index, names, hasHour: match[4] !== undefined };
  }
  if (!first) return undefined;
  const { hasHour, names } = first;
  const [a, b, c, d] = names;
  const folder = key.slice(0, from + first.at);
  return {
    at(time) {
      // Before the year 2000 all dates of the styles are wanted.
      if (time < Date.UTC(2000, 0)) return folder;
      const [year, month, day, hour] = new Date(time).toISOString().split(/[-T:]/);
      return `${folder}${a}${year}${b}${month}${c}${day}${hasHour ? `${d}${hour}` : ''}`;
    },
    // A colon comes after the digits.
    end: `${folder}${a}20:`,
  };
}
