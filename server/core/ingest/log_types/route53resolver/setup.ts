import type { SetupSnippet } from '../../../../../common/kinds';
import { policyJson, READ_POLICY, SETUP_ARNS } from '../../setup_snippets';

const FROM_ACCOUNT = { StringEquals: { 'aws:SourceAccount': '{{accountId}}' } };

/** What to set up in AWS. */
export const ROUTE53_SETUP: SetupSnippet[] = [
  {
    id: 'bucket_policy',
    title: 'Bucket policy for query logs',
    help: "The bucket's policy, so that query logs can be delivered to it. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html",
    language: 'json',
    template: policyJson(
      {
        Sid: 'AWSLogDeliveryWrite',
        Effect: 'Allow',
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: SETUP_ARNS.objects,
        Condition: {
          StringEquals: {
            'aws:SourceAccount': '{{accountId}}',
            's3:x-amz-acl': 'bucket-owner-full-control',
          },
        },
      },
      {
        Sid: 'AWSLogDeliveryAclCheck',
        Effect: 'Allow',
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Action: 's3:GetBucketAcl',
        Resource: SETUP_ARNS.bucket,
        Condition: FROM_ACCOUNT,
      },
    ),
  },
  {
    id: 'create_config',
    title: 'Log the queries',
    help: 'Create the configuration once for each region, then associate each VPC with the id that the first command answers.',
    language: 'bash',
    template:
      'aws route53resolver create-resolver-query-log-config --region {{region}} --name siem --destination-arn arn:{{partition}}:s3:::{{bucket}}/{{prefix}} --creator-request-id siem-1\naws route53resolver associate-resolver-query-log-config --region {{region}} --resolver-query-log-config-id … --resource-id vpc-…',
  },
  READ_POLICY,
];
