import type { CoreSetup, CoreStart, Logger, Plugin } from '../../../types/opensearch_dashboards_server';
import type { HostConfig } from '../config';
import type { DiscoveredPlugin } from './discovery';
import { createInitializerContext } from './initializer_context';
import { runLifecycle } from './lifecycle';

type StartServices = [CoreStart, object, unknown];

interface Running {
  discovered: DiscoveredPlugin;
  plugin: Plugin<unknown, unknown>;
  resolveStart(services: StartServices): void;
}

/** Takes the server halves of all plugins through their lifecycle, in dependency order. */
export class PluginsSystem {
  private readonly running: Running[] = [];
  private readonly setups = new Map<string, unknown>();
  private readonly starts = new Map<string, unknown>();

  constructor(
    private readonly discovered: DiscoveredPlugin[],
    private readonly config: HostConfig,
    private readonly log: Logger,
  ) {}

  private static dependencies(plugin: DiscoveredPlugin, contracts: Map<string, unknown>): object {
    const { requiredPlugins, optionalPlugins } = plugin.manifest;
    const present = [...requiredPlugins, ...optionalPlugins].filter((id) => contracts.has(id));
    return Object.fromEntries(present.map((id) => [id, contracts.get(id)]));
  }

  /** @throws what any plugin throws; the host must not go on then */
  async setup(coreFor: (pluginId: string, started: Promise<StartServices>) => CoreSetup): Promise<void> {
    for (const discovered of this.discovered) {
      const { id } = discovered.manifest;
      if (!discovered.module) continue;
      const plugin = discovered.module.plugin(createInitializerContext(discovered, this.config, this.log));
      let resolveStart!: Running['resolveStart'];
      const started = new Promise<StartServices>((resolve) => (resolveStart = resolve));
      const core = coreFor(id, started);
      const dependencies = PluginsSystem.dependencies(discovered, this.setups);
      this.setups.set(id, await runLifecycle(id, 'Setup', () => plugin.setup(core, dependencies)));
      this.running.push({ discovered, plugin, resolveStart });
    }
  }

  /** @throws what any plugin throws; the host must not go on then */
  async start(core: CoreStart): Promise<void> {
    for (const { discovered, plugin, resolveStart } of this.running) {
      const { id } = discovered.manifest;
      const dependencies = PluginsSystem.dependencies(discovered, this.starts);
      const contract = await runLifecycle(id, 'Start', () => plugin.start(core, dependencies));
      this.starts.set(id, contract);
      resolveStart([core, dependencies, contract]);
    }
  }

  /** Stops what was set up, last first; one that fails does not keep the others from it. */
  async stop(): Promise<void> {
    for (const { discovered, plugin } of this.running.reverse()) {
      const { id } = discovered.manifest;
      try {
        await runLifecycle(id, 'Stop', () => plugin.stop?.());
      } catch (error) {
        this.log.get('plugins-system').warn(`"${id}" plugin didn't stop: ${(error as Error).message}`);
      }
    }
    this.running.length = 0;
  }
}
