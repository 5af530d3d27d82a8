import type { RuleInput, Severity } from '../../common/rule';
import { LOGS_PATTERN } from '../../common/plugin';

interface DemoRule {
  name: string;
  severity: Severity;
  query: string;
  /** At least this many events within five minutes. */
  limit: number;
  groupBy: string[];
}

/** One rule for each step of the attack that the demo's logs tell of. */
const RULES: DemoRule[] = [
  {
    name: 'Console passwords being guessed',
    severity: 'high',
    query: 'type:cloudtrail AND event.action:ConsoleLogin AND event.outcome:failure',
    limit: 5,
    groupBy: ['source.ip', 'user.name'],
  },
  {
    name: 'Console sign-in without a second factor',
    severity: 'high',
    query:
      'type:cloudtrail AND event.action:ConsoleLogin AND event.outcome:success AND aws.cloudtrail.console_login.additional_eventdata.mfa_used:false',
    limit: 1,
    groupBy: ['user.name'],
  },
  {
    name: 'Access key made',
    severity: 'medium',
    query: 'type:cloudtrail AND event.action:CreateAccessKey AND event.outcome:success',
    limit: 1,
    groupBy: ['user.name'],
  },
  {
    name: 'CloudTrail switched off',
    severity: 'critical',
    query: 'type:cloudtrail AND event.action:(StopLogging OR DeleteTrail OR UpdateTrail)',
    limit: 1,
    groupBy: ['user.name'],
  },
  {
    name: 'Bucket opened to everyone',
    severity: 'critical',
    query:
      'type:cloudtrail AND event.action:(DeleteBucketPublicAccessBlock OR PutBucketPolicy OR PutBucketAcl)',
    limit: 1,
    groupBy: ['user.name'],
  },
  {
    name: 'Port scan',
    severity: 'medium',
    query: 'type:vpcflow AND event.action:reject',
    limit: 100,
    groupBy: ['source.ip'],
  },
  {
    name: 'Flood of requests',
    severity: 'medium',
    query: 'type:elblogs AND http.request.method:GET',
    limit: 300,
    groupBy: ['source.ip'],
  },
  {
    name: 'Customer data read in bulk',
    severity: 'high',
    query: 'type:s3access AND event.action:"REST.GET.OBJECT" AND aws.s3access.bucket:acme-customer-exports',
    limit: 100,
    groupBy: ['source.ip'],
  },
];

/** The rules as the API takes them, telling `channels`. */
export function demoRules(channels: string[]): RuleInput[] {
  return RULES.map(({ name, severity, query, limit, groupBy }) => ({
    name,
    type: 'threshold',
    enabled: true,
    index: { title: LOGS_PATTERN, timeField: '@timestamp' },
    query,
    filters: [],
    params: { conditions: [{ metric: 'count', operator: '>=', limit }], window: '5m', groupBy },
    interval: '1m',
    severity,
    channels,
  }));
}
