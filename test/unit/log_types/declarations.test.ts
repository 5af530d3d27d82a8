import { logTypes } from '../../../server/core/ingest/log_types';
import { mappingProperties } from '../../../server/core/ingest/mapping';
import { keyFacts, markerReason, objectTime } from '../../../server/core/ingest/object_key';
import { layoutOf } from '../../../server/core/ingest/row_layout';

const PLACEHOLDERS = new Set(['partition', 'bucket', 'prefix', 'region', 'accountId', 'dnsSuffix']);

describe.each(logTypes.all.map((type) => [type.id, type] as const))('%s', (_id, type) => {
  it('has set-up texts with known placeholders, and policies that are JSON', () => {
    const texts = [...type.setup.map(({ template }) => template), ...type.keyLayouts];
    const used = texts.flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''));
    expect(used.filter((name) => !PLACEHOLDERS.has(name))).toEqual([]);
    for (const { language, template } of type.setup) {
      if (language === 'json') expect(JSON.parse(template)).toHaveProperty('Statement');
    }
    expect(new Set(type.setup.map(({ id }) => id)).size).toBe(type.setup.length);
    expect(type.setup.map(({ id }) => id)).toContain('read_policy');
  });

  it('has constants and mappings for declared fields', () => {
    const layout = layoutOf(type.fields);
    for (const path of Object.keys(type.constants)) expect(() => layout.slot(path)).not.toThrow();
    expect(mappingProperties(type, { flatObject: true })).toMatchObject({
      '@timestamp': { type: 'date' },
      source: { properties: { ip: { type: 'ip' } } },
    });
  });

  it('skips what AWS writes only to try', () => {
    expect(type.skipObject('logs/AWSLogs/123456789012/ELBAccessLogTestFile')).toBeDefined();
    expect(type.skipObject('logs/aws-logs-write-test')).toBeDefined();
    expect(type.skipObject('logs/2026/')).toBeDefined();
    expect(type.skipObject('AWSLogs/123456789012/x/eu-central-1/2026/01/02/object.gz')).toBeUndefined();
  });
});

describe('keys', () => {
  it.each([
    ['AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/01/02/x.gz', '123456789012', 'eu-central-1'],
    [
      'a/b/AWSLogs/o-abcdefghij/123456789012/CloudTrail/us-gov-west-1/2026/01/02/x.gz',
      '123456789012',
      'us-gov-west-1',
    ],
    [
      'AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=cn-north-1/year=2026/x.gz',
      '123456789012',
      'cn-north-1',
    ],
    ['AWSLogs/123456789012/CloudFront/E2/2026/01/02/x.gz', '123456789012', undefined],
    ['me-logs-0/other/x.gz', undefined, undefined],
  ])('tell account and region: %s', (key, accountId, region) => {
    expect(keyFacts(key)).toEqual(accountId === undefined ? {} : { accountId, region });
  });

  it('tell the time where records have none', () => {
    expect(objectTime({ key: 'x_20260102T0304Z_h.log.gz', lastModified: 5 })).toBe(
      Date.UTC(2026, 0, 2, 3, 4),
    );
    expect(objectTime({ key: 'other', lastModified: 5 })).toBe(5);
  });

  it('of logs are no markers', () => expect(markerReason('AWSLogs/x.gz')).toBeUndefined());
});
