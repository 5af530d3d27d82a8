import type { History } from 'history';
import { BehaviorSubject } from 'rxjs';
import type {
  App,
  AppLeaveActions,
  AppMountParameters,
  ApplicationSetup,
  ApplicationStart,
  HttpStart,
  MountPoint,
  NavigateOptions,
  OverlayStart,
} from '../../../../types/opensearch_dashboards_public';
import { createScopedHistory } from './scoped_history';

type LeaveHandler = Parameters<AppMountParameters['onAppLeave']>[0];

interface Services {
  /** Rooted at the base path. */
  history: History;
  http: HttpStart;
  overlays: Pick<OverlayStart, 'openConfirm'>;
  capabilities: ApplicationStart['capabilities'];
}

/** Registers apps, shows the one that the URL names, and moves between them. */
export class Application {
  readonly apps = new Map<string, App>();
  readonly currentAppId$ = new BehaviorSubject<string | undefined>(undefined);
  readonly headerActionMenu$ = new BehaviorSubject<MountPoint | undefined>(undefined);
  private shown = false;
  private unmount?: () => void;
  private leaveHandler?: LeaveHandler;

  constructor(
    private readonly element: HTMLElement,
    private readonly services: Services,
  ) {}

  readonly setup: ApplicationSetup = {
    register: (app) => {
      if (this.apps.has(app.id))
        throw new Error(`An application is already registered with the id "${app.id}"`);
      this.apps.set(app.id, app);
    },
  };

  /** Shows the app of the present URL, and from now on that of each new one. */
  start(): ApplicationStart {
    const { history, http, capabilities } = this.services;
    history.listen(({ pathname }) => void this.show(pathname));
    window.addEventListener('beforeunload', (event) => {
      if (this.leaveMessage()) event.preventDefault();
    });
    return {
      capabilities,
      currentAppId$: this.currentAppId$,
      applications$: new BehaviorSubject(this.apps),
      getUrlForApp: (id, { path, absolute } = {}) => {
        const url = http.basePath.prepend(appPath(id, path));
        return absolute ? new URL(url, window.location.href).href : url;
      },
      navigateToApp: (id, options) => this.navigateToApp(id, options),
      navigateToUrl: async (url) => {
        const { origin, pathname, search, hash } = new URL(url, window.location.href);
        const [, id, rest = ''] = /^\/app\/([^/]+)(.*)$/.exec(http.basePath.remove(pathname)) ?? [];
        if (origin !== window.location.origin || !id || !this.apps.has(id)) window.location.assign(url);
        else await this.navigateToApp(id, { path: `${rest}${search}${hash}` });
      },
    };
  }

  /** Shows the first app: plugins have started by now. */
  async run(): Promise<void> {
    await this.show(this.services.history.location.pathname);
  }

  private async navigateToApp(id: string, { path, replace, state }: NavigateOptions = {}): Promise<void> {
    const message = id === this.currentAppId$.value ? undefined : this.leaveMessage();
    if (message && !(await this.services.overlays.openConfirm(message.text, { title: message.title })))
      return;
    this.leaveHandler = undefined;
    this.services.history[replace ? 'replace' : 'push'](appPath(id, path), state);
  }

  private leaveMessage(): { text: string; title?: string } | undefined {
    const actions: AppLeaveActions = {
      default: () => ({ type: 'default' }),
      confirm: (text, title) => ({ type: 'confirm', text, title }),
    };
    const action = this.leaveHandler?.(actions);
    return action?.type === 'confirm' ? (action as unknown as { text: string; title?: string }) : undefined;
  }

  private async show(pathname: string): Promise<void> {
    const id = /^\/app\/([^/]+)/.exec(pathname)?.[1];
    if (this.shown && id === this.currentAppId$.value) return;
    this.shown = true;
    this.unmount?.();
    this.unmount = undefined;
    this.leaveHandler = undefined;
    this.headerActionMenu$.next(undefined);
    this.currentAppId$.next(id);
    const element = document.createElement('div');
    this.element.replaceChildren(element);
    const unmount = await this.mount(id, element);
    // Another app may have been asked for in the meantime.
    if (element.isConnected) this.unmount = unmount;
    else unmount();
  }

  private async mount(id: string | undefined, element: HTMLElement): Promise<() => void> {
    const app = id ? this.apps.get(id) : undefined;
    if (!app) {
      element.textContent = 'Application not found. No application was found at this URL.';
      return () => undefined;
    }
    const appBasePath = this.services.http.basePath.prepend(`/app/${app.id}`);
    const history = createScopedHistory(this.services.history, `/app/${app.id}`);
    const unmount = await app.mount({
      element,
      history,
      appBasePath,
      onAppLeave: (handler) => {
        this.leaveHandler = handler;
      },
      setHeaderActionMenu: (mount) => this.headerActionMenu$.next(mount),
    });
    return () => {
      unmount();
      history.deactivate();
    };
  }
}

function appPath(id: string, path = ''): string {
  return `/app/${id}${path && !/^[/?#]/.test(path) ? '/' : ''}${path}`;
}
