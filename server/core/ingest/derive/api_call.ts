import type { Json } from '../json_value';

/** What facts about an API call are derived from: parts of a CloudTrail record, as they stand there. */
export interface ApiCall {
  /** `eventSource`, e.g. `iam.amazonaws.com`. */
  source: string;
  /** `eventName`. */
  action: string;
  failed: boolean;
  identity: Json;
  /** `recipientAccountId`: the account whose trail tells of the call. */
  recipient: string | undefined;
  /** Null in the record, and so absent here, for many calls that were refused. */
  parameters: Json | undefined;
  response: Json | undefined;
}
