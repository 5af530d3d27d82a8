import { isAccountId } from './account_id';
import type { ApiCall } from './api_call';

/** Whether the caller's account is another one than that whose trail tells of the call; undefined where the caller has none. */
export function crossAccount({ identity, recipient }: ApiCall): boolean | undefined {
  const caller = identity.accountId;
  return isAccountId(caller) && isAccountId(recipient) ? caller !== recipient : undefined;
}
