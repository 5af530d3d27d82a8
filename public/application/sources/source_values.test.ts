import type { SourceView } from '../../../common/source';
import { initialValues, inputOf, validateSource } from './source_values';

const stored: SourceView = {
  id: 's1',
  name: 'Trail',
  logType: 'cloudtrail',
  bucket: 'acme-trail',
  region: 'eu-central-1',
  credentials: { kind: 'access_keys', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKeySet: true },
  pollInterval: '5m',
  enabled: false,
  createdAt: '',
  updatedAt: '',
  updatedBy: '',
  status: { state: 'paused', objects: 0, events: 0, rejects: 0, bytes: 0 },
};

describe('values of the source form', () => {
  it('give back what was stored, without what is not input', () => {
    expect(inputOf(initialValues(stored, 'vpcflow'))).toEqual({
      name: 'Trail',
      logType: 'cloudtrail',
      bucket: 'acme-trail',
      region: 'eu-central-1',
      credentials: { kind: 'access_keys', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
      pollInterval: '5m',
      enabled: false,
      namespace: 'default',
      keepOriginal: false,
    });
  });

  it('send only the chosen kind of credentials', () => {
    const values = { ...initialValues(stored, ''), kind: 'host' as const };
    expect(inputOf(values).credentials).toEqual({ kind: 'host' });
  });

  it('give the queue back where the source reads by one, and need its URL', () => {
    const reading = {
      kind: 'queue' as const,
      queueUrl: 'https://sqs.eu-central-1.amazonaws.com/123456789012/siem',
    };
    const values = initialValues({ ...stored, reading }, '');
    expect(inputOf(values).reading).toEqual(reading);
    expect(inputOf({ ...values, readBy: 'polling' })).not.toHaveProperty('reading');
    expect(validateSource({ ...values, queueUrl: '' }, true)).toEqual({ 'reading.queueUrl': 'is required' });
    expect(validateSource({ ...values, queueUrl: 'siem' }, true)).toHaveProperty(['reading.queueUrl']);
  });

  it('need a secret only where none is stored', () => {
    const values = initialValues(stored, '');
    expect(validateSource(values, true)).toEqual({});
    expect(validateSource(values, false)).toEqual({ 'credentials.secretAccessKey': 'is required' });
  });

  it('say what a new source lacks', () => {
    expect(Object.keys(validateSource(initialValues(undefined, 'vpcflow'), false))).toEqual([
      'name',
      'bucket',
    ]);
  });
});
