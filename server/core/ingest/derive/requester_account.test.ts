import { requesterAccount } from './requester_account';

it.each([
  ['arn:aws:iam::999999999999:user/alice', '999999999999'],
  ['arn:aws:sts::999999999999:assumed-role/web/i-0123', '999999999999'],
  ['arn:aws-us-gov:iam::999999999999:root', '999999999999'],
  ['79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be', undefined],
  ['svc:s3.amazonaws.com', undefined],
  ['999999999999', undefined],
  ['arn:aws', undefined],
  ['-', undefined],
])('requesterAccount(%p)', (requester, expected) => {
  expect(requesterAccount(requester)).toBe(expected);
});
