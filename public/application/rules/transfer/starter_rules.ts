import { LOGS_PATTERN } from '../../../../common/plugin';
import type { RuleInput, Severity, Threat } from '../../../../common/rule';

interface Starter {
  id: string;
  name: string;
  severity: Severity;
  query: string;
  groupBy: string[];
  /** At least this many events within five minutes; any event unless given. */
  limit?: number;
  threat: Threat;
  runbook: string;
}

/** What nearly everybody with AWS wants to hear of. */
const STARTERS: Starter[] = [
  {
    id: 'starter_root_used',
    name: 'The root user was used',
    severity: 'high',
    query: 'type:cloudtrail AND aws.cloudtrail.user_identity.type:Root AND NOT event.action:ConsoleLogout',
    groupBy: ['cloud.account.id'],
    threat: { tactic: 'TA0004', technique: 'T1078.004' },
    runbook:
      'The root user is for a handful of tasks only.\n\n1. Ask the owner of the account whether it was them.\n2. If not: change the password, delete its access keys, check its MFA device.',
  },
  {
    id: 'starter_guessed_passwords',
    name: 'Console passwords being guessed',
    severity: 'high',
    query: 'type:cloudtrail AND event.action:ConsoleLogin AND event.outcome:failure',
    limit: 5,
    groupBy: ['source.ip', 'user.name'],
    threat: { tactic: 'TA0006', technique: 'T1110' },
    runbook:
      'Look for a sign-in from the same address that **succeeded** afterwards. If there is one, end the user’s sessions and change the password.',
  },
  {
    id: 'starter_trail_off',
    name: 'CloudTrail was switched off or changed',
    severity: 'critical',
    query: 'type:cloudtrail AND event.action:(StopLogging OR DeleteTrail OR UpdateTrail)',
    groupBy: ['user.name'],
    threat: { tactic: 'TA0005', technique: 'T1562.008' },
    runbook:
      'Switch the trail on again (`aws cloudtrail start-logging`), then find out who did it, and what else they did.',
  },
  {
    id: 'starter_access_key',
    name: 'An access key was made',
    severity: 'medium',
    query: 'type:cloudtrail AND event.action:CreateAccessKey AND event.outcome:success',
    groupBy: ['user.name'],
    threat: { tactic: 'TA0003', technique: 'T1098.001' },
    runbook: 'Was it asked for? A key that nobody asked for is to be deleted at once.',
  },
  {
    id: 'starter_bucket_opened',
    name: 'A bucket may have been opened to everyone',
    severity: 'high',
    query:
      'type:cloudtrail AND event.action:(DeleteBucketPublicAccessBlock OR PutBucketPolicy OR PutBucketAcl)',
    groupBy: ['user.name'],
    threat: { tactic: 'TA0009', technique: 'T1530' },
    runbook:
      'Read the bucket’s policy and ACL now. If it is public and should not be, block public access on the bucket.',
  },
  {
    id: 'starter_port_scan',
    name: 'Port scan',
    severity: 'medium',
    query: 'type:vpcflow AND event.action:reject',
    limit: 100,
    groupBy: ['source.ip'],
    threat: { tactic: 'TA0007', technique: 'T1046' },
    runbook: 'From outside this is everyday noise. From an address of your own it is not: look at that host.',
  },
  {
    id: 'starter_flood',
    name: 'Flood of GET requests on a load balancer',
    severity: 'medium',
    query: 'type:elblogs AND http.request.method:GET',
    limit: 500,
    groupBy: ['source.ip'],
    threat: { tactic: 'TA0040', technique: 'T1498' },
    runbook: 'Is it a search engine, a partner, a test? If not, limit or block the address in the WAF.',
  },
];

/** Rules to begin with, as an import takes them, one a line. They tell nobody until they are given channels. */
export function starterRules(): string {
  return STARTERS.map((starter) => `${JSON.stringify({ id: starter.id, ...inputOf(starter) })}\n`).join('');
}

function inputOf({ name, severity, query, groupBy, limit, threat, runbook }: Starter): RuleInput {
  return {
    name,
    type: limit === undefined ? 'match' : 'threshold',
    enabled: true,
    index: { title: LOGS_PATTERN, timeField: '@timestamp' },
    query,
    filters: [],
    params:
      limit === undefined
        ? { groupBy }
        : { conditions: [{ metric: 'count', operator: '>=', limit }], window: '5m', groupBy },
    interval: limit === undefined ? '5m' : '1m',
    severity,
    tags: ['starter'],
    threats: [threat],
    runbook,
    channels: [],
  };
}
