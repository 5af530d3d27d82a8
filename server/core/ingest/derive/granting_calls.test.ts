import type { Json } from '../json_value';
import { grantsOf } from './granting_calls';

const OWN = '111111111111';
const OTHER = '222222222222';
const PUBLIC = JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*' }] });
const SHARED = { Statement: [{ Effect: 'Allow', Principal: { AWS: [OWN, OTHER] } }] };
const grantTo = (URI: string) => ({
  AccessControlPolicy: {
    AccessControlList: { Grant: [{ Grantee: { 'xsi:type': 'Group', URI }, Permission: 'READ' }] },
  },
});

function grants(action: string, parameters: Json | undefined) {
  return grantsOf({
    source: '',
    action,
    failed: false,
    identity: { accountId: OWN },
    recipient: OWN,
    parameters,
    response: undefined,
  });
}

describe('grantsOf', () => {
  it.each<[string, Json, boolean, string[]]>([
    ['PutBucketPolicy', { bucketName: 'b', bucketPolicy: JSON.parse(PUBLIC) as Json }, true, []],
    ['PutBucketPolicy', { bucketName: 'b', bucketPolicy: SHARED }, false, [OTHER]],
    ['PutBucketAcl', { bucketName: 'b', 'x-amz-acl': 'public-read' }, true, []],
    ['PutBucketAcl', { bucketName: 'b', 'x-amz-acl': ['public-read-write'] }, true, []],
    ['PutBucketAcl', { bucketName: 'b', 'x-amz-acl': 'private' }, false, []],
    ['PutBucketAcl', grantTo('http://acs.amazonaws.com/groups/global/AllUsers'), true, []],
    ['PutBucketAcl', grantTo('http://acs.amazonaws.com/groups/global/AuthenticatedUsers'), true, []],
    ['PutBucketAcl', grantTo('http://acs.amazonaws.com/groups/s3/LogDelivery'), false, []],
    [
      'PutObjectAcl',
      { accessControlList: { 'x-amz-grant-read': 'uri="http://acs.amazonaws.com/groups/global/AllUsers"' } },
      true,
      [],
    ],
    ['CreateBucket', { bucketName: 'b', 'x-amz-acl': 'public-read' }, true, []],
    ['ModifySnapshotAttribute', { createVolumePermission: { add: { items: [{ group: 'all' }] } } }, true, []],
    [
      'ModifySnapshotAttribute',
      { createVolumePermission: { add: { items: [{ userId: OTHER }] } } },
      false,
      [OTHER],
    ],
    [
      'ModifySnapshotAttribute',
      { createVolumePermission: { remove: { items: [{ group: 'all' }] } } },
      false,
      [],
    ],
    [
      'ModifyImageAttribute',
      { launchPermission: { add: { items: [{ userId: OTHER }, { userId: OWN }] } } },
      false,
      [OTHER],
    ],
    ['ModifyDBSnapshotAttribute', { attributeName: 'restore', valuesToAdd: ['all'] }, true, []],
    ['ModifyDBClusterSnapshotAttribute', { attributeName: 'restore', valuesToAdd: [OTHER] }, false, [OTHER]],
    ['ModifyDBSnapshotAttribute', { attributeName: 'restore', valuesToRemove: ['all'] }, false, []],
    ['AuthorizeSnapshotAccess', { accountWithRestoreAccess: OTHER }, false, [OTHER]],
    ['ModifyDocumentPermission', { accountIdsToAdd: ['all'] }, true, []],
    [
      'CreateResourceShare',
      { principals: [OTHER, 'arn:aws:iam::333333333333:role/x'] },
      false,
      [OTHER, '333333333333'],
    ],
    ['AddPermission', { aWSAccountIds: [OTHER] }, false, [OTHER]],
    ['AddPermission20150331v2', { principal: '*', functionUrlAuthType: 'NONE' }, true, []],
    ['AddPermission20150331v2', { principal: '*', principalOrgID: 'o-1' }, false, []],
    ['AddPermission20150331v2', { principal: 's3.amazonaws.com' }, false, []],
    ['PutKeyPolicy', { keyId: 'k', policy: PUBLIC }, true, []],
    ['SetQueueAttributes', { attributes: { Policy: PUBLIC } }, true, []],
    ['SetTopicAttributes', { attributeName: 'Policy', attributeValue: PUBLIC }, true, []],
    ['PutResourcePolicy', { secretId: 's', resourcePolicy: PUBLIC }, true, []],
    ['SetRepositoryPolicy', { repositoryName: 'r', policyText: PUBLIC }, true, []],
    ['UpdateAssumeRolePolicy', { roleName: 'r', policyDocument: JSON.stringify(SHARED) }, false, [OTHER]],
  ])('%s %j', (action, parameters, everyone, accounts) => {
    expect(grants(action, parameters)).toEqual({ everyone, accounts });
  });

  it.each<[string, Json | undefined]>([
    ['GetObject', { bucketName: 'b' }],
    ['PutObject', { bucketName: 'b', key: 'k' }],
    ['SetQueueAttributes', { attributes: { VisibilityTimeout: '30' } }],
    ['SetTopicAttributes', { attributeName: 'DisplayName', attributeValue: PUBLIC }],
    ['PutBucketPolicy', undefined],
    ['PutBucketPolicy', { bucketPolicy: 'no JSON' }],
    ['constructor', { policy: PUBLIC }],
  ])('says nothing of %s %j', (action, parameters) => {
    expect(grants(action, parameters)).toBeUndefined();
  });
});
