import { SiemError } from '../../core/errors';
import { credentialsError, reasonOf, type SdkError, siemErrorIn } from '../aws/sdk_error';
import { parseQueueUrl } from '../../../common/queue_url';

/** What a call was about, for messages that say what to change. */
export interface SqsCall {
  queueUrl: string;
  region: string;
  /** Such as `sqs:ReceiveMessage`. */
  permission: string;
}

const NOT_FOUND = new Set(['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue', 'InvalidAddress']);
const BUSY = new Set(['OverLimit', 'RequestThrottled', 'ThrottlingException', 'KmsThrottled']);

/**
 * What an error of the SDK means and what to do. Codes: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html
 */
export function fromSqsError(thrown: unknown, { queueUrl, region, permission }: SqsCall): SiemError {
  const guarded = siemErrorIn(thrown);
  if (guarded) return guarded;
  const error = thrown as SdkError;
  const name = (error.Code || error.name || '').replace(/^com\.amazonaws\.sqs#/, '');
  const detail = error.message ?? '';
  const status = error.$metadata?.httpStatusCode;
  const make = (code: ConstructorParameters<typeof SiemError>[0], message: string) =>
    new SiemError(code, message, { cause: thrown });

  if (/scoped to a valid region/i.test(detail)) {
    return make(
      'queue_wrong_region',
      `The queue ${queueUrl} is not in ${region}: set its full URL, which names the region. (${detail})`,
    );
  }
  if (NOT_FOUND.has(name)) {
    return make(
      'queue_not_found',
      `There is no queue ${queueUrl}. Check the URL: it names region, account and queue.`,
    );
  }
  const credentials = credentialsError(error);
  if (credentials) return credentials;
  if (/kms/i.test(name) && !BUSY.has(name)) {
    return make(
      'queue_access_denied',
      `The queue is encrypted with a KMS key that the credentials may not use: allow kms:Decrypt on that key. (${detail})`,
    );
  }
  if ((status === 403 && !BUSY.has(name)) || name.startsWith('AccessDenied')) {
    const resource = parseQueueUrl(queueUrl).arn ?? queueUrl;
    return make(
      'queue_access_denied',
      `SQS denies access: give the credentials ${permission} on ${resource}, and see that the queue is there and its policy does not deny it.`,
    );
  }
  // The error of a good answer is that it broke off.
  const refused = status !== undefined && status >= 300 && status < 500;
  if (refused && status !== 408 && status !== 429 && !BUSY.has(name)) {
    return make('internal', `SQS refused ${permission} for ${queueUrl}: ${name} ${detail}`.trim());
  }
  const busy = BUSY.has(name) || status === 429;
  const what = busy ? 'asks to slow down' : `does not answer (${reasonOf(error)})`;
  return make('queue_unavailable', `SQS ${what}; it is tried again.`);
}
