import type { SetupSnippet } from '../../../../../common/kinds';
import { policyJson, READ_POLICY, SETUP_ARNS } from '../../setup_snippets';

/** What to set up in AWS: EventBridge hands findings to Firehose, which writes them to the bucket. */
export const SECURITYHUB_SETUP: SetupSnippet[] = [
  {
    id: 'firehose_policy',
    title: 'IAM policy of the Firehose role',
    help: 'For the role that the Firehose stream writes with; it trusts firehose.amazonaws.com. https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html',
    language: 'json',
    template: policyJson({
      Sid: 'WriteFindings',
      Effect: 'Allow',
      Action: [
        's3:AbortMultipartUpload',
        's3:GetBucketLocation',
        's3:ListBucket',
        's3:ListBucketMultipartUploads',
        's3:PutObject',
      ],
      Resource: [SETUP_ARNS.bucket, SETUP_ARNS.objects],
    }),
  },
  {
    id: 'rule_policy',
    title: 'IAM policy of the EventBridge role',
    help: 'For the role that the rule below names; it trusts events.amazonaws.com.',
    language: 'json',
    template: policyJson({
      Sid: 'PutFindings',
      Effect: 'Allow',
      Action: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
      Resource: 'arn:{{partition}}:firehose:{{region}}:{{accountId}}:deliverystream/siem-securityhub',
    }),
  },
  {
    id: 'create_rule',
    title: 'Send the findings',
    help: 'In the region that Security Hub aggregates findings in, else in each region. https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cwe-event-rules.html',
    language: 'bash',
    template: [
      'aws firehose create-delivery-stream --region {{region}} --delivery-stream-name siem-securityhub --extended-s3-destination-configuration RoleARN=arn:{{partition}}:iam::{{accountId}}:role/…,BucketARN=arn:{{partition}}:s3:::{{bucket}},Prefix={{prefix}},CompressionFormat=GZIP',
      'aws events put-rule --region {{region}} --name siem-securityhub --event-pattern \'{"source":["aws.securityhub"],"detail-type":["Security Hub Findings - Imported"]}\'',
      'aws events put-targets --region {{region}} --rule siem-securityhub --targets Id=siem,Arn=arn:{{partition}}:firehose:{{region}}:{{accountId}}:deliverystream/siem-securityhub,RoleArn=arn:{{partition}}:iam::{{accountId}}:role/…',
    ].join('\n'),
  },
  READ_POLICY,
];
