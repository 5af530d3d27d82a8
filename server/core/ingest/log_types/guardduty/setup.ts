import type { SetupSnippet } from '../../../../../common/kinds';
import { policyJson, READ_POLICY, SETUP_ARNS } from '../../setup_snippets';

const FROM_DETECTOR = {
  StringEquals: { 'aws:SourceAccount': '{{accountId}}' },
  StringLike: { 'aws:SourceArn': 'arn:{{partition}}:guardduty:{{region}}:{{accountId}}:detector/*' },
};

/** What to set up in AWS. */
export const GUARDDUTY_SETUP: SetupSnippet[] = [
  {
    id: 'bucket_policy',
    title: 'Bucket policy for the export of findings',
    help: 'The bucket must be in the region of the key below. https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html',
    language: 'json',
    template: policyJson(
      {
        Sid: 'AllowGuardDutyPutObject',
        Effect: 'Allow',
        Principal: { Service: 'guardduty.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: SETUP_ARNS.objects,
        Condition: FROM_DETECTOR,
      },
      {
        Sid: 'AllowGuardDutyGetBucketLocation',
        Effect: 'Allow',
        Principal: { Service: 'guardduty.amazonaws.com' },
        Action: 's3:GetBucketLocation',
        Resource: SETUP_ARNS.bucket,
        Condition: FROM_DETECTOR,
      },
    ),
  },
  {
    id: 'key_policy',
    title: 'Statements of the KMS key policy',
    help: 'GuardDuty encrypts what it exports with a KMS key of yours. Add the statement to that key; whoever reads the source needs kms:Decrypt on it.',
    language: 'json',
    template: policyJson({
      Sid: 'AllowGuardDutyEncrypt',
      Effect: 'Allow',
      Principal: { Service: 'guardduty.amazonaws.com' },
      Action: 'kms:GenerateDataKey',
      Resource: '*',
      Condition: FROM_DETECTOR,
    }),
  },
  {
    id: 'create_destination',
    title: 'Export the findings',
    help: "In each region, with the ids of its detector and key. Updates of findings follow at the detector's publishing frequency: choose 15 minutes. Leave the prefix out if the findings lie at the top of the bucket.",
    language: 'bash',
    template:
      'aws guardduty update-detector --region {{region}} --detector-id … --finding-publishing-frequency FIFTEEN_MINUTES\naws guardduty create-publishing-destination --region {{region}} --detector-id … --destination-type S3 --destination-properties DestinationArn=arn:{{partition}}:s3:::{{bucket}}/{{prefix}},KmsKeyArn=arn:{{partition}}:kms:{{region}}:{{accountId}}:key/…',
  },
  READ_POLICY,
];
