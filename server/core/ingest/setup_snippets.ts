import type { SetupSnippet } from '../../../common/kinds';

/** A policy document as the text of a snippet. */
export function policyJson(...statements: object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
}

const OBJECTS = 'arn:{{partition}}:s3:::{{bucket}}/{{prefix}}*';
const BUCKET = 'arn:{{partition}}:s3:::{{bucket}}';

/** ARNs of the bucket and of the objects below the prefix, for the policies of log types. */
export const SETUP_ARNS = { objects: OBJECTS, bucket: BUCKET };

/** The least a user or role needs for reading one source, whatever its log type. */
export const READ_POLICY: SetupSnippet = {
  id: 'read_policy',
  title: 'IAM policy for reading',
  help: 'Attach it to the user or role whose credentials the source uses. If the objects are encrypted with a KMS key, that user or role also needs kms:Decrypt on the key.',
  language: 'json',
  template: policyJson(
    {
      Sid: 'ListLogs',
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: BUCKET,
      Condition: { StringLike: { 's3:prefix': ['{{prefix}}*'] } },
    },
    { Sid: 'ReadLogs', Effect: 'Allow', Action: 's3:GetObject', Resource: OBJECTS },
  ),
};
