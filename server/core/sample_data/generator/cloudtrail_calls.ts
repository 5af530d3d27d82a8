import type { Random } from '../../../../common/random';
import type { Account } from './world';

interface Circumstances {
  account: Account;
  random: Random;
}

/** A kind of call of everyday life, and who makes it. */
export interface OrdinaryCall {
  service: string;
  name: string;
  readOnly: boolean;
  by: 'role' | 'service' | 'person';
  request(circumstances: Circumstances): unknown;
  response?(circumstances: Circumstances): unknown;
}

const read = (
  service: string,
  name: string,
  request: OrdinaryCall['request'] = () => null,
): OrdinaryCall => ({
  service,
  name,
  readOnly: true,
  by: 'role',
  request,
});

const instanceId = (random: Random) => `i-0${random.hex(16)}`;

/** With how often each comes up. */
export const ORDINARY_CALLS: ReadonlyArray<readonly [OrdinaryCall, number]> = [
  [read('ec2', 'DescribeInstances', () => ({ instancesSet: {}, filterSet: {} })), 20],
  [read('ec2', 'DescribeNetworkInterfaces', () => ({ networkInterfaceIdSet: {}, filterSet: {} })), 10],
  [read('elasticloadbalancing', 'DescribeTargetHealth'), 8],
  [read('autoscaling', 'DescribeAutoScalingGroups', () => ({ maxRecords: 100 })), 8],
  [read('monitoring', 'GetMetricData'), 8],
  [read('sts', 'GetCallerIdentity'), 6],
  [read('kms', 'Decrypt', ({ account }) => ({ encryptionContext: { 'aws:account': account.id } })), 12],
  [read('secretsmanager', 'GetSecretValue', () => ({ secretId: 'orders/database' })), 8],
  [
    read('s3', 'GetBucketAcl', () => ({
      bucketName: 'acme-logs',
      Host: 'acme-logs.s3.amazonaws.com',
      acl: '',
    })),
    4,
  ],
  [
    {
      service: 'sts',
      name: 'AssumeRole',
      readOnly: true,
      by: 'service',
      request: ({ account, random }) => ({
        roleArn: `arn:aws:iam::${account.id}:role/orders-service`,
        roleSessionName: instanceId(random),
        durationSeconds: 3_600,
      }),
      response: ({ random }) => ({
        credentials: {
          accessKeyId: `ASIA${random.hex(16).toUpperCase()}`,
          sessionToken: random.hex(40),
          expiration: 'Jan 1, 2030, 12:00:00 AM',
        },
      }),
    },
    20,
  ],
  [
    {
      service: 'logs',
      name: 'CreateLogStream',
      readOnly: false,
      by: 'role',
      request: ({ random }) => ({ logGroupName: '/aws/lambda/orders', logStreamName: random.hex(32) }),
    },
    6,
  ],
  [
    {
      service: 'ec2',
      name: 'RunInstances',
      readOnly: false,
      by: 'role',
      request: () => ({
        instancesSet: { items: [{ imageId: 'ami-0c02fb55956c7d316', minCount: 1, maxCount: 1 }] },
        instanceType: 'm6i.large',
        monitoring: { enabled: false },
      }),
      response: ({ account, random }) => ({
        ownerId: account.id,
        instancesSet: { items: [{ instanceId: instanceId(random), instanceType: 'm6i.large' }] },
      }),
    },
    1,
  ],
  [
    {
      service: 'lambda',
      name: 'UpdateFunctionCode20150331v2',
      readOnly: false,
      by: 'role',
      request: () => ({ functionName: 'orders', publish: true, dryRun: false }),
      response: ({ account }) => ({
        functionArn: `arn:aws:lambda:us-east-1:${account.id}:function:orders`,
        runtime: 'nodejs20.x',
      }),
    },
    1,
  ],
  [
    {
      service: 's3',
      name: 'ListBuckets',
      readOnly: true,
      by: 'person',
      request: () => ({ Host: 's3.amazonaws.com' }),
    },
    3,
  ],
  [
    {
      service: 'ec2',
      name: 'DescribeSecurityGroups',
      readOnly: true,
      by: 'person',
      request: () => ({ securityGroupSet: {}, filterSet: {} }),
    },
    3,
  ],
];
