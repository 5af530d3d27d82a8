import type {
  CoreSetup,
  CoreStart,
  HttpAuth,
  IRouter,
  Logger,
  OpenSearchDashboardsRequest,
  RequestHandlerContext,
} from '../../types/opensearch_dashboards_server';
import type { HostConfig } from './config';
import { createRouter } from './http/router';
import { createHttpServer, type HttpServer } from './http/server';
import { createClusterClient, createOpenSearchService, openSearchSettings } from './opensearch/client';
import { PUBLIC_TYPES } from './saved_objects/public_types';
import { createRepository } from './saved_objects/repository';
import { TypeRegistry } from './saved_objects/type_registry';
import { CapabilitiesService } from './services/capabilities';
import { StatusService } from './services/status';
import { CONFIG_TYPE, UiSettingsService, type FullUiSettingsClient } from './services/ui_settings';

/** Without a security plugin nobody is known and everybody is let in. */
const auth: HttpAuth = {
  get: <T>() => ({ status: 'unknown' as const, state: undefined as T }),
  isAuthenticated: () => false,
};

/** All services of the host's core, and the two faces of them that plugins see. */
export class Core {
  readonly types: TypeRegistry;
  readonly capabilities = new CapabilitiesService();
  readonly status = new StatusService();
  readonly uiSettings: UiSettingsService;
  readonly http: HttpServer;
  readonly router: IRouter;
  readonly client: ReturnType<typeof createClusterClient>;
  private readonly openSearch: ReturnType<typeof createOpenSearchService>;

  constructor(config: HostConfig, opensearchUrl: string, port: number, log: Logger) {
    const settings = openSearchSettings(config, opensearchUrl);
    this.client = createClusterClient(settings);
    this.openSearch = createOpenSearchService(settings, this.client);
    this.uiSettings = new UiSettingsService(
      (config.at('uiSettings.overrides') ?? {}) as Record<string, unknown>,
    );
    this.types = new TypeRegistry(config.mainIndex);
    for (const type of [CONFIG_TYPE, ...PUBLIC_TYPES]) this.types.register(type);
    this.http = createHttpServer(config, port, log.get('http', 'server'));
    this.router = createRouter(
      log.get('http'),
      (request) => this.contextFor(request),
      (route) => this.http.addRoute(route),
    );
  }

  private savedObjectsFor(request: OpenSearchDashboardsRequest, hidden: string[] = []) {
    const { asCurrentUser } = this.client.asScoped(request);
    return createRepository(asCurrentUser, this.types, this.types.allowed(hidden));
  }

  uiSettingsFor(request: OpenSearchDashboardsRequest): FullUiSettingsClient {
    return this.uiSettings.asScopedToClient(this.savedObjectsFor(request));
  }

  private contextFor(request: OpenSearchDashboardsRequest): RequestHandlerContext {
    const savedObjects = this.savedObjectsFor(request);
    return {
      core: {
        opensearch: { client: this.client.asScoped(request) },
        savedObjects: { client: savedObjects },
        uiSettings: { client: this.uiSettings.asScopedToClient(savedObjects) },
      },
    };
  }

  /** `core` of one plugin's `setup`. */
  setupFor(pluginId: string, startServices: Promise<[CoreStart, object, unknown]>): CoreSetup {
    return {
      capabilities: this.capabilities,
      http: {
        createRouter: () => this.router,
        basePath: this.http.basePath,
        auth,
        getServerInfo: this.http.info,
      },
      savedObjects: { registerType: (type) => this.types.register(type) },
      status: this.status.forPlugin(pluginId),
      uiSettings: { register: this.uiSettings.register },
      getStartServices: () => startServices,
    };
  }

  /** `core` of every plugin's `start`. */
  start(): CoreStart {
    return {
      http: { auth, basePath: this.http.basePath, getServerInfo: this.http.info },
      opensearch: this.openSearch,
      savedObjects: {
        createInternalRepository: (hidden = []) =>
          createRepository(this.client.asInternalUser, this.types, this.types.allowed(hidden)),
        getScopedClient: (request, options) => this.savedObjectsFor(request, options?.includedHiddenTypes),
      },
      uiSettings: { asScopedToClient: this.uiSettings.asScopedToClient },
    };
  }
}
