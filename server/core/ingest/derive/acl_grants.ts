import { type Json, listOf } from '../json_value';
import { keyValues } from '../key_values';
import type { Grants } from './grants';

/** Canned ACLs that let everyone in, or every AWS account: https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html */
const PUBLIC_ACLS = new Set(['public-read', 'public-read-write', 'authenticated-read']);
const PUBLIC_GROUP = /\/groups\/global\/(AllUsers|AuthenticatedUsers)\b/;

/** Whom an S3 call lets in by its canned ACL, grant headers or list of grants; undefined if it has none of them. Grantees are canonical ids, not accounts. */
export function aclGrants(parameters: Json): Grants | undefined {
  const canned = listOf(parameters['x-amz-acl'] ?? parameters.cannedAcl);
  const grants = Object.entries(parameters).filter(
    ([name]) =>
      name === 'AccessControlPolicy' || name === 'accessControlList' || name.startsWith('x-amz-grant-'),
  );
  if (canned.length === 0 && grants.length === 0) return undefined;
  const everyone =
    canned.some((name) => PUBLIC_ACLS.has(name as string)) ||
    grants.some(([, grant]) => keyValues(grant).some((entry) => PUBLIC_GROUP.test(entry)));
  return { everyone, accounts: [] };
}
