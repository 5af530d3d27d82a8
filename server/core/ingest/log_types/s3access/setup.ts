import type { SetupSnippet } from '../../../../../common/kinds';
import { policyJson, READ_POLICY, SETUP_ARNS } from '../../setup_snippets';

/** What to set up in AWS. */
export const S3ACCESS_SETUP: SetupSnippet[] = [
  {
    id: 'bucket_policy',
    title: 'Policy of the bucket that receives the logs',
    help: 'The bucket must be in the region and account of the buckets that are logged. Never log a bucket into itself. https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
    language: 'json',
    template: policyJson({
      Sid: 'S3ServerAccessLogs',
      Effect: 'Allow',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: SETUP_ARNS.objects,
      Condition: { StringEquals: { 'aws:SourceAccount': '{{accountId}}' } },
    }),
  },
  {
    id: 'enable',
    title: 'Turn server access logging on',
    help: 'Run it for each bucket to log. With the partitioned prefix the poll has to list only the last days.',
    language: 'bash',
    template: `aws s3api put-bucket-logging --region {{region}} --bucket … --bucket-logging-status '${JSON.stringify(
      {
        LoggingEnabled: {
          TargetBucket: '{{bucket}}',
          TargetPrefix: '{{prefix}}',
          TargetObjectKeyFormat: { PartitionedPrefix: { PartitionDateSource: 'EventTime' } },
        },
      },
    )}'`,
  },
  READ_POLICY,
];
