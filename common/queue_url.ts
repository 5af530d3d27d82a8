/** Where a queue is, as its URL tells. */
export interface QueueAddress {
  /** Absent in the URL of another service that speaks SQS's protocol. */
  region?: string;
  /** Where requests go, for such a service; AWS's own is found by the region. */
  endpoint?: string;
  arn?: string;
}

const AWS_HOST =
  /^(?:sqs|sqs-fips)\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(\.cn)?$|^([a-z]{2}(?:-[a-z]+)+-\d)\.queue\.amazonaws\.com(\.cn)?$/;

/** Queue URLs: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html */
export function parseQueueUrl(queueUrl: string): QueueAddress {
  const { hostname, origin, pathname } = new URL(queueUrl);
  const match = AWS_HOST.exec(hostname);
  const region = match?.[1] ?? match?.[3];
  if (region === undefined) return { endpoint: origin };
  const [account, name] = pathname.slice(1).split('/');
  return { region, arn: `arn:${partitionOf(region)}:sqs:${region}:${account}:${name}` };
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
