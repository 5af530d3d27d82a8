import type { SetupSnippet } from '../../../../../common/kinds';
import { policyJson, READ_POLICY, SETUP_ARNS } from '../../setup_snippets';

const FROM_TRAIL = {
  ArnLike: { 'aws:SourceArn': 'arn:{{partition}}:cloudtrail:{{region}}:{{accountId}}:trail/*' },
};

/** What to set up in AWS. */
export const CLOUDTRAIL_SETUP: SetupSnippet[] = [
  {
    id: 'bucket_policy',
    title: 'Bucket policy for the trail',
    help: "The bucket's policy, so that CloudTrail can write to it. The region is the trail's home region. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html",
    language: 'json',
    template: policyJson(
      {
        Sid: 'CloudTrailAclCheck',
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:GetBucketAcl',
        Resource: SETUP_ARNS.bucket,
        Condition: FROM_TRAIL,
      },
      {
        Sid: 'CloudTrailWrite',
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: SETUP_ARNS.objects,
        Condition: { ...FROM_TRAIL, StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
      },
    ),
  },
  {
    id: 'create_trail',
    title: 'Create the trail',
    help: 'One trail for all regions. For a whole organisation add --is-organization-trail in the management account. Leave --s3-key-prefix out if the logs lie at the top of the bucket.',
    language: 'bash',
    template:
      'aws cloudtrail create-trail --region {{region}} --name siem --s3-bucket-name {{bucket}} --s3-key-prefix … --is-multi-region-trail --enable-log-file-validation\naws cloudtrail start-logging --region {{region}} --name siem',
  },
  READ_POLICY,
];
