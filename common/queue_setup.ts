import type { SetupSnippet } from './kinds';

const BUCKET = 'arn:{{partition}}:s3:::{{bucket}}';

/** What to set up in AWS, besides what the log type needs, for a source that reads by a queue. */
export const QUEUE_SETUP: SetupSnippet[] = [
  {
    id: 'queue_policy',
    title: 'Policy of the queue',
    help: 'Lets S3 send to it. If an SNS topic or an EventBridge rule stands between, name sns.amazonaws.com or events.amazonaws.com with the ARN of the topic or rule instead. An encrypted queue needs a KMS key of your own that lets the sender use it.',
    language: 'json',
    template: json({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'S3MaySend',
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: '{{queueArn}}',
          Condition: {
            ArnLike: { 'aws:SourceArn': BUCKET },
            StringEquals: { 'aws:SourceAccount': '{{accountId}}' },
          },
        },
      ],
    }),
  },
  {
    id: 'queue_notification',
    title: 'Notifications of the bucket',
    help: 'The command replaces the notifications that the bucket has: add those to it. Instead, the bucket may tell EventBridge, and a rule for the source aws.s3 and the detail type "Object Created" may send to the queue.',
    language: 'bash',
    template: `aws s3api put-bucket-notification-configuration --region {{region}} --bucket {{bucket}} --notification-configuration '${JSON.stringify(
      {
        QueueConfigurations: [
          {
            Id: 'siem',
            QueueArn: '{{queueArn}}',
            Events: ['s3:ObjectCreated:*'],
            Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: '{{prefix}}' }] } },
          },
        ],
      },
    )}'`,
  },
  {
    id: 'queue_dead_letters',
    title: 'Dead-letter queue',
    help: 'A queue beside it, for messages that were received ten times and still could not be dealt with. Without one they come again until they expire.',
    language: 'bash',
    template: `aws sqs set-queue-attributes --queue-url {{queueUrl}} --attributes '${JSON.stringify({
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: '{{queueArn}}-dead', maxReceiveCount: 10 }),
    })}'`,
  },
  {
    id: 'queue_read_policy',
    title: 'IAM policy for the queue',
    help: 'Attach it, together with the policy for reading, to the user or role whose credentials the source uses. If the queue is encrypted with a KMS key, that user or role also needs kms:Decrypt on the key.',
    language: 'json',
    template: json({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'ReadQueue',
          Effect: 'Allow',
          Action: [
            'sqs:ReceiveMessage',
            'sqs:DeleteMessage',
            'sqs:ChangeMessageVisibility',
            'sqs:GetQueueAttributes',
          ],
          Resource: '{{queueArn}}',
        },
      ],
    }),
  },
];

function json(document: object): string {
  return JSON.stringify(document, null, 2);
}
