import { factTest } from '../fact_test';
import type { HostUnderTest } from '../host_under_test';
import { callInside, send, type Outcome } from '../probe_client';
import { recordingServer } from '../recording_server';

interface ClientAnswer {
  body: Record<string, unknown>;
  statusCode: number;
  headers: Record<string, string>;
}

/** The clients for OpenSearch. */
export function openSearchFacts(host: () => HostUnderTest): void {
  const call = (as: string, method: string, ...args: unknown[]) =>
    callInside<ClientAnswer>(host(), `client/${as}/${method}`, ...args);

  factTest('opensearch.answer', async () => {
    const { result } = await call('internal', 'transport.request', { method: 'GET', path: '/' });
    expect(result.statusCode).toBe(200);
    expect(result.headers['content-type']).toContain('application/json');
    expect(result.body).toMatchObject({ version: { number: expect.any(String) as string } });
  });

  factTest('opensearch.error', async () => {
    const { error } = await call('internal', 'search', { index: 'siem-probe-no-such-index' });
    expect(error).toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      errorType: 'index_not_found_exception',
    });
  });

  factTest('opensearch.ignore', async () => {
    const search = { index: 'siem-probe-no-such-index' };
    const { result } = await call('internal', 'search', search, { ignore: [404] });
    expect(result.statusCode).toBe(404);
  });

  factTest('opensearch.raw_bulk', async () => {
    const index = `siem-probe-${Math.random().toString(36).slice(2, 8)}`;
    const ndjson = `{"create":{"_index":"${index}","_id":"1"}}\n{"a":1}\n`.repeat(2);
    const { json } = await send(host(), 'POST', '/api/siem_probe/raw_bulk', { ndjson });
    const statuses = (json as { items: Array<{ create: { status: number } }> }).items.map(
      ({ create }) => create.status,
    );
    expect(statuses).toEqual([201, 409]);
    await call('internal', 'indices.delete', { index });
  });

  factTest('opensearch.abort', async () => {
    const { json } = await send(host(), 'GET', '/api/siem_probe/abort');
    expect(json).toEqual({ name: 'RequestAbortedError' });
  });

  factTest('opensearch.snake_case', async () => {
    const query = { index: 'siem-probe-no-such-index', body: { query: { match_all: {} } } };
    const { result } = await call('internal', 'delete_by_query', query, { ignore: [404] });
    expect(result.statusCode).toBe(404);
  });

  factTest('opensearch.scoped', async () => {
    for (const as of ['scoped', 'withHeaders', 'current'])
      expect((await call(as, 'info')).result.statusCode).toBe(200);
  });

  factTest('opensearch.custom_client', async () => {
    const { server, url, seen } = await recordingServer();
    try {
      const options = { hosts: [url], username: 'siem', password: 'secret' };
      const { json } = await send(host(), 'POST', '/api/siem_probe/custom_client', options);
      expect(json).toEqual({ error: null });
      const [internal, scoped] = seen;
      expect(internal?.authorization).toBe(`Basic ${Buffer.from('siem:secret').toString('base64')}`);
      expect(scoped?.authorization).toBe('Basic c2NvcGVk');
      expect(scoped).not.toHaveProperty('x-not-allowed');
    } finally {
      server.close();
    }
  });

  factTest('opensearch.connection_error', async () => {
    const { server, url } = await recordingServer();
    await new Promise((resolve) => server.close(resolve));
    const { json } = await send(host(), 'POST', '/api/siem_probe/custom_client', { hosts: [url] });
    const { error } = json as Outcome;
    expect(['ConnectionError', 'NoLivingConnectionsError']).toContain(error.name);
    expect(error.statusCode).toBeUndefined();
  });
}
