import { factTest } from '../fact_test';
import type { HostUnderTest, HostUnderTestOptions } from '../host_under_test';
import { callInside, send } from '../probe_client';

type Start = (config: HostUnderTestOptions['config']) => Promise<HostUnderTest>;

/** What keeps the host from starting, and what it makes of settings; each with a host of its own. */
export function startupFacts(start: Start): void {
  const withHost = async (
    config: HostUnderTestOptions['config'],
    run: (host: HostUnderTest) => Promise<void>,
  ) => {
    const host = await start(config);
    try {
      await run(host);
    } finally {
      await host.stop();
    }
  };

  factTest('config.unknown_key', async () => {
    await expect(start({ 'siemProbe2.kms': 'x' })).rejects.toThrow(
      'Unknown configuration key(s): "siemProbe2.kms"',
    );
  });

  factTest('config.refused', async () => {
    await expect(start({ 'siemProbe.refused': true })).rejects.toThrow('this setting is refused');
  });

  factTest('lifecycle.throw_is_fatal', async () => {
    await expect(start({ 'siemProbe.throwIn': 'setup' })).rejects.toThrow(
      'the probe was told to fail in setup',
    );
  });

  factTest('config.disabled', () =>
    withHost({ 'siemProbe.enabled': false }, async (host) => {
      expect((await send(host, 'GET', '/api/siem_probe/facts')).status).toBe(404);
    }),
  );

  factTest('config.nothing', () =>
    withHost({}, async (host) => {
      const { json } = await send(host, 'GET', '/api/siem_probe/facts');
      expect((json as { config: object }).config).not.toHaveProperty('value');
    }),
  );

  factTest('objects.survive_removal', async () => {
    const create = ['siem-probe-hidden', { name: 'left behind' }, { id: 'left' }];
    await withHost({}, async (host) => void (await callInside(host, 'call/hidden/create', ...create)));
    await withHost({ 'siemProbe.enabled': false }, async () => undefined);
    await withHost({}, async (host) => {
      const { result } = await callInside(host, 'call/hidden/get', 'siem-probe-hidden', 'left');
      expect(result).toMatchObject({ attributes: { name: 'left behind' } });
    });
  });

  // After the one above, whose objects it moves.
  factTest('objects.new_mappings', () =>
    withHost({ 'siemProbe.moreFields': true }, async (host) => {
      const { result } = await callInside(host, 'call/hidden/get', 'siem-probe-hidden', 'left');
      expect(result).toMatchObject({ attributes: { name: 'left behind' } });
      const request = { method: 'GET', path: '/.kibana_siem_probe/_mapping' };
      const answer = await callInside<{ body: object }>(host, 'client/internal/transport.request', request);
      expect(Object.keys(answer.result.body)).toEqual(['.kibana_siem_probe_2']);
    }),
  );

  factTest('http.base_path', () =>
    withHost({ 'server.basePath': '/siem', 'server.rewriteBasePath': true }, async (host) => {
      const { json } = await send(host, 'GET', '/api/siem_probe/facts');
      expect(json).toMatchObject({ basePath: { server: '/siem', prepended: '/siem/app/siem' } });
      expect((await fetch(new URL('/api/status', host.url))).status).toBe(404);
    }),
  );

  factTest('lifecycle.exception_is_fatal', () =>
    withHost({}, async (host) => {
      await send(host, 'POST', '/api/siem_probe/misbehave', { how: 'exception' });
      expect(await host.exited).not.toBe(0);
    }),
  );
}
