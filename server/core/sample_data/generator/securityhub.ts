import type { Random } from '../../../../common/random';
import { securityHubKey } from './keys';
import { lines, type LogStream } from './log_object';
import type { World } from './world';

const CHECKS = [
  ['EC2.3', 'Attached EBS volumes should be encrypted at-rest', 'MEDIUM', 40, 'AwsEc2Volume', 'volume/vol'],
  [
    'EC2.19',
    'Security groups should not allow unrestricted access to ports with high risk',
    'CRITICAL',
    90,
    'AwsEc2SecurityGroup',
    'security-group/sg',
  ],
  ['S3.8', 'S3 general purpose buckets should block public access', 'HIGH', 70, 'AwsS3Bucket', 'bucket/acme'],
  ['IAM.6', 'Hardware MFA should be enabled for the root user', 'CRITICAL', 90, 'AwsAccount', 'account'],
  [
    'IAM.3',
    "IAM users' access keys should be rotated every 90 days or less",
    'MEDIUM',
    40,
    'AwsIamUser',
    'user',
  ],
  [
    'CloudTrail.5',
    'CloudTrail trails should be integrated with Amazon CloudWatch Logs',
    'LOW',
    1,
    'AwsCloudTrailTrail',
    'trail/acme',
  ],
  [
    'RDS.3',
    'RDS DB instances should have encryption at-rest enabled',
    'MEDIUM',
    40,
    'AwsRdsDbInstance',
    'db/orders',
  ],
  [
    'Lambda.2',
    'Lambda functions should use supported runtimes',
    'MEDIUM',
    40,
    'AwsLambdaFunction',
    'function/orders',
  ],
] as const;

/** Findings as EventBridge hands them to Firehose: https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cwe-event-formats.html */
export function securityHubStream({ production, staging, shared }: World, perDay: number): LogStream {
  const region = 'us-east-1';
  return {
    id: 'securityhub/all',
    type: 'securityhub',
    perDay,
    generate: (count, from, to, random) =>
      Array.from({ length: count }, () => {
        const at = from + Math.floor(random.next() * (to - from));
        return {
          at,
          text: JSON.stringify({
            'detail-type': 'Security Hub Findings - Imported',
            source: 'aws.securityhub',
            detail: { findings: [finding(at, random)] },
          }),
        };
      }),
    key: securityHubKey,
    wrap: (records) => lines(records),
    gzip: true,
  };

  function finding(at: number, random: Random) {
    const [control, title, label, normalized, resourceType, resource] = random.pick(CHECKS);
    const account = random.pick([production, staging, shared]);
    const failed = random.chance(0.4);
    const severity = failed
      ? { Label: label, Normalized: normalized }
      : { Label: 'INFORMATIONAL', Normalized: 0 };
    const time = new Date(at).toISOString();
    return {
      SchemaVersion: '2018-10-08',
      Id: `arn:aws:securityhub:${region}:${account.id}:security-control/${control}/finding/${random.hex(32)}`,
      ProductArn: `arn:aws:securityhub:${region}::product/aws/securityhub`,
      ProductName: 'Security Hub',
      CompanyName: 'AWS',
      GeneratorId: `security-control/${control}`,
      AwsAccountId: account.id,
      AwsAccountName: account.name,
      Region: region,
      Types: ['Software and Configuration Checks/Industry and Regulatory Standards'],
      CreatedAt: time,
      UpdatedAt: time,
      LastObservedAt: time,
      Severity: severity,
      Title: title,
      Description: `This control checks: ${title}.`,
      Remediation: {
        Recommendation: {
          Text: 'How to mend it is in the documentation of Security Hub.',
          Url: `https://docs.aws.amazon.com/console/securityhub/${control}/remediation`,
        },
      },
      Compliance: { Status: failed ? 'FAILED' : 'PASSED', SecurityControlId: control },
      RecordState: 'ACTIVE',
      WorkflowState: 'NEW',
      Workflow: { Status: 'NEW' },
      Resources: [
        {
          Type: resourceType,
          Id: `arn:aws:config:${region}:${account.id}:${resource}-${random.integer(1, 9)}`,
          Partition: 'aws',
          Region: region,
        },
      ],
    };
  }
}
