import { objectOf, textOf } from '../json_value';
import type { ApiCall } from './api_call';

/** Calls that act on the caller when they name no user: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html */
const ON_CALLER = new Set([
  'ChangePassword',
  'CreateAccessKey',
  'CreateLoginProfile',
  'DeactivateMFADevice',
  'DeleteAccessKey',
  'DeleteLoginProfile',
  'DeleteServiceSpecificCredential',
  'DeleteSigningCertificate',
  'GetLoginProfile',
  'GetUser',
  'ListAccessKeys',
  'ListMFADevices',
  'ListServiceSpecificCredentials',
  'ListSigningCertificates',
  'ListSSHPublicKeys',
  'ResetServiceSpecificCredential',
  'UpdateAccessKey',
  'UpdateServiceSpecificCredential',
  'UpdateSigningCertificate',
  'UploadSigningCertificate',
]);

/** Whether an IAM call about a user is about the caller's own user; undefined for calls that are about none. */
export function selfAction({
  source,
  action,
  failed,
  identity,
  parameters,
  response,
}: ApiCall): boolean | undefined {
  if (source !== 'iam.amazonaws.com') return undefined;
  const target = textOf(parameters?.userName) ?? textOf(objectOf(response?.accessKey)?.userName);
  // A refused call often hides its parameters, so that nothing can be said of it.
  if (target === undefined) return !failed && ON_CALLER.has(action) ? true : undefined;
  const own = identity.type === 'IAMUser' ? textOf(identity.userName) : undefined;
  // IAM does not tell names apart by case.
  return own?.toLowerCase() === target.toLowerCase();
}
