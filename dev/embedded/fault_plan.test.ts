import { callOf } from './fault_calls';
import { always, faultAnswer, firstOf, script, seeded } from './fault_plan';

const get = callOf('GET', '/bucket/a%20key');

describe('callOf', () => {
  it.each([
    ['GET', '/', 'GET'],
    ['GET', '/bucket?list-type=2&prefix=a', 'ListObjects'],
    ['GET', '/bucket', 'GetBucket'],
    ['GET', '/bucket/a/b.gz', 'GetObject'],
    ['HEAD', '/bucket/a', 'HeadObject'],
    ['PUT', '/bucket/a', 'PutObject'],
    ['POST', '/_bulk?filter_path=items', '_bulk'],
    ['POST', '/siem-logs-*/_search', '_search'],
    ['PUT', '/.siem-state/_create/lease%3A1', '_create'],
  ])('names %s %s %s', (method, url, kind) => {
    expect(callOf(method, url).kind).toBe(kind);
  });

  it('resolves percent-encoding', () => {
    expect(get.path).toBe('/bucket/a key');
  });
});

describe('plans', () => {
  it('deal out a fault so many times', () => {
    const plan = always({ kind: 'drop' }, { kind: 'GetObject' }, 2);
    expect([get, get, get].map((call) => plan(call)?.kind)).toEqual(['drop', 'drop', undefined]);
    expect(always({ kind: 'drop' }, { method: 'PUT' })(get)).toBeUndefined();
  });

  it('follow a script, in which a gap lets a call through', () => {
    const plan = script([{ kind: 'denied' }, undefined, { kind: 'internal' }]);
    expect([get, get, get, get].map((call) => plan(call)?.kind)).toEqual([
      'denied',
      undefined,
      'internal',
      undefined,
    ]);
  });

  it('repeat themselves for the same seed', () => {
    const round = () => {
      const plan = seeded(3, 0.3, [{ kind: 'slow_down' }, { kind: 'drop' }]);
      return Array.from({ length: 50 }, () => plan(get)?.kind ?? '-').join(' ');
    };
    expect(round()).toBe(round());
    expect(new Set(round().split(' '))).toEqual(new Set(['-', 'slow_down', 'drop']));
  });

  it('take turns', () => {
    const plan = firstOf(always({ kind: 'denied' }, { path: /secret/ }), always({ kind: 'too_many' }));
    expect(plan(callOf('GET', '/b/secret'))?.kind).toBe('denied');
    expect(plan(get)?.kind).toBe('too_many');
  });
});

describe('answers', () => {
  it('are S3 errors that name the object, without a body for HEAD', () => {
    const answer = faultAnswer({ kind: 'slow_down' }, callOf('GET', '/b/a%26b'));
    expect(answer.status).toBe(503);
    expect(answer.body).toContain('<Code>SlowDown</Code>');
    expect(answer.body).toContain('<Resource>/b/a&#38;b</Resource>');
    expect(faultAnswer({ kind: 'denied' }, callOf('HEAD', '/b/a'))).toMatchObject({ status: 403, body: '' });
  });

  it('are OpenSearch errors in its own shape', () => {
    const answer = faultAnswer({ kind: 'too_many' }, callOf('POST', '/_bulk'));
    expect(JSON.parse(answer.body)).toMatchObject({ status: 429, error: { type: expect.any(String) } });
  });
});
