import { SiemError } from '../../core/errors';
import { fromS3Error } from './s3_errors';

const call = { bucket: 'logs', region: 'eu-central-1' };

function error(name: string, status?: number, more: object = {}): Error {
  return Object.assign(new Error(name), { name, $metadata: { httpStatusCode: status }, ...more });
}

describe('errors of S3', () => {
  it.each([
    ['NoSuchBucket', 404, 'bucket_not_found', 'no bucket "logs" in eu-central-1'],
    ['AccessDenied', 403, 's3_access_denied', 's3:ListBucket on arn:aws:s3:::logs'],
    ['InvalidAccessKeyId', 403, 's3_credentials', 'access key'],
    ['SignatureDoesNotMatch', 403, 's3_credentials', 'access key'],
    ['ExpiredToken', 400, 's3_credentials', 'ExpiredToken'],
    ['CredentialsProviderError', undefined, 's3_credentials', 'access key'],
    ['SlowDown', 503, 's3_unavailable', 'slow down'],
    ['InternalError', 500, 's3_unavailable', 'InternalError'],
    ['SyntaxError', 200, 's3_unavailable', 'SyntaxError'],
    ['TimeoutError', undefined, 's3_unavailable', 'does not answer'],
    ['ECONNREFUSED', undefined, 's3_unavailable', 'does not answer'],
    ['PermanentRedirect', 301, 's3_wrong_region', 'another region'],
  ])('%s (%s) while listing is %s', (name, status, code, text) => {
    const mapped = fromS3Error(error(name, status), call);
    expect(mapped.code).toBe(code);
    expect(mapped.message).toContain(text);
  });

  it.each([
    ['AccessDenied', 403, 's3_access_denied', 's3:GetObject on arn:aws:s3:::logs/*'],
    ['NoSuchKey', 404, 's3_object_changed', 's3://logs/a/b'],
    ['PreconditionFailed', 412, 's3_object_changed', 's3://logs/a/b'],
    ['InvalidObjectState', 403, 's3_archived', 'Glacier'],
  ])('%s (%s) while reading is %s', (name, status, code, text) => {
    const mapped = fromS3Error(error(name, status), { ...call, key: 'a/b' });
    expect(mapped.code).toBe(code);
    expect(mapped.message).toContain(text);
  });

  it('names the region in which the bucket really is', () => {
    for (const more of [
      { Region: 'us-west-2' },
      { $response: { headers: { 'x-amz-bucket-region': 'us-west-2' } } },
    ]) {
      const mapped = fromS3Error(error('AuthorizationHeaderMalformed', 400, more), call);
      expect(mapped.code).toBe('s3_wrong_region');
      expect(mapped.message).toContain("set the source's region to us-west-2");
    }
  });

  it('tells KMS and role refusals from those of S3', () => {
    const kms = { message: 'User is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:…' };
    expect(fromS3Error(error('AccessDenied', 403, kms), { ...call, key: 'k' }).code).toBe('s3_kms_denied');
    const sts = { message: 'User: arn:… is not authorized to perform: sts:AssumeRole on resource: …' };
    expect(fromS3Error(error('AccessDenied', 403, sts), call).code).toBe('s3_credentials');
  });

  it("lets the outbound guard's refusal through", () => {
    const refusal = new SiemError('address_refused', 'no');
    expect(fromS3Error(refusal, call)).toBe(refusal);
    expect(fromS3Error(new Error('connection failed', { cause: refusal }), call)).toBe(refusal);
  });

  it('keeps other refusals readable', () => {
    const mapped = fromS3Error(error('MethodNotAllowed', 405), {
      ...call,
      endpoint: 'https://s3.example.com',
    });
    expect(mapped.message).toContain('https://s3.example.com');
    expect(mapped.message).toContain('MethodNotAllowed');
  });
});
