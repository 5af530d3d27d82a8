import { randomUUID } from 'crypto';
import os from 'os';
import path from 'path';
import { of } from 'rxjs';
import type { Logger, PluginInitializerContext } from '../../../types/opensearch_dashboards_server';
import type { HostConfig } from '../config';
import { PACKAGE_INFO } from '../version';
import type { DiscoveredPlugin } from './discovery';

const instanceUuid = randomUUID();

/** What `plugin(initializerContext)` of `server/index.js` is called with. */
export function createInitializerContext(
  plugin: DiscoveredPlugin,
  config: HostConfig,
  log: Logger,
): PluginInitializerContext {
  const { id } = plugin.manifest;
  const globalConfig = {
    opensearchDashboards: { index: config.mainIndex },
    path: { data: config.string('path.data') ?? path.join(os.tmpdir(), 'stand-in-host') },
  };
  return {
    opaqueId: Symbol(id),
    env: {
      mode: { name: 'production', dev: false, prod: true },
      packageInfo: PACKAGE_INFO,
      instanceUuid,
    },
    logger: { get: (...parts) => log.get('plugins', id, ...parts) },
    config: {
      create: <T>() => of(plugin.config as T),
      createIfExists: <T>() => of(plugin.config as T | undefined),
      legacy: { globalConfig$: of(globalConfig) },
    },
  };
}
