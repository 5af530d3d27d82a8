import { SiemError } from '../../core/errors';
import { credentialsError, reasonOf, type SdkError, siemErrorIn } from '../aws/sdk_error';

/** What a call was about, for messages that say what to change. */
export interface S3Call {
  bucket: string;
  region: string;
  endpoint?: string;
  /** Absent when listing. */
  key?: string;
}

const WRONG_REGION = new Set([
  'PermanentRedirect',
  'AuthorizationHeaderMalformed',
  'IllegalLocationConstraintException',
]);
const GONE = new Set(['NoSuchKey', 'PreconditionFailed', 'NoSuchVersion']);

/**
 * What an error of the SDK means and what to do. Codes: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export function fromS3Error(thrown: unknown, call: S3Call): SiemError {
  const guarded = siemErrorIn(thrown);
  if (guarded) return guarded;
  const error = thrown as SdkError;
  const status = error.$metadata?.httpStatusCode;
  const name = error.Code ?? error.name ?? '';
  const make = (code: ConstructorParameters<typeof SiemError>[0], message: string) =>
    new SiemError(code, message, { cause: thrown });
  const { bucket, region, key } = call;
  const at = call.endpoint ? ` at ${call.endpoint}` : '';

  const actual = error.Region ?? error.$response?.headers?.['x-amz-bucket-region'];
  if (WRONG_REGION.has(name) || status === 301) {
    const known = actual ? `in ${actual}` : 'in another region';
    return make(
      's3_wrong_region',
      `The bucket "${bucket}" is ${known}, not in ${region}: set the source's region${actual ? ` to ${actual}` : ''}.`,
    );
  }
  if (name === 'NoSuchBucket') {
    return make(
      'bucket_not_found',
      `There is no bucket "${bucket}"${at || ` in ${region}`}. Check its name and the region.`,
    );
  }
  const credentials = credentialsError(error);
  if (credentials) return credentials;
  if (GONE.has(name) || status === 412) {
    return make(
      's3_object_changed',
      `s3://${bucket}/${key ?? ''} was replaced or deleted while it was read.`,
    );
  }
  if (name === 'InvalidObjectState') {
    return make(
      's3_archived',
      `s3://${bucket}/${key ?? ''} is archived (Glacier): restore it, then it can be read.`,
    );
  }
  if (status === 403 || name === 'AccessDenied') return denied(error, call, thrown);
  if (status === 404) return make('bucket_not_found', `S3 finds no "${bucket}"${at || ` in ${region}`}.`);
  // The error of a good answer is that it broke off.
  const refused = status !== undefined && status >= 300 && status < 500;
  if (refused && status !== 408 && status !== 429) {
    return make(
      'internal',
      `S3 refused the call for "${bucket}"${at}: ${name} ${error.message ?? ''}`.trim(),
    );
  }
  const what =
    name === 'SlowDown' || status === 429 ? 'asks to slow down' : `does not answer (${reasonOf(error)})`;
  return make('s3_unavailable', `S3${at} ${what}; it is tried again.`);
}

function denied(error: SdkError, { bucket, key }: S3Call, cause: unknown): SiemError {
  const detail = error.message ?? '';
  if (/kms/i.test(detail)) {
    return new SiemError(
      's3_kms_denied',
      `s3://${bucket}/${key ?? ''} is encrypted with a KMS key that the credentials may not use: allow kms:Decrypt on that key. (${detail})`,
      { cause },
    );
  }
  const permission =
    key === undefined
      ? `s3:ListBucket on arn:aws:s3:::${bucket}`
      : `s3:GetObject on arn:aws:s3:::${bucket}/* (the object is ${key})`;
  return new SiemError(
    's3_access_denied',
    `S3 denies access: give the credentials ${permission}, and see that the bucket's policy does not deny it.`,
    { cause },
  );
}
