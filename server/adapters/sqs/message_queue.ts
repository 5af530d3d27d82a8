import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SourceInput } from '../../../common/source';
import type { MessageQueue } from '../../core/ports';
import { credentialsOf } from '../aws/credentials';
import { type OutboundAgents, requestHandlerOf } from '../aws/request_handler';
import { parseQueueUrl } from '../../../common/queue_url';
import { withErrorHeader } from './error_header';
import { fromSqsError } from './sqs_errors';

/** Which queue, and as whom to read it: the part of a source that says so, secrets in the clear. */
export type QueueSettings = Pick<SourceInput, 'region' | 'credentials'> & { queueUrl: string };

/** The longest that SQS lets a call wait for a message. */
const WAIT_SECONDS = 20;

/** The `MessageQueue` of one queue in SQS or in a service that speaks its protocol. */
export function createMessageQueue(settings: QueueSettings, agents: OutboundAgents): MessageQueue {
  const { queueUrl: QueueUrl } = settings;
  const { region = settings.region, endpoint } = parseQueueUrl(QueueUrl);
  const requestHandler = requestHandlerOf(agents);
  const client = new SQSClient({
    region,
    credentials: credentialsOf({ credentials: settings.credentials, region }, requestHandler),
    requestHandler,
    maxAttempts: 3,
    ...(endpoint !== undefined && { endpoint }),
  });

  client.middlewareStack.add(withErrorHeader, { step: 'deserialize', priority: 'low' });

  async function call<T>(permission: string, send: () => Promise<T>): Promise<T> {
    try {
      return await send();
    } catch (thrown) {
      throw fromSqsError(thrown, { queueUrl: QueueUrl, region, permission });
    }
  }

  return {
    async receive(limit, seconds, abortSignal) {
      const command = new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: limit,
        VisibilityTimeout: seconds,
        WaitTimeSeconds: WAIT_SECONDS,
        MessageSystemAttributeNames: ['ApproximateReceiveCount'],
      });
      const { Messages = [] } = await call('sqs:ReceiveMessage', () => client.send(command, { abortSignal }));
      return Messages.map(({ MessageId = '', ReceiptHandle = '', Body = '', Attributes }) => ({
        id: MessageId,
        receipt: ReceiptHandle,
        body: Body,
        receiveCount: Number(Attributes?.ApproximateReceiveCount ?? 1),
      }));
    },

    async hide({ receipt: ReceiptHandle }, VisibilityTimeout) {
      const command = new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout });
      await call('sqs:ChangeMessageVisibility', () => client.send(command).catch(unlessLate));
    },

    async remove({ receipt: ReceiptHandle }) {
      const command = new DeleteMessageCommand({ QueueUrl, ReceiptHandle });
      await call('sqs:DeleteMessage', () => client.send(command).catch(unlessLate));
    },

    async look() {
      const command = new GetQueueAttributesCommand({
        QueueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'RedrivePolicy'],
      });
      const { Attributes = {} } = await call('sqs:GetQueueAttributes', () => client.send(command));
      return {
        waiting: Number(Attributes.ApproximateNumberOfMessages ?? 0),
        hasDeadLetterQueue: Attributes.RedrivePolicy !== undefined,
      };
    },
  };
}

/** Passes over the refusal of a receipt that is no longer the message's: it was received again, or is gone. */
function unlessLate(thrown: Error): void {
  const isLate =
    /ReceiptHandleIsInvalid|MessageNotInflight/.test(thrown.name) ||
    (thrown.name === 'InvalidParameterValue' && /receipt ?handle|visibility timeout/i.test(thrown.message));
  if (!isLate) throw thrown;
}
