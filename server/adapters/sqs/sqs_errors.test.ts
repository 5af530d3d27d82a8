import { SiemError } from '../../core/errors';
import { fromSqsError } from './sqs_errors';

const call = {
  queueUrl: 'https://sqs.eu-central-1.amazonaws.com/123456789012/siem-logs',
  region: 'eu-central-1',
  permission: 'sqs:ReceiveMessage',
};

function error(name: string, status?: number, more: object = {}): Error {
  return Object.assign(new Error(name), { name, $metadata: { httpStatusCode: status }, ...more });
}

describe('errors of SQS', () => {
  it.each([
    ['QueueDoesNotExist', 400, 'queue_not_found', 'no queue https://sqs.eu-central-1'],
    ['AWS.SimpleQueueService.NonExistentQueue', 400, 'queue_not_found', 'no queue'],
    ['InvalidAddress', 404, 'queue_not_found', 'no queue'],
    ['AccessDenied', 403, 'queue_access_denied', 'arn:aws:sqs:eu-central-1:123456789012:siem-logs'],
    ['AccessDeniedException', 400, 'queue_access_denied', 'sqs:ReceiveMessage'],
    ['KmsAccessDenied', 400, 'queue_access_denied', 'kms:Decrypt'],
    ['InvalidClientTokenId', 403, 's3_credentials', 'access key'],
    ['OverLimit', 403, 'queue_unavailable', 'slow down'],
    ['RequestThrottled', 400, 'queue_unavailable', 'slow down'],
    ['InternalFailure', 500, 'queue_unavailable', 'InternalFailure'],
    ['SyntaxError', 200, 'queue_unavailable', 'SyntaxError'],
    ['TimeoutError', undefined, 'queue_unavailable', 'does not answer'],
    ['ReceiptHandleIsInvalid', 400, 'internal', 'ReceiptHandleIsInvalid'],
  ])('%s (%s) is %s', (name, status, code, text) => {
    const mapped = fromSqsError(error(name, status), call);
    expect(mapped.code).toBe(code);
    expect(mapped.message).toContain(text);
  });

  it('tells a wrong region from a wrong signature', () => {
    const message = 'Credential should be scoped to a valid region.';
    const mapped = fromSqsError(error('SignatureDoesNotMatch', 403, { message }), call);
    expect(mapped.code).toBe('queue_wrong_region');
    expect(mapped.message).toContain('not in eu-central-1');
  });

  it("lets the outbound guard's refusal through", () => {
    const refusal = new SiemError('address_refused', 'no');
    expect(fromSqsError(new Error('connection failed', { cause: refusal }), call)).toBe(refusal);
  });
});
