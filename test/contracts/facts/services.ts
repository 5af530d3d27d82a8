import { factTest } from '../fact_test';
import type { HostUnderTest } from '../host_under_test';
import { callInside, send } from '../probe_client';

/** Capabilities, settings, status. */
export function serviceFacts(host: () => HostUnderTest): void {
  factTest('capabilities.declared', async () => {
    const { json } = await send(host(), 'POST', '/api/core/capabilities', { applications: ['siem'] });
    expect(json).toMatchObject({ siemProbe: { show: true, save: true }, navLinks: { siem: true } });
  });

  factTest('ui_settings.registered', async () => {
    const path = '/api/opensearch-dashboards/settings/siemProbe:limit';
    const limit = async () =>
      (await callInside<number>(host(), 'call/uiSettings/get', 'siemProbe:limit')).result;
    expect(await limit()).toBe(5);
    expect((await send(host(), 'POST', path, { value: 'many' })).status).toBe(500);
    expect((await send(host(), 'POST', path, { value: 7 })).json).toMatchObject({
      settings: { 'siemProbe:limit': { userValue: 7 } },
    });
    expect(await limit()).toBe(7);
    expect((await send(host(), 'DELETE', path)).status).toBe(200);
    expect(await limit()).toBe(5);
  });

  factTest('status.listed', async () => {
    const { json } = await send(host(), 'GET', '/api/status');
    const { status } = json as { status: { statuses: Array<{ id: string; state: string }> } };
    expect(status.statuses).toContainEqual(
      expect.objectContaining({ id: `plugin:siemProbe@${host().release.version}`, state: 'green' }),
    );
  });
}

/** Files and pages for browsers. */
export function fileFacts(host: () => HostUnderTest): void {
  const get = (path: string) => send(host(), 'GET', path);
  const bundle = (file: string) => get(`/${host().release.buildNum}/bundles/plugin/siemProbe/${file}`);

  factTest('files.bundles_cached', async () => {
    const { status, headers } = await bundle('siemProbe.plugin.js');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('max-age=31536000');
    expect(headers.get('etag')).toBeNull();
    expect(headers.get('content-type')).toContain('javascript');
  });

  factTest('files.mjs_revalidated', async () => {
    const { status, headers } = await bundle('app.mjs');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toMatch(/no-cache/);
    expect(headers.get('etag')).toBeTruthy();
    expect(headers.get('content-type')).toContain('application/javascript');
  });

  factTest('files.assets', async () => {
    const { status, headers } = await get('/plugins/siemProbe/assets/dot.svg');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('image/svg+xml');
    expect(headers.get('cache-control')).toMatch(/no-cache/);
  });

  factTest('files.missing', async () => {
    expect((await bundle('none.js')).status).toBe(404);
    expect((await get('/plugins/siemProbe/assets/none.svg')).status).toBe(404);
  });

  factTest('pages.app', async () => {
    for (const path of ['/app/siemProbe', '/app/siemProbe/deep/path?a=1']) {
      const { status, headers } = await get(path);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toContain('text/html');
      expect(headers.get('content-security-policy')).toBe(
        "script-src 'unsafe-eval' 'self'; worker-src blob: 'self'; style-src 'unsafe-inline' 'self'",
      );
    }
  });
}
