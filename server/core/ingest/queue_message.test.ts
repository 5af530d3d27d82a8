import { parseMessage } from './queue_message';

const key = 'AWSLogs/aws-account-id=123456789012/year=2026/a b+c.gz';
const record = {
  eventVersion: '2.1',
  eventSource: 'aws:s3',
  awsRegion: 'eu-central-1',
  eventTime: '2026-01-15T11:00:00.000Z',
  eventName: 'ObjectCreated:Put',
  s3: {
    bucket: { name: 'logs', arn: 'arn:aws:s3:::logs' },
    object: {
      key: 'AWSLogs/aws-account-id%3D123456789012/year%3D2026/a+b%2Bc.gz',
      size: 1024,
      eTag: '3c59dc048e885024',
      sequencer: '00',
    },
  },
};
const object = {
  bucket: 'logs',
  key,
  etag: '3c59dc048e885024',
  size: 1024,
  lastModified: Date.parse('2026-01-15T11:00:00Z'),
};
const eventBridge = {
  version: '0',
  'detail-type': 'Object Created',
  source: 'aws.s3',
  time: '2026-01-15T11:00:00Z',
  detail: {
    bucket: { name: 'logs' },
    object: { key, size: 1024, etag: '3c59dc048e885024' },
    reason: 'PutObject',
  },
};

function parse(message: unknown) {
  return parseMessage(JSON.stringify(message));
}

function inSns(message: unknown) {
  return { Type: 'Notification', TopicArn: 'arn:…', Message: JSON.stringify(message) };
}

describe('messages of a queue', () => {
  it.each([
    ["S3's own, also by SNS raw", { Records: [record] }],
    ['S3 by SNS', inSns({ Records: [record] })],
    ['EventBridge', eventBridge],
    ['EventBridge by SNS', inSns(eventBridge)],
  ])('of %s announce objects', (_way, message) => {
    expect(parse(message)).toEqual([object]);
  });

  it('may announce several objects, or things that are no new objects', () => {
    const removed = { ...record, eventName: 'ObjectRemoved:Delete' };
    expect(parse({ Records: [record, removed, record] })).toEqual([object, object]);
    expect(parse({ ...eventBridge, 'detail-type': 'Object Deleted' })).toEqual([]);
  });

  it('that S3 sends when notifications are set up announce nothing', () => {
    const test = { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'logs' };
    expect(parse(test)).toEqual([]);
    expect(parse(inSns(test))).toEqual([]);
  });

  it.each([
    ['no JSON', 'hello'],
    ['no object', '[1]'],
    ['something else', '{"hello":"world"}'],
    ['another service', JSON.stringify({ Records: [{ ...record, eventSource: 'aws:kinesis' }] })],
    ['no key', JSON.stringify({ ...eventBridge, detail: { bucket: { name: 'logs' }, object: {} } })],
    ['a key that is not encoded as S3 does', JSON.stringify({ Records: [record] }).replace('%3D', '%ZZ')],
    ['wrapped too deep', JSON.stringify(inSns(inSns(inSns(inSns(inSns({ Records: [record] }))))))],
  ])('with %s cannot be read', (_what, body) => {
    expect(parseMessage(body)).toBeUndefined();
  });
});
