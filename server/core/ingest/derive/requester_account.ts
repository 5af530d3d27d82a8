import { accountOf } from './account_id';

/** The account of an S3 access log's requester, where that is an ARN; canonical ids, services and anonymous callers have none to read. */
export function requesterAccount(requester: string): string | undefined {
  return requester.startsWith('arn:') ? accountOf(requester) : undefined;
}
