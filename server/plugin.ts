import { PLUGIN_ID } from '../common/plugin';
import { version } from '../package.json';
import type {
  CoreSetup,
  CoreStart,
  Logger as HostLogger,
  Plugin,
  PluginInitializerContext,
} from '../types/opensearch_dashboards_server';
import { createUserObjects } from './adapters/saved_objects/user_objects';
import type { Services } from './compose';
import { composeServices } from './compose';
import type { SiemConfig } from './config';
import { SiemError } from './core/errors';
import { actorOf, authorise, loggerOf } from './host';
import type { RouteHost } from './routes/define_route';
import { allRoutes } from './routes';
import { HIDDEN_TYPES } from './saved_objects';

/** Registers with the host; what is registered asks for the services, which are there from `start` on. */
export class SiemPlugin implements Plugin {
  private readonly log: HostLogger;
  private readonly config: SiemConfig;
  private services?: Services;

  constructor(context: PluginInitializerContext<SiemConfig>) {
    this.log = context.logger.get();
    // The host's observable emits at once, before `subscribe` returns.
    let config: SiemConfig | undefined;
    context.config
      .create()
      .subscribe((value) => (config = value))
      .unsubscribe();
    if (!config) throw new Error(`The host gave no settings for ${PLUGIN_ID}.`);
    this.config = config;
  }

  setup(core: CoreSetup): void {
    for (const type of HIDDEN_TYPES) core.savedObjects.registerType(type);
    const { writeRoles } = this.config;
    const host: RouteHost = {
      actorOf: (request) => actorOf(core.http.auth, request),
      authorise: (actor, right) => authorise(actor, right, writeRoles),
      searchAs: (request) => this.ready().searchAs(request),
      userObjects: createUserObjects,
      audit: (entry) => this.ready().audit(entry),
      logger: loggerOf(this.log),
    };
    const router = core.http.createRouter();
    for (const route of allRoutes(() => this.ready())) route.register(router, host);
  }

  start(core: CoreStart): void {
    try {
      this.services = composeServices({ core, config: this.config, version, log: this.log });
      this.services.background.start();
    } catch (error) {
      // A throw here would stop all of OpenSearch Dashboards.
      this.log.error(`AWS SIEM could not start: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }

  async stop(): Promise<void> {
    await this.services?.background.stop();
  }

  private ready(): Services {
    if (this.services) return this.services;
    throw new SiemError(
      'opensearch_unavailable',
      'AWS SIEM has not started; the log of OpenSearch Dashboards says why.',
    );
  }
}
