import * as t from 'io-ts';
import { describeErrors, integer, IsoTime, oneOf, pattern, text } from './codec';
import { Duration, parseDuration } from './duration';
import { defaultsOf, fieldsCodec } from './field';
import type { Field } from './field';
import { object, tagged } from './object_codec';
import { RuleInput } from './rule';
import { SourceInput } from './source';

function mistakes(codec: t.Decoder<unknown, unknown>, value: unknown): string[] {
  const result = codec.decode(value);
  return result._tag === 'Left' ? describeErrors(result.left) : [];
}

const source = {
  name: 'Flow logs',
  logType: 'vpcflow',
  bucket: 'acme-logs',
  region: 'eu-central-1',
  credentials: { kind: 'host' },
  pollInterval: '1m',
  enabled: true,
};

describe('object', () => {
  const codec = object({ name: text(5), inner: object({ size: integer(1, 9) }) }, { tag: oneOf(['a', 'b']) });

  it.each<[string, unknown, string[]]>([
    ['accepts what is declared', { name: 'x', inner: { size: 3 }, tag: 'a' }, []],
    [
      'refuses a misspelt key by name',
      { name: 'x', inner: { size: 3 }, tga: 'a' },
      ['tga: is not known here; known: name, inner, tag'],
    ],
    ['says what is missing', { inner: {} }, ['name: is required', 'inner.size: is required']],
    [
      'says what a value must be',
      { name: 'too long', inner: { size: 0 }, tag: 'c' },
      [
        'name: must be at most 5 characters long',
        'inner.size: must be a whole number from 1 to 9',
        'tag: must be one of a, b',
      ],
    ],
    ['refuses anything that is no object', [], ['must be an object']],
  ])('%s', (_name, value, expected) => {
    expect(mistakes(codec, value)).toEqual(expected);
  });

  it('is not fooled by names that every object has', () => {
    expect(
      mistakes(tagged('kind', { host: object({ kind: t.literal('host') }) }), { kind: 'constructor' }),
    ).toEqual(['kind: must be one of host']);
  });
});

describe('a source', () => {
  it.each<[string, object, string[]]>([
    ['is complete', {}, []],
    [
      'needs a real bucket name',
      { bucket: 'Not_A_Bucket' },
      [expect.stringMatching(/^bucket: must be a bucket name/)],
    ],
    [
      'needs a role ARN for a role',
      { credentials: { kind: 'role', roleArn: 'admin' } },
      [expect.stringMatching(/^credentials\.roleArn: must be a role ARN/)],
    ],
    [
      'takes no unknown credentials',
      { credentials: { kind: 'magic' } },
      ['credentials.kind: must be one of host, access_keys, role'],
    ],
    [
      'takes an endpoint without a path only',
      { endpoint: 'http://s3/bucket' },
      [expect.stringMatching(/^endpoint: must be an http/)],
    ],
    [
      'takes no prefix with a leading slash',
      { prefix: '/AWSLogs' },
      ['prefix: must be a key prefix without a leading slash'],
    ],
    ['takes a GovCloud region', { region: 'us-gov-west-1' }, []],
  ])('%s', (_name, change, expected) => {
    expect(mistakes(SourceInput, { ...source, ...change })).toEqual(expected);
  });
});

describe('a rule', () => {
  it('says what is wrong with an interval', () => {
    expect(
      mistakes(RuleInput, {
        name: 'r',
        type: 'threshold',
        enabled: true,
        index: { title: 'siem-logs-*', timeField: '@timestamp' },
        query: '',
        filters: [],
        params: {},
        interval: '1 minute',
        severity: 'high',
        channels: [],
      }),
    ).toEqual(['interval: must be a duration such as 30s, 5m, 1h or 1d']);
  });
});

describe('times and durations', () => {
  it.each([
    ['30s', 30_000],
    ['5m', 300_000],
    ['2h', 7_200_000],
    ['1d', 86_400_000],
    ['0m', undefined],
    ['m', undefined],
    ['-1m', undefined],
    ['1.5h', undefined],
  ])('%s is %s ms', (duration, expected) => expect(parseDuration(duration)).toBe(expected));

  it('normalises times to UTC', () => {
    expect(IsoTime.decode('2026-01-31T12:00:00+01:00')).toMatchObject({ right: '2026-01-31T11:00:00.000Z' });
    expect(mistakes(IsoTime, '1')).toHaveLength(1);
    expect(mistakes(Duration, 5)).toHaveLength(1);
    expect(mistakes(pattern(/^a$/, 'an a'), 'b')).toEqual(['must be an a']);
  });
});

describe('declared fields', () => {
  const fields: Field[] = [
    { name: 'url', label: 'URL', type: 'text' },
    { name: 'token', label: 'Token', type: 'secret', boundTo: ['url'] },
    {
      name: 'method',
      label: 'Method',
      type: 'select',
      default: 'POST',
      options: [{ value: 'POST', label: 'POST' }],
    },
    { name: 'to', label: 'To', type: 'text_list', optional: true, maxItems: 2 },
  ];
  const codec = fieldsCodec(fields);

  it('make the codec of their settings', () => {
    expect(mistakes(codec, { url: 'https://x', method: 'POST' })).toEqual([]);
    expect(mistakes(codec, { method: 'PATCH', to: ['a', 'b', 'c'], tokn: 'x' })).toEqual([
      'tokn: is not known here; known: url, method, token, to',
      'url: is required',
      'method: must be one of POST',
      'to: must have at most 2 entries',
    ]);
  });

  it('fill in what was left out and has a default', () => {
    expect(codec.decode({ url: 'https://x' })).toMatchObject({ right: { url: 'https://x', method: 'POST' } });
  });

  it('give a form its defaults', () => expect(defaultsOf(fields)).toEqual({ method: 'POST' }));
});
