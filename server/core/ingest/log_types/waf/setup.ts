import type { SetupSnippet } from '../../../../../common/kinds';
import { policyJson, READ_POLICY, SETUP_ARNS } from '../../setup_snippets';

const FROM_ACCOUNT = {
  StringEquals: { 'aws:SourceAccount': ['{{accountId}}'] },
  ArnLike: { 'aws:SourceArn': ['arn:{{partition}}:logs:{{region}}:{{accountId}}:*'] },
};

/** What to set up in AWS. */
export const WAF_SETUP: SetupSnippet[] = [
  {
    id: 'bucket_policy',
    title: 'Bucket policy for WAF logs',
    help: 'The bucket\'s name must begin with "aws-waf-logs-". For a web ACL of CloudFront the region is us-east-1. https://docs.aws.amazon.com/waf/latest/developerguide/logging-s3.html',
    language: 'json',
    template: policyJson(
      {
        Sid: 'AWSLogDeliveryWrite',
        Effect: 'Allow',
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: SETUP_ARNS.objects,
        Condition: {
          ...FROM_ACCOUNT,
          StringEquals: { ...FROM_ACCOUNT.StringEquals, 's3:x-amz-acl': 'bucket-owner-full-control' },
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
    id: 'put_logging',
    title: 'Turn logging on',
    help: 'For each web ACL, with its ARN. A prefix follows the bucket in the destination: …:::{{bucket}}/prefix.',
    language: 'bash',
    template:
      'aws wafv2 put-logging-configuration --region {{region}} --logging-configuration ResourceArn=…,LogDestinationConfigs=arn:{{partition}}:s3:::{{bucket}}',
  },
  READ_POLICY,
];
