// The part of the host's browser API that we use (OpenSearch Dashboards 2.8; other plugins of the host: opensearch_dashboards_public_plugins). The host ships no types.
import type { ComponentType, ReactNode } from 'react';
import type { History } from 'history';
import type { Observable } from 'rxjs';

export * from './opensearch_dashboards_public_plugins';

/** Draws into `element`; the function it returns takes the drawing away. */
export type MountPoint<T extends HTMLElement = HTMLElement> = (element: T) => () => void;

export interface PluginInitializerContext<Config = unknown> {
  opaqueId: symbol;
  env: { packageInfo: { version: string; buildNum: number; branch: string } };
  config: { get<T = Config>(): T };
}

export interface Plugin<Setup = void, Start = void, DepsSetup = object, DepsStart = object> {
  setup(core: CoreSetup<DepsStart, Start>, deps: DepsSetup): Setup;
  start(core: CoreStart, deps: DepsStart): Start;
  stop?(): void;
}

export interface CoreSetup<DepsStart = object, OwnStart = unknown> {
  application: ApplicationSetup;
  http: HttpStart;
  notifications: NotificationsStart;
  uiSettings: UiSettings;
  getStartServices(): Promise<[CoreStart, DepsStart, OwnStart]>;
  /** Only in later versions: absent from `setup` in 2.8. */
  chrome?: { navGroup?: NavGroups };
}

export interface CoreStart {
  application: ApplicationStart;
  chrome: ChromeStart;
  http: HttpStart;
  i18n: { Context: ComponentType<{ children?: ReactNode }> };
  notifications: NotificationsStart;
  overlays: OverlayStart;
  uiSettings: UiSettings;
}

export interface AppCategory {
  id: string;
  label: string;
  order?: number;
  euiIconType?: string;
}

export interface App {
  id: string;
  title: string;
  order?: number;
  category?: AppCategory;
  euiIconType?: string;
  /** Shown by the menus of later versions. */
  description?: string;
  mount(params: AppMountParameters): Promise<() => void> | (() => void);
}

export interface ApplicationSetup {
  register(app: App): void;
}

export interface NavigateOptions {
  path?: string;
  replace?: boolean;
  state?: unknown;
}

export interface ApplicationStart {
  navigateToApp(appId: string, options?: NavigateOptions): Promise<void>;
  navigateToUrl(url: string): Promise<void>;
  getUrlForApp(appId: string, options?: { path?: string; absolute?: boolean }): string;
  currentAppId$: Observable<string | undefined>;
  /** What is registered, by id. */
  applications$: Observable<ReadonlyMap<string, unknown>>;
  capabilities: Record<string, Record<string, boolean>>;
}

/** `history` is rooted at the app: `/rules/7` there is `/app/siem/rules/7` in the address bar. */
export interface AppMountParameters {
  element: HTMLElement;
  history: History;
  appBasePath: string;
  onAppLeave(handler: (actions: AppLeaveActions) => AppLeaveAction): void;
  setHeaderActionMenu(mount: MountPoint | undefined): void;
}

export interface AppLeaveAction {
  type: string;
}

export interface AppLeaveActions {
  default(): AppLeaveAction;
  confirm(text: string, title?: string): AppLeaveAction;
}

export interface NavGroup {
  id: string;
  title: string;
}

export interface NavGroups {
  addNavLinksToGroup(
    group: NavGroup,
    links: Array<{ id: string; category?: AppCategory; order?: number; showInAllNavGroup?: boolean }>,
  ): void;
}

export interface HttpFetchOptions {
  query?: Record<string, string | number | boolean | string[] | undefined>;
  /** JSON text, or a form for an upload. */
  body?: string | FormData;
  headers?: Record<string, string | undefined>;
  signal?: AbortSignal;
  asSystemRequest?: boolean;
}

export type HttpHandler = <T = unknown>(path: string, options?: HttpFetchOptions) => Promise<T>;

export interface HttpStart {
  basePath: { get(): string; prepend(path: string): string; remove(path: string): string };
  get: HttpHandler;
  post: HttpHandler;
  put: HttpHandler;
  patch: HttpHandler;
  delete: HttpHandler;
  head: HttpHandler;
  fetch: HttpHandler;
}

/**
 * What the HTTP client rejects with. `message` is only the status text; `body` is what the server said.
 * `name` is 'TypeError' for a network failure and 'AbortError' for an aborted call; then there is no `response`.
 */
export interface HttpFetchError extends Error {
  request: Request;
  response?: Response;
  body?: { statusCode: number; error: string; message: string; attributes?: Record<string, unknown> };
}

export interface ToastInput {
  title?: string | MountPoint;
  text?: string | MountPoint;
  iconType?: string;
  toastLifeTimeMs?: number;
}

export interface Toast extends ToastInput {
  id: string;
}

export interface NotificationsStart {
  toasts: {
    addSuccess(toast: string | ToastInput): Toast;
    addInfo(toast: string | ToastInput): Toast;
    addWarning(toast: string | ToastInput): Toast;
    addDanger(toast: string | ToastInput): Toast;
    addError(error: Error, options: { title: string; toastMessage?: string }): Toast;
    remove(toast: string | Toast): void;
  };
}

export interface OverlayRef {
  onClose: Promise<void>;
  close(): Promise<void>;
}

export interface ConfirmOptions {
  title?: string;
  confirmButtonText?: string;
  cancelButtonText?: string;
  buttonColor?: 'primary' | 'danger';
}

export interface OverlayStart {
  openFlyout(mount: MountPoint, options?: Record<string, unknown>): OverlayRef;
  openModal(mount: MountPoint, options?: Record<string, unknown>): OverlayRef;
  openConfirm(message: string | MountPoint, options?: ConfirmOptions): Promise<boolean>;
}

export interface ChromeBreadcrumb {
  text: ReactNode;
  href?: string;
  onClick?: (event: React.MouseEvent) => void;
}

export interface ChromeStart {
  setBreadcrumbs(breadcrumbs: ChromeBreadcrumb[]): void;
  docTitle: { change(title: string | string[]): void; reset(): void };
  setHelpExtension(extension?: {
    appName: string;
    links?: Array<{ linkType: 'documentation' | 'custom'; href: string; content?: ReactNode }>;
  }): void;
  recentlyAccessed: { add(link: string, label: string, id: string): void };
}

export interface UiSettings {
  /** Throws for an unknown key without a default. */
  get<T = unknown>(key: string, defaultValue?: T): T;
  get$<T = unknown>(key: string, defaultValue?: T): Observable<T>;
  set(key: string, value: unknown): Promise<boolean>;
}
