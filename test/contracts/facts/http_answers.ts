import { factTest } from '../fact_test';
import type { HostUnderTest } from '../host_under_test';
import { send } from '../probe_client';
import { recordingServer } from '../recording_server';

/** What becomes of the answers of handlers. */
export function answerFacts(host: () => HostUnderTest): void {
  const get = (path: string) => send(host(), 'GET', `/api/siem_probe/${path}`);
  const answer = (kind: string) => get(`http/answer/${kind}`);

  factTest('http.answers', async () => {
    const kinds = {
      ok: 200,
      accepted: 202,
      noContent: 204,
      redirected: 302,
      badRequest: 400,
      unauthorized: 401,
      forbidden: 403,
      notFound: 404,
      conflict: 409,
      customError: 503,
      custom: 418,
    };
    const statuses = await Promise.all(
      Object.keys(kinds).map(async (kind) => [kind, (await answer(kind)).status]),
    );
    expect(Object.fromEntries(statuses)).toEqual(kinds);
    const { json, headers } = await answer('ok');
    expect(json).toEqual({ a: 1 });
    expect(headers.get('x-probe')).toBe('yes');
    expect(headers.get('content-type')).toContain('application/json');
    expect((await answer('redirected')).headers.get('location')).toBe('/elsewhere');
  });

  factTest('http.error_shape', async () => {
    expect((await answer('badRequest')).json).toEqual({
      statusCode: 400,
      error: 'Bad Request',
      message: 'not so',
      attributes: { code: 'bad_thing', retryable: false },
    });
    expect((await answer('customError')).json).toEqual({
      statusCode: 503,
      error: 'Service Unavailable',
      message: 'later',
    });
    expect((await answer('errorObject')).json).toMatchObject({ message: 'an Error object' });
  });

  factTest('http.error_needs_message', async () => {
    expect((await answer('noMessage')).status).toBe(500);
  });

  factTest('http.foreign_answer', async () => {
    expect((await answer('notMadeByFactory')).status).toBe(500);
  });

  factTest('http.string_is_html', async () => {
    const { headers, text } = await answer('string');
    expect(headers.get('content-type')).toContain('text/html');
    expect(text).toBe('<b>hello</b>');
  });

  factTest('http.raw_bodies', async () => {
    const buffer = await answer('buffer');
    expect(buffer.headers.get('content-type')).toContain('text/csv');
    expect(buffer.text).toBe('a,b\n1,2\n');
    const stream = await answer('stream');
    expect(stream.headers.get('content-type')).toContain('application/x-ndjson');
    expect(stream.text).toBe('{"a":1}\n');
  });

  factTest('http.throw_is_500', async () => {
    const expected = {
      statusCode: 500,
      error: 'Internal Server Error',
      message: 'An internal server error occurred.',
    };
    expect((await answer('throws')).json).toEqual(expected);
    expect((await get('boom/bare')).json).toEqual(expected);
  });

  factTest('http.legacy_errors', async () => {
    const { status, json } = await get('boom/wrapped');
    expect(status).toBe(404);
    expect(json).toMatchObject({ message: 'Saved object [siem-probe-shown/no-such-object] not found' });
  });

  factTest('http.unauthorized', async () => {
    const { server, url } = await recordingServer(401, { 'www-authenticate': 'Basic realm="probe"' });
    try {
      const { status, headers } = await send(host(), 'POST', '/api/siem_probe/unauthorized', {
        hosts: [url],
      });
      expect(status).toBe(401);
      expect(headers.get('www-authenticate')).toBe('Basic realm="probe"');
    } finally {
      server.close();
    }
  });

  factTest('http.not_found', async () => {
    const { status, json } = await get('no/such/path');
    expect(status).toBe(404);
    expect(json).toEqual({ statusCode: 404, error: 'Not Found', message: 'Not Found' });
  });
}
