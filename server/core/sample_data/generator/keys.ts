import type { Random } from '../../../../common/random';
import { compactMinute, dayPath } from './time_format';

interface Place {
  account: { id: string };
  region: string;
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html */
export function cloudTrailKey({ account, region }: Place, end: number, unique: string): string {
  const name = `${account.id}_CloudTrail_${region}_${compactMinute(end)}_${unique}.json.gz`;
  return `cloudtrail/AWSLogs/${account.id}/CloudTrail/${region}/${dayPath(end)}/${name}`;
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-path.html */
export function vpcFlowKey(place: Place & { flowLogId: string }, end: number, unique: string): string {
  const { account, region, flowLogId } = place;
  const name = `${account.id}_vpcflowlogs_${region}_${flowLogId}_${compactMinute(end)}_${unique}.log.gz`;
  return `vpcflow/AWSLogs/${account.id}/vpcflowlogs/${region}/${dayPath(end)}/${name}`;
}

/**
 * Access logs of load balancers, `id` as in their file names: `app.<name>.<id>`, `net.<name>.<id>`, or a classic one's bare name.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
 */
export function loadBalancerKey(
  { account, region, address }: Place & { address?: string },
  id: string,
  suffix: '.log' | '.log.gz',
  end: number,
  unique: string,
): string {
  const parts = [account.id, 'elasticloadbalancing', region, id, compactMinute(end)];
  const name = [...parts, ...(address ? [address] : []), unique].join('_');
  return `elb/AWSLogs/${account.id}/elasticloadbalancing/${region}/${dayPath(end)}/${name}${suffix}`;
}

/** The simple form, without partitions: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html */
export function s3AccessKey(end: number, unique: string): string {
  const time = new Date(end).toISOString().slice(0, 19).replace(/[T:]/g, '-');
  return `s3access/${time}-${unique.toUpperCase()}`;
}

/** The part that AWS adds to a file's name to set it apart. */
export function uniquePart(random: Random): string {
  return random.hex(16);
}

/** https://docs.aws.amazon.com/waf/latest/developerguide/logging-s3.html */
export function wafKey({ account, region }: Place, acl: string, end: number, unique: string): string {
  const name = `${account.id}_waflogs_${region}_${acl}_${compactMinute(end)}_${unique}.log.gz`;
  return `waf/AWSLogs/${account.id}/WAFLogs/${region}/${acl}/${dayPath(end)}/${name}`;
}

/** The form with folders, as standard logging v2 writes it: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html */
export function cloudFrontKey(
  account: { id: string },
  distribution: string,
  end: number,
  unique: string,
): string {
  const hour = new Date(end).toISOString().slice(0, 13).replace('T', '-');
  return `cloudfront/AWSLogs/${account.id}/CloudFront/${distribution}/${dayPath(end)}/${distribution}.${hour}.${unique}.gz`;
}

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs-choosing-target-resource.html */
export function resolverKey(account: { id: string }, vpcId: string, end: number, unique: string): string {
  const name = `${vpcId}_vpcdnsquerylogs_${account.id}_${compactMinute(end)}_${unique}.log.gz`;
  return `route53resolver/AWSLogs/${account.id}/vpcdnsquerylogs/${vpcId}/${dayPath(end)}/${name}`;
}

/** https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html */
export function guardDutyKey({ account, region }: Place, end: number, unique: string): string {
  return `guardduty/AWSLogs/${account.id}/GuardDuty/${region}/${dayPath(end)}/${unique}.jsonl.gz`;
}

/** As Firehose names its objects: https://docs.aws.amazon.com/firehose/latest/dev/s3-object-name.html */
export function securityHubKey(end: number, unique: string): string {
  const hour = new Date(end).toISOString().slice(0, 13).replace(/[-T]/g, '/');
  return `securityhub/${hour}/findings-${unique}.gz`;
}
