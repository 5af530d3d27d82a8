import { LOGS_PATTERN } from '../../../common/plugin';
import type { RuleInput, Severity } from '../../../common/rule';

interface AttackRule {
  /** Part of the rule's id in the sample data. */
  id: string;
  name: string;
  severity: Severity;
  query: string;
  /** At least this many events within five minutes. */
  limit: number;
  groupBy: string[];
}

/** One rule for each step of the attack that the generated logs tell of. */
const RULES: AttackRule[] = [
  {
    id: 'guessed_passwords',
    name: 'Console passwords being guessed',
    severity: 'high',
    query: 'type:cloudtrail AND event.action:ConsoleLogin AND event.outcome:failure',
    limit: 5,
    groupBy: ['source.ip', 'user.name'],
  },
  {
    id: 'no_second_factor',
    name: 'Console sign-in without a second factor',
    severity: 'high',
    query:
      'type:cloudtrail AND event.action:ConsoleLogin AND event.outcome:success AND aws.cloudtrail.console_login.additional_eventdata.mfa_used:false',
    limit: 1,
    groupBy: ['user.name'],
  },
  {
    id: 'access_key_made',
    name: 'Access key made',
    severity: 'medium',
    query: 'type:cloudtrail AND event.action:CreateAccessKey AND event.outcome:success',
    limit: 1,
    groupBy: ['user.name'],
  },
  {
    id: 'trail_off',
    name: 'CloudTrail switched off',
    severity: 'critical',
    query: 'type:cloudtrail AND event.action:(StopLogging OR DeleteTrail OR UpdateTrail)',
    limit: 1,
    groupBy: ['user.name'],
  },
  {
    id: 'bucket_opened',
    name: 'Bucket opened to everyone',
    severity: 'critical',
    query:
      'type:cloudtrail AND event.action:(DeleteBucketPublicAccessBlock OR PutBucketPolicy OR PutBucketAcl)',
    limit: 1,
    groupBy: ['user.name'],
  },
  {
    id: 'port_scan',
    name: 'Port scan',
    severity: 'medium',
    query: 'type:vpcflow AND event.action:reject',
    limit: 100,
    groupBy: ['source.ip'],
  },
  {
    id: 'flood',
    name: 'Flood of requests',
    severity: 'medium',
    query: 'type:elblogs AND http.request.method:GET',
    limit: 300,
    groupBy: ['source.ip'],
  },
  {
    id: 'bulk_read',
    name: 'Customer data read in bulk',
    severity: 'high',
    query: 'type:s3access AND event.action:"REST.GET.OBJECT" AND aws.s3access.bucket:acme-customer-exports',
    limit: 100,
    groupBy: ['source.ip'],
  },
];

/** The rules as the API takes them, by their ids. */
export function attackRules(): Array<{ id: string; rule: RuleInput }> {
  return RULES.map(({ id, name, severity, query, limit, groupBy }) => ({
    id,
    rule: {
      name,
      type: 'threshold',
      enabled: true,
      index: { title: LOGS_PATTERN, timeField: '@timestamp' },
      query,
      filters: [],
      params: { conditions: [{ metric: 'count', operator: '>=', limit }], window: '5m', groupBy },
      interval: '1m',
      severity,
      channels: [],
    },
  }));
}
