import path from 'path';
import type { Logger } from '../../types/opensearch_dashboards_server';
import { HostConfig } from './config';
import { Core } from './core';
import { registerPages } from './http/pages';
import { serveDirectory } from './http/static_files';
import { createLogger } from './logging';
import { waitForOpenSearch } from './opensearch/wait_for_opensearch';
import { discoverPlugins, type DiscoveredPlugin } from './plugins/discovery';
import { PluginsSystem } from './plugins/plugins_system';
import { warnOfUnhandledRejections } from './process_hooks';
import { migrateIndex } from './saved_objects/migrate_index';
import { registerCoreRoutes } from './services/core_routes';
import { PACKAGE_INFO } from './version';

export interface HostOptions {
  opensearchUrl: string;
  /** What would stand in `opensearch_dashboards.yml`: nested or dotted keys. */
  config?: Record<string, unknown>;
  /** By default `server.port` of the config, else a free one. */
  port?: number;
  /** Takes each log line, JSON without a line break. */
  log?: (line: string) => void;
  /** The unpacked plugin, by default `build/awsSiem`. */
  pluginDir?: string;
  /** Further plugins beside it. */
  pluginDirs?: string[];
}

export interface RunningHost {
  /** With the base path, without a slash at the end. */
  url: string;
  stop(): Promise<void>;
}

const DEFAULT_PLUGIN_DIR = path.resolve(__dirname, '../../build/awsSiem');

/** Builds the browser half once, when the first page asks for it: servers without a browser never pay for it. */
function lazyBrowserDirectory(): () => Promise<string> {
  let directory: Promise<string> | undefined;
  return () => {
    directory ??= import('./browser/build').then(
      async ({ buildHostBrowser }) => (await buildHostBrowser()).dir,
    );
    return directory;
  };
}

function serveFiles(core: Core, plugins: DiscoveredPlugin[]): void {
  const { hapi, basePath } = core.http;
  const bundles = `/${PACKAGE_INFO.buildNum}/bundles`;
  serveDirectory(hapi, `${bundles}/host/`, lazyBrowserDirectory(), { forever: false });
  for (const { directory, manifest } of plugins.filter((plugin) => plugin.manifest.ui)) {
    const target = path.join(directory, 'target/public');
    const assets = path.join(directory, 'public/assets');
    serveDirectory(hapi, `${bundles}/plugin/${manifest.id}/`, () => target, { forever: true });
    serveDirectory(hapi, `/plugins/${manifest.id}/assets/`, () => assets, { forever: false });
  }
  registerPages(hapi, {
    basePath: basePath.serverBasePath,
    plugins,
    uiSettingsFor: (request) => core.uiSettingsFor(request),
    capabilitiesFor: (request) =>
      core.capabilities.resolve(
        request,
        plugins.map(({ manifest }) => manifest.id),
      ),
  });
}

async function run(core: Core, plugins: PluginsSystem, log: Logger): Promise<void> {
  // What the stand-in's own Discover declares.
  core.capabilities.registerProvider(() => ({ discover: { show: true } }));
  registerCoreRoutes(core.router, core);
  await plugins.setup((id, started) => core.setupFor(id, started));
  core.uiSettings.validateDefaults();
  await waitForOpenSearch(core.client.asInternalUser, log.get('opensearch'));
  for (const [alias, mappings] of core.types.indices())
    await migrateIndex(core.client.asInternalUser, alias, mappings, log.get('savedobjects-service'));
  await plugins.start(core.start());
  await core.http.start();
}

/**
 * Starts the stand-in for OpenSearch Dashboards with the built plugin in it, and resolves once it listens.
 * @throws whatever keeps OSD from starting: unknown settings, a wrong manifest, a plugin that throws
 */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const log = createLogger(options.log ?? (() => undefined));
  const config = new HostConfig(options.config ?? {});
  const directories = [options.pluginDir ?? DEFAULT_PLUGIN_DIR, ...(options.pluginDirs ?? [])];
  const discovered = discoverPlugins(directories, config, (message) =>
    log.get('plugins-service').info(message),
  );
  const port = options.port ?? config.number('server.port') ?? 0;
  const core = new Core(config, options.opensearchUrl, port, log);
  const plugins = new PluginsSystem(discovered, config, log);
  serveFiles(core, discovered);

  const restoreHooks = warnOfUnhandledRejections(log);
  const stop = async (): Promise<void> => {
    await plugins.stop();
    await core.http.stop();
    core.status.stop();
    await core.client.close();
    restoreHooks();
  };
  try {
    await run(core, plugins, log);
  } catch (error) {
    log.fatal(error as Error);
    await stop();
    throw error;
  }
  const { hostname, port: bound } = core.http.info();
  return { url: `http://${hostname}:${bound}${core.http.basePath.serverBasePath}`, stop };
}
