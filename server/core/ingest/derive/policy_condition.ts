import { type Json, listOf, objectOf } from '../json_value';

/**
 * Keys that tell who or from where a caller is. A fixed value of one of them keeps the public out; the first ones are AWS's own list:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
const CALLER_KEYS = new Set([
  'aws:sourceip',
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'aws:sourceaccount',
  'aws:userid',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:vpcsourceip',
  'kms:calleraccount',
]);

/** Operators that ask for one of the values. Those that end in `IfExists` also let in callers without the key. */
const ASKING = /^(foranyvalue:)?(string(equals|equalsignorecase|like)|arn(equals|like)|ipaddress)$/;

/** IP ranges at least this long still leave most of the internet out. */
const LEAST_PREFIX = { ipv4: 8, ipv6: 32 };

/** Values by which a statement's condition keeps the public out; none if it does not. */
export function narrowingValues(condition: Json | undefined): string[] {
  for (const [operator, keys] of Object.entries(condition ?? {})) {
    if (!ASKING.test(operator.toLowerCase())) continue;
    for (const [key, value] of Object.entries(objectOf(keys) ?? {})) {
      const name = key.toLowerCase();
      if (!CALLER_KEYS.has(name)) continue;
      const values = listOf(value).filter((item): item is string => typeof item === 'string');
      // One value that fits everyone is enough to let everyone in.
      if (values.length > 0 && values.every((text) => isNarrow(name, text))) return values;
    }
  }
  return [];
}

function isNarrow(key: string, value: string): boolean {
  if (key === 'aws:sourceip' || key === 'aws:vpcsourceip') {
    const [address = '', prefix] = value.split('/');
    const least = address.includes(':') ? LEAST_PREFIX.ipv6 : LEAST_PREFIX.ipv4;
    return prefix === undefined || Number(prefix) >= least;
  }
  // The organisation comes first; which of its units may be left open.
  if (key.endsWith('orgpaths')) return isFixed(value.split('/')[0] as string);
  // An ARN of one account may leave open which resource of it.
  return isFixed(value) || /^arn:[^:*?]*:[^:]*:[^:]*:\d{12}:/.test(value);
}

/** No wildcard and no policy variable. */
function isFixed(value: string): boolean {
  return !/[*?]|\$\{/.test(value);
}
