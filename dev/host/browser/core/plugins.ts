import type {
  CoreSetup,
  CoreStart,
  Plugin,
  PluginInitializerContext,
} from '../../../../types/opensearch_dashboards_public';
import type { UiPlugin } from '../page';

/** A plugin of the host that the stand-in brings itself. */
export type HostPlugin = Plugin<object, object>;

interface Bundles {
  get(key: string): unknown;
}

const TIMEOUT_MS = 30_000;

type Running = {
  id: string;
  plugin: Plugin<unknown, unknown>;
  setup: unknown;
  start: unknown;
  uses: string[];
};

/** Sets plugins up and starts them, in the order given; an error of one is fatal for all, as in OSD. */
export class Plugins {
  private readonly running: Running[] = [];

  constructor(
    private readonly hostPlugins: Record<string, HostPlugin>,
    private readonly uiPlugins: UiPlugin[],
    private readonly environment: { version: string; buildNumber: number },
  ) {}

  async setup(core: Omit<CoreSetup, 'getStartServices'>, coreStart: Promise<CoreStart>): Promise<void> {
    for (const [id, plugin] of Object.entries(this.hostPlugins)) this.add(id, plugin, []);
    for (const { id, plugin, config } of this.uiPlugins) {
      const bundle = bundles().get(`plugin/${id}/public`) as {
        plugin(context: PluginInitializerContext): Plugin<unknown, unknown>;
      };
      this.add(id, bundle.plugin(this.contextOf(id, config)), [
        ...plugin.requiredPlugins,
        ...plugin.optionalPlugins,
      ]);
    }
    for (const running of this.running) {
      const getStartServices: CoreSetup['getStartServices'] = async () => [
        await coreStart,
        this.contracts(running, 'start'),
        running.start,
      ];
      running.setup = await inTime(running, 'setup', () =>
        running.plugin.setup({ ...core, getStartServices }, this.contracts(running, 'setup')),
      );
    }
  }

  async start(core: CoreStart): Promise<void> {
    for (const running of this.running) {
      running.start = await inTime(running, 'start', () =>
        running.plugin.start(core, this.contracts(running, 'start')),
      );
    }
  }

  private add(id: string, plugin: Plugin<unknown, unknown>, uses: string[]): void {
    this.running.push({ id, plugin, uses, setup: undefined, start: undefined });
  }

  private contracts({ uses }: Running, phase: 'setup' | 'start'): object {
    const used = this.running.filter(({ id }) => uses.includes(id));
    return Object.fromEntries(used.map((plugin) => [plugin.id, plugin[phase]]));
  }

  private contextOf(id: string, config: unknown): PluginInitializerContext {
    const { version, buildNumber } = this.environment;
    return {
      opaqueId: Symbol(id),
      env: { packageInfo: { version, buildNum: buildNumber, branch: 'main' } },
      config: { get: <T>() => (config ?? {}) as T },
    };
  }
}

function bundles(): Bundles {
  return (window as unknown as { __osdBundles__: Bundles }).__osdBundles__;
}

function inTime({ id }: Running, phase: string, run: () => unknown): Promise<unknown> {
  const timeout = new Promise((_resolve, reject) =>
    setTimeout(
      () => reject(new Error(`${phase} lifecycle of "${id}" plugin wasn't completed in 30sec.`)),
      TIMEOUT_MS,
    ),
  );
  return Promise.race([Promise.resolve().then(run), timeout]);
}
