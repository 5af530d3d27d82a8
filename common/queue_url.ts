/** A queue's URL: scheme and host, the host alone, the path behind the slash. */
export const QUEUE_URL = /^(https?:\/\/([^\s/?#@:]+)(?::\d{1,5})?)\/([^\s?#]+)$/;

const AWS_HOST =
  /^(?:sqs|sqs-fips)\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(?:\.cn)?$|^([a-z]{2}(?:-[a-z]+)+-\d)\.queue\.amazonaws\.com(?:\.cn)?$/;

/** Where a queue is, as its URL tells. */
export interface QueueAddress {
  /** Absent in the URL of another service that speaks SQS's protocol. */
  region?: string;
  /** Where requests go, for such a service; AWS's own is found by the region. */
  endpoint?: string;
  arn?: string;
}

/**
 * Reads a queue's URL; of a text that is none, nothing is known.
 *
 * Queue URLs: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
 */
export function parseQueueUrl(queueUrl: string): QueueAddress {
  const [, endpoint, host = '', path = ''] = QUEUE_URL.exec(queueUrl) ?? [];
  const match = AWS_HOST.exec(host);
  const region = match?.[1] ?? match?.[2];
  if (region === undefined) return endpoint === undefined ? {} : { endpoint };
  const [account, name] = path.split('/');
  return { region, arn: `arn:${partitionOf(region)}:sqs:${region}:${account}:${name}` };
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
