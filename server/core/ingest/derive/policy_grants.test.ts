import type { Json } from '../json_value';
import { policyGrants } from './policy_grants';

const ORG = { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };
const statement = (part: Json) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*', ...part }],
});

describe('policyGrants', () => {
  it.each<[string, unknown, boolean]>([
    ['everyone', statement({}), true],
    ['everyone, as JSON text', JSON.stringify(statement({})), true],
    ['everyone by AWS', statement({ Principal: { AWS: '*' } }), true],
    ['everyone among accounts', statement({ Principal: { AWS: ['arn:aws:iam::1:root', '*'] } }), true],
    ['all but one', statement({ Principal: undefined, NotPrincipal: { AWS: 'arn:aws:iam::1:root' } }), true],
    ['one statement, not in a list', { Statement: { Effect: 'Allow', Principal: '*' } }, true],
    ['a Deny for everyone', statement({ Effect: 'Deny' }), false],
    ['an account', statement({ Principal: { AWS: 'arn:aws:iam::222222222222:root' } }), false],
    ['a service', statement({ Principal: { Service: 'cloudtrail.amazonaws.com' } }), false],
    ['a user policy, which has no principal', statement({ Principal: undefined }), false],
    ['an organisation', statement({ Condition: ORG }), false],
    [
      'an organisation, if there is one',
      statement({ Condition: { StringEqualsIfExists: ORG.StringEquals } }),
      true,
    ],
    ['all organisations', statement({ Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-*' } } }), true],
    [
      'paths',
      statement({ Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/r-2/*' } } }),
      false,
    ],
    ['not an organisation', statement({ Condition: { StringNotEquals: ORG.StringEquals } }), true],
    [
      'an endpoint',
      statement({ Condition: { StringEquals: { 'aws:SourceVpce': ['vpce-1', 'vpce-2'] } } }),
      false,
    ],
    [
      'a pattern among values',
      statement({ Condition: { StringLike: { 'aws:SourceVpce': ['vpce-1', '*'] } } }),
      true,
    ],
    [
      'a policy variable',
      statement({ Condition: { StringEquals: { 'aws:userid': '${aws:username}' } } }),
      true,
    ],
    [
      'an ARN of an account',
      statement({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:222222222222:x*' } } }),
      false,
    ],
    ['any ARN', statement({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } } }), true],
    ['a network', statement({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }), false],
    ['an address', statement({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.9' } } }), false],
    ['half the internet', statement({ Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } } }), true],
    [
      'the IPv6 internet',
      statement({ Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '::/0'] } } }),
      true,
    ],
    ['all but a network', statement({ Condition: { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }), true],
    ['only TLS', statement({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }), true],
    [
      'a referrer',
      statement({ Condition: { StringLike: { 'aws:Referer': 'https://example.com/*' } } }),
      true,
    ],
    [
      'TLS and an organisation',
      statement({ Condition: { Bool: { 'aws:SecureTransport': 'true' }, ...ORG } }),
      false,
    ],
    [
      'keys in another case',
      statement({ Condition: { stringequals: { 'AWS:principalorgid': 'o-1' } } }),
      false,
    ],
    ['no statement', { Version: '2012-10-17' }, false],
    ['nonsense', { Statement: [null, 7, { Effect: 'Allow', Principal: { AWS: { x: 1 } } }] }, false],
  ])('%s', (_title, policy, everyone) => {
    expect(policyGrants(policy)).toMatchObject({ everyone });
  });

  it.each<[string, unknown, string[]]>([
    ['a root ARN', statement({ Principal: { AWS: 'arn:aws:iam::222222222222:root' } }), ['222222222222']],
    ['a bare id', statement({ Principal: { AWS: ['222222222222', '222222222222'] } }), ['222222222222']],
    ['a role', statement({ Principal: { AWS: 'arn:aws-cn:iam::222222222222:role/x' } }), ['222222222222']],
    ['a deleted role, known by its id', statement({ Principal: { AWS: 'AROAEXAMPLE' } }), []],
    [
      'everyone of an account',
      statement({ Condition: { StringEquals: { 'aws:PrincipalAccount': '222222222222' } } }),
      ['222222222222'],
    ],
    ['a denied account', statement({ Effect: 'Deny', Principal: { AWS: '222222222222' } }), []],
  ])('shares with %s', (_title, policy, accounts) => {
    expect(policyGrants(policy)).toEqual({ everyone: false, accounts });
  });

  it.each([undefined, null, 7, '', 'no JSON', '[1]'])('is none: %p', (policy) => {
    expect(policyGrants(policy)).toBeUndefined();
  });
});
