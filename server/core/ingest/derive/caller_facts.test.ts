import type { ApiCall } from './api_call';
import { crossAccount } from './cross_account';
import { selfAction } from './self_action';

const alice = { type: 'IAMUser', userName: 'alice', accountId: '111111111111' };

function call(part: Partial<ApiCall>): ApiCall {
  return {
    source: 'iam.amazonaws.com',
    action: 'CreateAccessKey',
    failed: false,
    identity: alice,
    recipient: '111111111111',
    parameters: undefined,
    response: undefined,
    ...part,
  };
}

describe('selfAction', () => {
  it.each<[string, Partial<ApiCall>, boolean | undefined]>([
    ['names the own user', { parameters: { userName: 'alice' } }, true],
    ['names the own user in another case', { parameters: { userName: 'Alice' } }, true],
    ['names another user', { parameters: { userName: 'bob' } }, false],
    ['names nobody, where that means the caller', {}, true],
    ['answers with another user', { response: { accessKey: { userName: 'bob' } } }, false],
    ['by root for itself', { identity: { type: 'Root', accountId: '111111111111' } }, true],
    [
      'by a role for a user of its session name',
      { identity: { type: 'AssumedRole', userName: 'alice' }, parameters: { userName: 'alice' } },
      false,
    ],
    ['is refused without its parameters', { failed: true }, undefined],
    ['is refused, naming another user', { failed: true, parameters: { userName: 'bob' } }, false],
    ['is about no user', { action: 'CreateRole', parameters: { roleName: 'r' } }, undefined],
    ['is of another service', { source: 'rds.amazonaws.com', parameters: { userName: 'bob' } }, undefined],
    ['has a name that is no text', { action: 'CreateUser', parameters: { userName: ['x'] } }, undefined],
  ])('%s', (_title, part, expected) => {
    expect(selfAction(call(part))).toBe(expected);
  });
});

describe('crossAccount', () => {
  it.each<[string, Partial<ApiCall>, boolean | undefined]>([
    ['one account', {}, false],
    ['another account', { recipient: '222222222222' }, true],
    ['an AWS service', { identity: { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' } }, undefined],
    ['anonymous', { identity: { type: 'AWSAccount', accountId: 'ANONYMOUS_PRINCIPAL' } }, undefined],
    ['no recipient', { recipient: undefined }, undefined],
  ])('%s', (_title, part, expected) => {
    expect(crossAccount(call({ action: 'AssumeRole', source: 'sts.amazonaws.com', ...part }))).toBe(expected);
  });
});
