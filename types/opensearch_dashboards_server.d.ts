/**
 * The part of OpenSearch Dashboards' server API that we use, as of 2.8.0. The distribution ships no type
 * declarations, so they are stated here once; test/contracts checks that the host keeps them.
 */
import type { Client } from '@opensearch-project/opensearch';
import type { IncomingHttpHeaders } from 'http';
import type { Observable } from 'rxjs';
import type { Readable } from 'stream';

// ---- Plugin ------------------------------------------------------------------------------------------------------

export interface Logger {
  trace(message: string, meta?: Record<string, unknown>): void;
  debug(message: string, meta?: Record<string, unknown>): void;
  info(message: string, meta?: Record<string, unknown>): void;
  warn(message: string | Error, meta?: Record<string, unknown>): void;
  error(message: string | Error, meta?: Record<string, unknown>): void;
  fatal(message: string | Error, meta?: Record<string, unknown>): void;
  get(...parts: string[]): Logger;
}

export interface PackageInfo {
  /** Version of the host, such as 2.8.0. */
  version: string;
  branch: string;
  buildNum: number;
  buildSha: string;
  dist: boolean;
}

export interface SharedGlobalConfig {
  opensearchDashboards: { index: string };
  path: { data: string };
}

export interface PluginInitializerContext<Config = unknown> {
  opaqueId: symbol;
  env: {
    mode: { name: string; dev: boolean; prod: boolean };
    packageInfo: Readonly<PackageInfo>;
    instanceUuid: string;
  };
  logger: { get(...parts: string[]): Logger };
  config: {
    /** Emits at once what the plugin's `config.schema` returned. */
    create<T = Config>(): Observable<T>;
    createIfExists<T = Config>(): Observable<T | undefined>;
    legacy: { globalConfig$: Observable<SharedGlobalConfig> };
  };
}

/** The host accepts any object with this mark: a plugin may bring a schema of its own. */
export interface ConfigSchema<T> {
  readonly __isOsdConfigSchemaType: true;
  /**
   * @param value what is configured below the plugin's path, undefined when nothing is
   * @param namespace for messages, such as `config validation of [awsSiem]`
   * @throws any error stops the host with its message
   */
  validate(value: unknown, context?: Record<string, unknown>, namespace?: string): T;
}

export interface PluginConfigDescriptor<T = unknown> {
  schema: ConfigSchema<T>;
  /** Keys that browsers may read. */
  exposeToBrowser?: { [K in keyof T]?: boolean };
}

/** `setup` and `start` get 30 s each; a throw stops the host. `start` is called without a check that it is there. */
export interface Plugin<Setup = void, Start = void, SetupDeps = object, StartDeps = object> {
  setup(core: CoreSetup<StartDeps, Start>, plugins: SetupDeps): Setup | Promise<Setup>;
  start(core: CoreStart, plugins: StartDeps): Start | Promise<Start>;
  stop?(): void | Promise<void>;
}

export interface CoreSetup<StartDeps = object, OwnStart = unknown> {
  capabilities: CapabilitiesSetup;
  http: HttpServiceSetup;
  savedObjects: SavedObjectsServiceSetup;
  status: StatusServiceSetup;
  uiSettings: UiSettingsServiceSetup;
  /** Resolves after `start`; to be awaited in handlers, never in `setup`. */
  getStartServices(): Promise<[CoreStart, StartDeps, OwnStart]>;
}

export interface CoreStart {
  http: HttpServiceStart;
  opensearch: OpenSearchServiceStart;
  savedObjects: SavedObjectsServiceStart;
  uiSettings: UiSettingsServiceStart;
}

// ---- HTTP ------------------------------------------------------------------------------------------------------

/** `ok` and `badRequest` for a validation function; `path` is added to the message's prefix. */
export interface RouteValidationResultFactory {
  ok<T>(value: T): { value: T };
  badRequest(error: Error | string, path?: string[]): { error: Error };
}

export type RouteValidationFunction<T> = (
  data: unknown,
  result: RouteValidationResultFactory,
) => { value: T; error?: undefined } | { value?: undefined; error: Error };

/** Each key present must be a function (or a host schema): an undefined one is refused at registration. */
export interface RouteValidators<P, Q, B> {
  params?: RouteValidationFunction<P>;
  query?: RouteValidationFunction<Q>;
  body?: RouteValidationFunction<B>;
}

export interface RouteConfig<P, Q, B> {
  path: string;
  /** A part without a validator arrives as `{}`, whatever was sent. */
  validate: RouteValidators<P, Q, B> | false;
  options?: {
    authRequired?: boolean | 'optional';
    xsrfRequired?: boolean;
    tags?: string[];
    timeout?: { payload?: number; idleSocket?: number };
    body?: {
      /** Bytes, by default 1 MiB (`server.maxPayload`). */
      maxBytes?: number;
      output?: 'data' | 'stream';
      parse?: boolean | 'gunzip';
      accepts?: string | string[];
    };
  };
}

export interface OpenSearchDashboardsRequest<P = unknown, Q = unknown, B = unknown> {
  readonly id: string;
  readonly uuid: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly auth: { isAuthenticated: boolean };
  readonly events: { aborted$: Observable<void>; completed$: Observable<void> };
  readonly isSystemRequest: boolean;
  readonly route: { path: string; method: string; options: Record<string, unknown> };
}

export type ResponseHeaders = Record<string, string | string[]>;
/** An object is sent as JSON, a plain string as text/html. */
export type ResponsePayload = object | string | Buffer | Readable;
export type ResponseErrorBody =
  string | Error | { message: string | Error; attributes?: Record<string, unknown> };

export interface SuccessOptions {
  body?: ResponsePayload;
  headers?: ResponseHeaders;
}
export interface ErrorOptions {
  body?: ResponseErrorBody;
  headers?: ResponseHeaders;
}

/** What a handler returns; made by the response factory only. */
export interface OpenSearchDashboardsResponse {
  readonly status: number;
  readonly payload?: unknown;
  readonly options: { headers?: ResponseHeaders };
}

export interface ResponseFactory {
  ok(options?: SuccessOptions): OpenSearchDashboardsResponse;
  accepted(options?: SuccessOptions): OpenSearchDashboardsResponse;
  noContent(options?: Pick<SuccessOptions, 'headers'>): OpenSearchDashboardsResponse;
  redirected(options: SuccessOptions & { headers: { location: string } }): OpenSearchDashboardsResponse;
  badRequest(options?: ErrorOptions): OpenSearchDashboardsResponse;
  unauthorized(options?: ErrorOptions): OpenSearchDashboardsResponse;
  forbidden(options?: ErrorOptions): OpenSearchDashboardsResponse;
  notFound(options?: ErrorOptions): OpenSearchDashboardsResponse;
  conflict(options?: ErrorOptions): OpenSearchDashboardsResponse;
  internalError(options?: ErrorOptions): OpenSearchDashboardsResponse;
  customError(options: ErrorOptions & { statusCode: number }): OpenSearchDashboardsResponse;
  custom(options: {
    statusCode: number;
    body?: ResponsePayload | ResponseErrorBody;
    headers?: ResponseHeaders;
  }): OpenSearchDashboardsResponse;
}

export interface RequestHandlerContext {
  core: {
    opensearch: { client: ScopedClusterClient };
    savedObjects: { client: SavedObjectsRepository };
    uiSettings: { client: UiSettingsClient };
  };
}

export type RequestHandler<P = unknown, Q = unknown, B = unknown> = (
  context: RequestHandlerContext,
  request: OpenSearchDashboardsRequest<P, Q, B>,
  response: ResponseFactory,
) => OpenSearchDashboardsResponse | Promise<OpenSearchDashboardsResponse>;

export type RouteRegistrar = <P, Q, B>(route: RouteConfig<P, Q, B>, handler: RequestHandler<P, Q, B>) => void;

/** Routes can be added only before the server listens. */
export interface IRouter {
  routerPath: string;
  get: RouteRegistrar;
  post: RouteRegistrar;
  put: RouteRegistrar;
  patch: RouteRegistrar;
  delete: RouteRegistrar;
  /** Turns a Boom error thrown by the handler into its own status instead of 500. */
  handleLegacyErrors<P, Q, B>(handler: RequestHandler<P, Q, B>): RequestHandler<P, Q, B>;
}

export interface BasePath {
  readonly serverBasePath: string;
  get(request: OpenSearchDashboardsRequest): string;
  prepend(path: string): string;
  remove(path: string): string;
}

export interface HttpAuth {
  /** Without a security plugin always `unknown`; with it `state.authInfo` names the user. */
  get<T = unknown>(
    request: OpenSearchDashboardsRequest,
  ): { status: 'authenticated' | 'unauthenticated' | 'unknown'; state: T };
  isAuthenticated(request: OpenSearchDashboardsRequest): boolean;
}

export interface HttpServiceSetup {
  /** The same router on every call. */
  createRouter(): IRouter;
  basePath: BasePath;
  auth: HttpAuth;
  getServerInfo(): HttpServerInfo;
}

export interface HttpServerInfo {
  name: string;
  hostname: string;
  port: number;
  protocol: 'http' | 'https' | 'socket';
}

export interface HttpServiceStart {
  auth: HttpAuth;
  basePath: BasePath;
  getServerInfo(): HttpServerInfo;
}

// ---- OpenSearch ------------------------------------------------------------------------------------------------------

/** Client 1.1.0: every call resolves to `{ body, statusCode, headers, meta, warnings }`. Never to be closed by us. */
export type OpenSearchClient = Omit<Client, 'connectionPool' | 'serializer' | 'extend' | 'child' | 'close'>;

export interface ScopedClusterClient {
  readonly asInternalUser: OpenSearchClient;
  readonly asCurrentUser: OpenSearchClient;
}

/** A request, or only the headers to be forwarded (those on `opensearch.requestHeadersAllowlist`). */
export type ScopeableRequest =
  OpenSearchDashboardsRequest | { headers: Record<string, string | string[] | undefined> };

export interface ClusterClient {
  readonly asInternalUser: OpenSearchClient;
  asScoped(request?: ScopeableRequest): ScopedClusterClient;
}

export interface CustomClusterClient extends ClusterClient {
  close(): Promise<void>;
}

export interface OpenSearchClientConfig {
  hosts?: string[];
  username?: string;
  password?: string;
  /** Milliseconds. */
  requestTimeout?: number;
  ssl?: { verificationMode?: 'none' | 'certificate' | 'full'; certificateAuthorities?: string | string[] };
}

export interface OpenSearchServiceStart {
  client: ClusterClient;
  /** A client with settings of its own over the host's; the caller closes it. */
  createClient(type: string, config?: OpenSearchClientConfig): CustomClusterClient;
}

// ---- Saved objects ------------------------------------------------------------------------------------------------------

export interface SavedObjectsType {
  name: string;
  hidden: boolean;
  namespaceType: 'single' | 'multiple' | 'agnostic';
  /** An index of its own: an alias on `<pattern>_1`, `_2`, … */
  indexPattern?: string;
  mappings: { dynamic?: false | 'strict'; properties: Record<string, unknown> };
  migrations?: Record<string, (doc: unknown) => unknown>;
  management?: Record<string, unknown>;
}

export interface SavedObjectReference {
  name: string;
  type: string;
  id: string;
}

export interface SavedObjectError {
  statusCode: number;
  error: string;
  message: string;
}

export interface SavedObject<T = unknown> {
  id: string;
  type: string;
  attributes: T;
  references: SavedObjectReference[];
  /** Opaque; passing it back makes the write fail with 409 when the object has changed since. */
  version?: string;
  /** ISO 8601. */
  updated_at?: string;
  namespaces?: string[];
  migrationVersion?: Record<string, string>;
  /** Where it came from; kept until someone saves the object anew. */
  originId?: string;
  /** Bulk calls only. */
  error?: SavedObjectError;
}

/** Writes wait until searches see them (about a second) unless `refresh: false`. */
export interface SavedObjectsWriteOptions {
  refresh?: boolean | 'wait_for';
}

export interface SavedObjectsCreateOptions extends SavedObjectsWriteOptions {
  id?: string;
  overwrite?: boolean;
  version?: string;
  references?: SavedObjectReference[];
  migrationVersion?: Record<string, string>;
}

export interface SavedObjectsUpdateOptions extends SavedObjectsWriteOptions {
  version?: string;
  references?: SavedObjectReference[];
}

export interface SavedObjectsBulkCreateObject<T = unknown> {
  id?: string;
  type: string;
  attributes: T;
  version?: string;
  references?: SavedObjectReference[];
  migrationVersion?: Record<string, string>;
  originId?: string;
}

export interface SavedObjectsFindOptions {
  type: string | string[];
  page?: number;
  /** 20 by default; page × perPage over 10,000 is a 400. */
  perPage?: number;
  /** `simple_query_string` over `searchFields`. */
  search?: string;
  searchFields?: string[];
  defaultSearchOperator?: 'AND' | 'OR';
  sortField?: string;
  sortOrder?: 'asc' | 'desc';
  fields?: string[];
  hasReference?: { type: string; id: string };
  /** DQL with full paths: `<type>.attributes.<field>: value`. */
  filter?: string;
}

export interface SavedObjectsFindResponse<T = unknown> {
  page: number;
  per_page: number;
  total: number;
  saved_objects: Array<SavedObject<T> & { score: number; sort?: unknown[] }>;
}

/** Errors are Boom: look at `error.output.statusCode` (404, 409, 400, 503 …). */
export interface SavedObjectsRepository {
  create<T>(type: string, attributes: T, options?: SavedObjectsCreateOptions): Promise<SavedObject<T>>;
  get<T>(type: string, id: string): Promise<SavedObject<T>>;
  /** Deep-merges objects, replaces arrays; answers with only the attributes that were sent. */
  update<T>(
    type: string,
    id: string,
    attributes: Partial<T>,
    options?: SavedObjectsUpdateOptions,
  ): Promise<SavedObject<Partial<T>>>;
  delete(type: string, id: string, options?: SavedObjectsWriteOptions): Promise<object>;
  find<T>(options: SavedObjectsFindOptions): Promise<SavedObjectsFindResponse<T>>;
  /** Never throws for one item: it has `error` instead. */
  bulkCreate<T>(
    objects: Array<SavedObjectsBulkCreateObject<T>>,
    options?: SavedObjectsWriteOptions & { overwrite?: boolean },
  ): Promise<{ saved_objects: Array<SavedObject<T>> }>;
  bulkGet<T>(objects: Array<{ id: string; type: string }>): Promise<{ saved_objects: Array<SavedObject<T>> }>;
}

/** The name the host gives to repositories that act as its own user. */
export type ISavedObjectsRepository = SavedObjectsRepository;

export interface SavedObjectsServiceSetup {
  registerType(type: SavedObjectsType): void;
}

export interface SavedObjectsServiceStart {
  /** Acts as the host's own user, sees the named hidden types too. */
  createInternalRepository(includedHiddenTypes?: string[]): ISavedObjectsRepository;
  getScopedClient(
    request: OpenSearchDashboardsRequest,
    options?: { includedHiddenTypes?: string[] },
  ): SavedObjectsRepository;
}

// ---- Other services ------------------------------------------------------------------------------------------------------

export type Capabilities = Record<string, Record<string, boolean | Record<string, boolean>>>;

export interface CapabilitiesSetup {
  registerProvider(provider: () => Capabilities): void;
  /** May only change keys that a provider has named. */
  registerSwitcher(
    switcher: (
      request: OpenSearchDashboardsRequest,
      capabilities: Capabilities,
    ) => Partial<Capabilities> | Promise<Partial<Capabilities>>,
  ): void;
}

export interface UiSettingsParams<T = unknown> {
  name: string;
  value: T;
  description?: string;
  category?: string[];
  type?: 'boolean' | 'number' | 'string' | 'select' | 'json' | 'markdown' | 'array' | 'image';
  requiresPageReload?: boolean;
  schema: ConfigSchema<T>;
}

export interface UiSettingsServiceSetup {
  /** Names are unique over all plugins; the schema is run on the default at start. */
  register(settings: Record<string, UiSettingsParams>): void;
}

export interface UiSettingsClient {
  get<T = unknown>(key: string): Promise<T>;
  getAll<T = unknown>(): Promise<Record<string, T>>;
  set(key: string, value: unknown): Promise<void>;
  setMany(changes: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface UiSettingsServiceStart {
  asScopedToClient(savedObjects: SavedObjectsRepository): UiSettingsClient;
}

/** The host compares by `toString()` and `valueOf()`; get the values from the host where possible. */
export interface ServiceStatusLevel {
  toString(): 'available' | 'degraded' | 'unavailable' | 'critical';
  valueOf(): 0 | 1 | 2 | 3;
}

export interface ServiceStatus {
  level: ServiceStatusLevel;
  summary: string;
  detail?: string;
  meta?: Record<string, unknown>;
}

export interface StatusServiceSetup {
  /** Colours the whole host's state: stay `available` unless the host itself is affected. */
  set(status$: Observable<ServiceStatus>): void;
}
