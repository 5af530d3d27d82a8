import type { SetupSnippet } from '../../../../../common/kinds';
import { policyJson, READ_POLICY, SETUP_ARNS } from '../../setup_snippets';

const FROM_ACCOUNT = { StringEquals: { 'aws:SourceAccount': '{{accountId}}' } };
const OWNER_CONTROL = 'bucket-owner-full-control';

/** What to set up in AWS, to S3 directly or by an export of CloudWatch Logs. */
export const VPCFLOW_SETUP: SetupSnippet[] = [
  {
    id: 'bucket_policy',
    title: 'Bucket policy for flow logs',
    help: "The bucket's policy, so that flow logs can be delivered to it. AWS adds it by itself when the bucket's owner creates the flow log. https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html",
    language: 'json',
    template: policyJson(
      {
        Sid: 'AWSLogDeliveryWrite',
        Effect: 'Allow',
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: SETUP_ARNS.objects,
        Condition: {
          StringEquals: { 'aws:SourceAccount': '{{accountId}}', 's3:x-amz-acl': OWNER_CONTROL },
          ArnLike: { 'aws:SourceArn': 'arn:{{partition}}:logs:{{region}}:{{accountId}}:*' },
        },
      },
      {
        Sid: 'AWSLogDeliveryAclCheck',
        Effect: 'Allow',
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Action: ['s3:GetBucketAcl', 's3:ListBucket'],
        Resource: SETUP_ARNS.bucket,
        Condition: {
          ...FROM_ACCOUNT,
          ArnLike: { 'aws:SourceArn': 'arn:{{partition}}:logs:{{region}}:{{accountId}}:*' },
        },
      },
    ),
  },
  {
    id: 'create_flow_log',
    title: 'Create the flow log',
    help: 'Run it for each VPC, with its id. Without --log-format AWS writes the default format; any other format is read too, by the header line of each file.',
    language: 'bash',
    template:
      'aws ec2 create-flow-logs --region {{region}} --resource-type VPC --resource-ids vpc-… --traffic-type ALL --log-destination-type s3 --log-destination arn:{{partition}}:s3:::{{bucket}}/{{prefix}}',
  },
  {
    id: 'export_bucket_policy',
    title: 'Bucket policy for an export of CloudWatch Logs',
    help: 'Only for flow logs that go to CloudWatch Logs and are exported to S3 from there. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/S3ExportTasks.html',
    language: 'json',
    template: policyJson(
      {
        Effect: 'Allow',
        Principal: { Service: 'logs.{{region}}.{{dnsSuffix}}' },
        Action: 's3:GetBucketAcl',
        Resource: SETUP_ARNS.bucket,
        Condition: FROM_ACCOUNT,
      },
      {
        Effect: 'Allow',
        Principal: { Service: 'logs.{{region}}.{{dnsSuffix}}' },
        Action: 's3:PutObject',
        Resource: SETUP_ARNS.objects,
        Condition: {
          StringEquals: { 'aws:SourceAccount': '{{accountId}}', 's3:x-amz-acl': OWNER_CONTROL },
        },
      },
    ),
  },
  {
    id: 'export_task',
    title: 'Export from CloudWatch Logs',
    help: 'Times are milliseconds since 1970. Run it for each period, after it has ended.',
    language: 'bash',
    template:
      'aws logs create-export-task --region {{region}} --log-group-name … --from … --to … --destination {{bucket}} --destination-prefix {{prefix}}',
  },
  READ_POLICY,
];
