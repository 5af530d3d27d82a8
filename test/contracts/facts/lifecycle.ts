import { factTest } from '../fact_test';
import type { HostUnderTest } from '../host_under_test';
import { callInside, send } from '../probe_client';

interface ProbeFacts {
  steps: string[];
  sameRouter: boolean;
  config: { value: Record<string, unknown>; context: Record<string, unknown>; namespace: string };
  environment: { packageInfo: { version: string }; instanceUuid: string };
  dataPath: string;
  refused: { noValidate: string; undefinedRule: string };
  startServices: string[];
}

interface LogLine {
  message: string;
  tags: string[];
}

/** Lines that are not JSON, such as Node's own warnings, are left out. */
const logLines = (host: HostUnderTest): LogLine[] =>
  host
    .log()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as LogLine)
    .filter((line) => Array.isArray(line.tags));

/** What a plugin is given, in which order. */
export function lifecycleFacts(host: () => HostUnderTest, index: () => string): void {
  const facts = async () => (await send(host(), 'GET', '/api/siem_probe/facts')).json as ProbeFacts;

  factTest('config.schema', async () => {
    const { config } = await facts();
    expect(config.namespace).toBe('config validation of [siemProbe]');
    expect(config.value).toEqual({ index: index() });
    expect(config.context).toMatchObject({ dev: false, prod: true, version: host().release.version });
  });

  factTest('lifecycle.order', async () => {
    const { steps } = await facts();
    expect(steps.slice(0, 4)).toEqual(['plugin', 'setup', 'setup awaited', 'start']);
  });

  factTest('lifecycle.environment', async () => {
    const { environment, dataPath } = await facts();
    expect(environment.packageInfo.version).toBe(host().release.version);
    expect(environment.instanceUuid).toMatch(/^[0-9a-f-]{36}$/);
    expect(dataPath).toMatch(/^\//);
  });

  factTest('lifecycle.start_services', async () => {
    expect((await facts()).startServices).toEqual(
      expect.arrayContaining(['http', 'opensearch', 'savedObjects', 'uiSettings']),
    );
  });

  factTest('lifecycle.objects_in_start', async () => {
    expect((await facts()).steps).toContain('saved objects in start');
    const { result } = await callInside(host(), 'call/hidden/get', 'siem-probe-hidden', 'start');
    expect(result).toMatchObject({ attributes: { name: 'from start' } });
  });

  factTest('lifecycle.log', () => {
    const line = logLines(host()).find(({ message }) => message === 'the probe is set up');
    expect(line?.tags).toEqual(['info', 'plugins', 'siemProbe', 'probe']);
  });

  factTest('lifecycle.rejection_is_warning', async () => {
    await send(host(), 'POST', '/api/siem_probe/misbehave', { how: 'rejection' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const line = logLines(host()).find(({ message }) => message.includes('nobody awaited the probe'));
    expect(line?.tags).toContain('warning');
    expect((await send(host(), 'GET', '/api/status')).status).toBe(200);
  });

  factTest('http.one_router', async () => {
    expect((await facts()).sameRouter).toBe(true);
  });

  factTest('http.validate_required', async () => {
    const { noValidate, undefinedRule } = (await facts()).refused;
    expect(noValidate).toMatch(/does not have a 'validate' specified/);
    expect(undefinedRule).toMatch(/Expected a valid validation logic/);
  });

  factTest('http.no_late_routes', async () => {
    // What is registered late is refused or never served; either way it is not there.
    await send(host(), 'GET', '/api/siem_probe/register_late');
    expect((await send(host(), 'GET', '/api/siem_probe/late')).status).toBe(404);
  });
}
