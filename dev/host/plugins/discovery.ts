import { createRequire } from 'module';
import path from 'path';
import type {
  Plugin,
  PluginConfigDescriptor,
  PluginInitializerContext,
} from '../../../types/opensearch_dashboards_server';
import type { HostConfig } from '../config';
import { readManifest, type PluginManifest } from './manifest';

/** UI-only plugins of OSD that the stand-in's browser half plays; on the server they contribute nothing. */
export const BUILT_IN_PLUGINS = [
  'navigation',
  'data',
  'home',
  'discover',
  'dashboard',
  'uiActions',
  'opensearchDashboardsReact',
  'opensearchDashboardsUtils',
];

/** What a plugin's `server/index.js` exports. */
interface ServerModule {
  plugin(context: PluginInitializerContext): Plugin<unknown, unknown>;
  config?: PluginConfigDescriptor;
}

export interface DiscoveredPlugin {
  directory: string;
  manifest: PluginManifest;
  module?: ServerModule;
  config: Record<string, unknown>;
  /** The settings that `exposeToBrowser` names. */
  browserConfig: Record<string, unknown>;
}

const isEnabled = (config: unknown): boolean =>
  !(typeof config === 'object' && config !== null && (config as { enabled?: unknown }).enabled === false);

function load(directory: string, config: HostConfig): DiscoveredPlugin {
  const manifest = readManifest(directory);
  const module = manifest.server
    ? (createRequire(path.join(directory, 'package.json'))(path.join(directory, 'server')) as ServerModule)
    : undefined;
  const descriptor = module?.config;
  const values = (descriptor ? config.validate(manifest.configPath, descriptor.schema) : {}) as Record<
    string,
    unknown
  >;
  const exposed = Object.entries(descriptor?.exposeToBrowser ?? {}).filter(([, show]) => show === true);
  return {
    directory,
    manifest,
    module,
    config: values,
    browserConfig: Object.fromEntries(exposed.map(([key]) => [key, values[key]])),
  };
}

/**
 * Loads the plugins of the given directories and validates their settings; leaves out those that are disabled or lack
 * a required plugin, with a line to `skip`. The result is in dependency order.
 */
export function discoverPlugins(
  directories: string[],
  config: HostConfig,
  skip: (message: string) => void,
): DiscoveredPlugin[] {
  const found = directories.map((directory) => load(path.resolve(directory), config));
  config.assertNoUnknownKeys();
  const ids = new Set<string>(BUILT_IN_PLUGINS);
  const ordered: DiscoveredPlugin[] = [];
  let waiting = found.filter(({ manifest, config: values }) => {
    if (!isEnabled(values)) skip(`Plugin "${manifest.id}" is disabled.`);
    return isEnabled(values);
  });
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length;
    const names = new Set(waiting.map(({ manifest }) => manifest.id));
    const ready = waiting.filter(
      ({ manifest }) =>
        manifest.requiredPlugins.every((id) => ids.has(id)) &&
        manifest.optionalPlugins.every((id) => ids.has(id) || !names.has(id)),
    );
    for (const plugin of ready) {
      ids.add(plugin.manifest.id);
      ordered.push(plugin);
    }
    waiting = waiting.filter((plugin) => !ready.includes(plugin));
  }
  for (const { manifest } of waiting)
    skip(
      `Plugin "${manifest.id}" has been disabled since the following direct or transitive dependencies are missing ` +
        `or disabled: [${manifest.requiredPlugins.filter((id) => !ids.has(id)).join(', ')}]`,
    );
  return ordered;
}
