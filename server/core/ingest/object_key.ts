import type { ObjectContext } from './log_type';

/** What AWS's own key layouts tell: `[prefix/]AWSLogs/[org/]<account>/<service>/<region>/…`, plain or in Hive's `name=value` form. */
export interface KeyFacts {
  accountId?: string;
  region?: string;
}

/** Global services, such as CloudFront, leave the region out. */
const AWS_LOGS =
  /(?:^|\/)AWSLogs\/(?:o-[a-z0-9]{10,32}\/)?(?:aws-account-id=)?(\d{12})\/(?:(?:aws-service=)?[^/]+\/(?:aws-region=)?([a-z]{2}(?:-[a-z]+)+-\d)\/)?/;

/** Account and region of the object's key, as far as it follows one of AWS's layouts. */
export function keyFacts(key: string): KeyFacts {
  const match = AWS_LOGS.exec(key);
  return match ? { accountId: match[1], region: match[2] } : {};
}

/** The minute in the names AWS gives (`…_20260102T0304Z_…`), else when the object was stored; for records without a time of their own. */
export function objectTime(context: Pick<ObjectContext, 'key' | 'lastModified'>): number {
  const match = /_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z[_.]/.exec(context.key);
  if (!match) return context.lastModified;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute);
}

const MARKERS: ReadonlyArray<readonly [ending: string, reason: string]> = [
  ['/', 'folder marker'],
  ['aws-logs-write-test', 'permission test of CloudWatch Logs'],
  ['ELBAccessLogTestFile', 'permission test of Elastic Load Balancing'],
  ['ConfigWritabilityCheckFile', 'permission test of AWS Config'],
];

/** Why an object is none that holds logs, if AWS wrote it only to try whether it may write. */
export function markerReason(key: string): string | undefined {
  return MARKERS.find(([ending]) => key.endsWith(ending))?.[1];
}
