import { type Json, listOf, objectOf } from '../json_value';
import { type Grants, grantsTo, joinGrants } from './grants';
import { narrowingValues } from './policy_condition';

const EVERYONE = ['*'];

/**
 * Whom a resource's policy lets in, given as JSON text or already parsed; undefined if it is none. Only `Allow` counts: what a
 * `Deny` takes away again is not worked out. Everyone under a narrowing condition is whom the condition names.
 */
export function policyGrants(policy: unknown): Grants | undefined {
  const document = objectOf(typeof policy === 'string' ? parsed(policy) : policy);
  return document && joinGrants(listOf(document.Statement).map(statementGrants));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function statementGrants(value: unknown): Grants {
  const statement = objectOf(value);
  if (statement?.Effect !== 'Allow') return grantsTo([]);
  const grants = grantsTo(principalsOf(statement));
  if (!grants.everyone) return grants;
  const narrowing = narrowingValues(objectOf(statement.Condition));
  if (narrowing.length === 0) return grants;
  return joinGrants([{ ...grants, everyone: false }, grantsTo(narrowing)]);
}

/** `"*"`, or lists by kind; of these only `AWS` holds accounts. To allow all but some is to allow everyone. */
function principalsOf({ Principal, NotPrincipal }: Json): readonly unknown[] {
  if (Principal === '*' || NotPrincipal !== undefined) return EVERYONE;
  return listOf(objectOf(Principal)?.AWS);
}
