import { accountOf } from './account_id';

/** Whom a call gives access. */
export interface Grants {
  everyone: boolean;
  accounts: string[];
}

/** The grants of principals as AWS's calls name them: `*` and `all` are everyone; of account ids and ARNs the accounts count. */
export function grantsTo(principals: readonly unknown[]): Grants {
  const grants: Grants = { everyone: false, accounts: [] };
  for (const principal of principals) {
    if (typeof principal !== 'string') continue;
    const account = accountOf(principal);
    if (account !== undefined) grants.accounts.push(account);
    else if (principal === '*' || principal === 'all') grants.everyone = true;
  }
  return grants;
}

/** All grants together. */
export function joinGrants(all: readonly Grants[]): Grants {
  return {
    everyone: all.some(({ everyone }) => everyone),
    accounts: [...new Set(all.flatMap(({ accounts }) => accounts))],
  };
}
