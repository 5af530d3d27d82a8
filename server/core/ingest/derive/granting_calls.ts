import { type Json, listOf, objectOf } from '../json_value';
import { aclGrants } from './acl_grants';
import type { ApiCall } from './api_call';
import { type Grants, grantsTo } from './grants';
import { policyGrants } from './policy_grants';

type GrantReader = (parameters: Json) => Grants | undefined;

/** The policy under a parameter. */
const policy =
  (name: string): GrantReader =>
  (parameters) =>
    policyGrants(parameters[name]);

/** Accounts, or `all`, in a list parameter; undefined if the call adds nobody. */
const values =
  (name: string): GrantReader =>
  (parameters) =>
    grantsTo(listOf(parameters[name]));

/** EC2's permissions: `{ add: { items: [{ userId }, { group: 'all' }] } }`. */
const permissions =
  (name: string): GrantReader =>
  (parameters) =>
    grantsTo(
      listOf(objectOf(parameters[name])?.add).flatMap((item) => {
        const { userId, group } = objectOf(item) ?? {};
        return [userId, group];
      }),
    );

/** Queues and topics have their policy among their attributes. */
const attributes: GrantReader = (parameters) => policyGrants(objectOf(parameters.attributes)?.Policy);

const topicAttribute: GrantReader = ({ attributeName, attributeValue }) =>
  attributeName === 'Policy' ? policyGrants(attributeValue) : undefined;

/** A permission of a function or layer is one statement of its policy, the condition in parameters of its own. */
const lambda: GrantReader = ({ principal, sourceArn, sourceAccount, principalOrgID, organizationId }) => {
  const grants = grantsTo([principal]);
  const narrowed = [sourceArn, sourceAccount, principalOrgID, organizationId].some(
    (value) => typeof value === 'string' && value !== '*',
  );
  return { ...grants, everyone: grants.everyone && !narrowed };
};

/** Calls that let others in. The same action of different services has the same shape, except for policies, of which each reader takes its own. */
const READERS: ReadonlyMap<string, GrantReader> = new Map(
  Object.entries<GrantReader>({
    PutBucketPolicy: policy('bucketPolicy'),
    PutAccessPointPolicy: policy('policy'),
    PutBucketAcl: aclGrants,
    PutObjectAcl: aclGrants,
    PutObject: aclGrants,
    CopyObject: aclGrants,
    CreateMultipartUpload: aclGrants,
    CreateBucket: aclGrants,
    ModifySnapshotAttribute: permissions('createVolumePermission'),
    ModifyImageAttribute: permissions('launchPermission'),
    ModifyDBSnapshotAttribute: values('valuesToAdd'),
    ModifyDBClusterSnapshotAttribute: values('valuesToAdd'),
    AuthorizeSnapshotAccess: values('accountWithRestoreAccess'),
    ModifyDocumentPermission: values('accountIdsToAdd'),
    CreateResourceShare: values('principals'),
    AssociateResourceShare: values('principals'),
    AddPermission: (parameters) =>
      grantsTo([parameters.aWSAccountId, parameters.aWSAccountIds].flatMap(listOf)),
    AddPermission20150331: lambda,
    AddPermission20150331v2: lambda,
    AddLayerVersionPermission20181031: lambda,
    SetQueueAttributes: attributes,
    CreateQueue: attributes,
    CreateTopic: attributes,
    SetTopicAttributes: topicAttribute,
    PutKeyPolicy: policy('policy'),
    CreateKey: policy('policy'),
    PutResourcePolicy: (parameters) =>
      policyGrants(
        parameters.resourcePolicy ??
          parameters.policyInJson ??
          parameters.policyDocument ??
          parameters.policy,
      ),
    SetRepositoryPolicy: policy('policyText'),
    PutRegistryPolicy: policy('policyText'),
    CreateRole: policy('assumeRolePolicyDocument'),
    UpdateAssumeRolePolicy: policy('policyDocument'),
    PutFileSystemPolicy: policy('policy'),
    PutBackupVaultAccessPolicy: policy('policy'),
    CreateDomain: policy('accessPolicies'),
    UpdateDomainConfig: policy('accessPolicies'),
    CreateElasticsearchDomain: policy('accessPolicies'),
    UpdateElasticsearchDomainConfig: policy('accessPolicies'),
  }),
);

/**
 * Whom the call gives access to a bucket, snapshot, image, key or other resource; the account's own id does not count. Undefined for
 * calls that grant nothing by their nature, and where the parameters do not tell.
 */
export function grantsOf({ action, identity, recipient, parameters }: ApiCall): Grants | undefined {
  const read = READERS.get(action);
  const grants = parameters && read?.(parameters);
  if (!grants) return undefined;
  const owner = recipient ?? identity.accountId;
  return { ...grants, accounts: grants.accounts.filter((account) => account !== owner) };
}
