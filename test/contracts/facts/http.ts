import { factTest } from '../fact_test';
import type { HostUnderTest } from '../host_under_test';
import { send } from '../probe_client';

const PREFIX = '/api/siem_probe/http';

/** Validation, limits and checks of requests. */
export function requestFacts(host: () => HostUnderTest): void {
  const post = (path: string, body?: unknown, headers?: Record<string, string>) =>
    send(host(), 'POST', PREFIX + path, body, headers);
  const get = (path: string) => send(host(), 'GET', PREFIX + path);

  factTest('http.validators', async () => {
    const { status, json } = await post('/validated/7?a=1', { b: 2 }, { 'osd-xsrf': '1', 'x-probe': 'p' });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      params: { id: '7' },
      query: { a: '1', validated: true },
      body: { b: 2 },
      probeHeader: 'p',
      path: `${PREFIX}/validated/7`,
    });
  });

  factTest('http.validation_error', async () => {
    const refused = { statusCode: 400, error: 'Bad Request' };
    expect((await post('/validated/7', {})).json).toEqual({
      ...refused,
      message: '[request query.a]: need a',
    });
    expect((await post('/validated/7?a=1', { bad: true })).json).toEqual({
      ...refused,
      message: '[request body]: is bad',
    });
    expect((await post('/validated/7?a=throw', {})).json).toEqual({
      ...refused,
      message: '[request query]: thrown by the validator',
    });
  });

  factTest('http.unvalidated_is_empty', async () => {
    expect((await post('/unvalidated?a=1', { b: 2 })).json).toMatchObject({
      params: {},
      query: {},
      body: {},
    });
  });

  factTest('http.query_strings', async () => {
    expect((await get('/validated/7?n=1&list=a&list=b')).json).toMatchObject({
      query: { n: '1', list: ['a', 'b'] },
    });
  });

  factTest('http.empty_body', async () => {
    expect((await send(host(), 'PUT', `${PREFIX}/body`)).json).toMatchObject({ body: null });
  });

  factTest('http.body_limit', async () => {
    const body = { text: 'x'.repeat(2 * 1024 * 1024) };
    const refused = await post('/validated/7?a=1', body);
    expect(refused.status).toBe(413);
    expect(refused.json).toMatchObject({
      message: 'Payload content length greater than maximum allowed: 1048576',
    });
    expect((await post('/large', body)).status).toBe(200);
  });

  factTest('http.bad_json', async () => {
    expect((await post('/validated/7?a=1', '{"a":')).json).toEqual({
      statusCode: 400,
      error: 'Bad Request',
      message: 'Invalid request payload JSON format',
    });
  });

  factTest('http.xsrf', async () => {
    const refused = await post('/unvalidated', {}, {});
    expect(refused.status).toBe(400);
    expect(refused.json).toMatchObject({ message: 'Request must contain the osd-xsrf header.' });
    expect((await send(host(), 'DELETE', `${PREFIX}/body`, undefined, {})).status).toBe(400);
    expect((await post('/unvalidated', {}, { 'osd-version': host().release.version })).status).toBe(200);
    expect((await post('/no_xsrf', {}, {})).status).toBe(200);
  });

  factTest('http.version', async () => {
    const refused = await post('/unvalidated', {}, { 'osd-version': '1.0.0' });
    expect(refused.status).toBe(400);
    expect(refused.json).toMatchObject({
      message: expect.stringContaining('Browser client is out of date') as string,
      attributes: { expected: host().release.version, got: '1.0.0' },
    });
  });

  factTest('http.aborted', async () => {
    const controller = new AbortController();
    const hanging = fetch(`${host().url}${PREFIX}/hang`, { signal: controller.signal });
    setTimeout(() => controller.abort(), 200);
    await expect(hanging).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await get('/aborted')).json).toEqual({ aborted: 1 });
  });

  factTest('http.user_unknown', async () => {
    expect((await get('/user')).json).toEqual({ status: 'unknown', isAuthenticated: false });
    expect((await get('/validated/7')).json).toMatchObject({ auth: { isAuthenticated: false } });
  });
}
