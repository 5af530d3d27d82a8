import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { startProcess, type RunningProcess } from '../../dev/embedded/process';
import { freePort, waitUntilUp } from '../../dev/embedded/wait';
import { PACKAGE_INFO } from '../../dev/host/version';
import { installPlugin, installProbe, nodeOf, releaseOf, type Release } from './osd_install';

const ROOT = resolve(__dirname, '../..');
const PROBE = join(__dirname, 'probe_plugin');
const SIEM = join(ROOT, 'build/awsSiem');
/** A real OSD needs half a minute on a small machine. */
const START_LIMIT_MS = 180_000;

type PluginName = 'awsSiem' | 'siemProbe';

export interface HostUnderTestOptions {
  opensearchUrl: string;
  plugins: PluginName[];
  /** What stands in `opensearch_dashboards.yml`. */
  config?: Record<string, unknown>;
}

export interface HostUnderTest {
  kind: 'stand-in' | 'osd';
  release: Release;
  /** With the base path, without a slash at the end. */
  url: string;
  /** All that the host has written so far. */
  log(): string;
  /** Settles with the exit code when the host's process ends. */
  exited: Promise<number>;
  /** Process id, to kill the host without warning. */
  pid: number;
  stop(): Promise<void>;
}

/** The stand-in's command, in a process of its own. */
function standInCommand(directory: string, options: HostUnderTestOptions, port: number) {
  const file = join(directory, 'config.json');
  writeFileSync(file, JSON.stringify(options.config ?? {}));
  const [first, ...others] = options.plugins.map((name) => (name === 'awsSiem' ? SIEM : PROBE));
  return {
    command: process.execPath,
    args: [
      ...['--import', 'tsx', join(ROOT, 'dev/host/main.ts')],
      ...['--opensearch', options.opensearchUrl, '--port', String(port), '--config', file],
      ...(first === undefined ? [] : ['--only', first]),
      ...others.flatMap((plugin) => ['--plugin', plugin]),
    ],
    cwd: ROOT,
    env: {},
  };
}

/** The plugins as they are now, put into the real OSD once for each test file. */
const installed = new Set<PluginName>();

function install(osdHome: string, plugin: PluginName): void {
  if (installed.has(plugin)) return;
  installed.add(plugin);
  if (plugin === 'awsSiem') installPlugin(osdHome);
  else installProbe(osdHome);
}

/** A real OSD's command. What is installed there but not asked for is switched off. */
function osdCommand(osdHome: string, directory: string, options: HostUnderTestOptions, port: number) {
  for (const plugin of options.plugins) install(osdHome, plugin);
  const unwanted = (['awsSiem', 'siemProbe'] as const).filter(
    (plugin) => !options.plugins.includes(plugin) && existsSync(join(osdHome, 'plugins', plugin)),
  );
  const config = {
    'opensearch.hosts': [options.opensearchUrl],
    'server.host': '127.0.0.1',
    'server.port': port,
    'path.data': directory,
    ...Object.fromEntries(unwanted.map((plugin) => [`${plugin}.enabled`, false])),
    ...options.config,
  };
  // JSON is YAML, too.
  writeFileSync(join(directory, 'opensearch_dashboards.yml'), JSON.stringify(config));
  return {
    command: nodeOf(osdHome),
    // The flags of OSD's own start script: without the first OSD ends at any warning and any unhandled rejection.
    args: ['--no-warnings', '--max-http-header-size=65536', join(osdHome, 'src/cli/dist'), '--allow-root'],
    cwd: osdHome,
    env: { NODE_ENV: 'production', OSD_PATH_CONF: directory },
  };
}

async function isReady(url: string): Promise<boolean> {
  return (await fetch(`${url}/api/status`)).status === 200;
}

/**
 * Starts the host that the tests are about: the real OSD in `OSD_HOME`, else the stand-in, each as a process that ends
 * with this one.
 * @throws Error with the end of the host's log when it does not start
 */
export async function startHostUnderTest(options: HostUnderTestOptions): Promise<HostUnderTest> {
  const osdHome = process.env['OSD_HOME'];
  const directory = mkdtempSync(join(tmpdir(), 'host-under-test-'));
  const port = await freePort();
  const command = osdHome
    ? osdCommand(osdHome, directory, options, port)
    : standInCommand(directory, options, port);
  const basePath = options.config?.['server.basePath'];
  const url = `http://127.0.0.1:${port}${typeof basePath === 'string' ? basePath : ''}`;
  const logFile = join(directory, 'host.log');
  const name = osdHome ? 'OpenSearch Dashboards' : 'The stand-in host';
  const running: RunningProcess = await startProcess({ name, ...command, logFile, removeDir: directory });
  try {
    await waitUntilUp(name, running, () => isReady(url), START_LIMIT_MS);
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
  return {
    kind: osdHome ? 'osd' : 'stand-in',
    release: osdHome ? releaseOf(osdHome) : PACKAGE_INFO,
    url,
    log: () => readFileSync(logFile, 'utf8'),
    exited: running.exited,
    pid: running.pid,
    stop: () => running.stop(),
  };
}
