import { SiemError } from '../../core/errors';

/** What errors of the AWS SDK carry, as far as we look at it. */
export interface SdkError {
  name?: string;
  Code?: string;
  message?: string;
  /** Fields of S3's XML answer. */
  Region?: string;
  $metadata?: { httpStatusCode?: number };
  $response?: { headers?: Record<string, string> };
  code?: string;
  cause?: unknown;
}

const CREDENTIALS = new Set([
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidToken',
  'InvalidClientTokenId',
  'CredentialsProviderError',
  'UnrecognizedClientException',
  'AuthFailure',
]);

/** The error where AWS does not take the credentials at all, or the role cannot be assumed; undefined for any other. */
export function credentialsError(error: SdkError): SiemError | undefined {
  const name = error.Code || error.name || '';
  const detail = error.message ?? '';
  if (/sts:AssumeRole/i.test(detail)) {
    return new SiemError(
      's3_credentials',
      `The role cannot be assumed: its trust policy must allow it, with the external id of the source. (${detail})`,
      { cause: error },
    );
  }
  if (!CREDENTIALS.has(name)) return undefined;
  return new SiemError(
    's3_credentials',
    `AWS does not accept the credentials (${name}): ${detail} Check the access key, or the role and what OpenSearch Dashboards itself runs as.`,
    { cause: error },
  );
}

/** An error of ours among the causes: the outbound guard's refusal comes out of the SDK as the cause of a connection error. */
export function siemErrorIn(thrown: unknown): SiemError | undefined {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth++) {
    if (error instanceof SiemError) return error;
  }
  return undefined;
}

/** Why there was no answer. */
export function reasonOf(error: SdkError): string {
  return [error.code ?? error.name, error.message].filter(Boolean).join(': ');
}
