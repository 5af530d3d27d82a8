import { APP_TITLE } from '../common/plugin';
import { SiemError } from './core/errors';
import type { Actor } from './core/manage/managed_objects';
import type { Clock, Logger } from './core/ports';
import type { Right } from './routes/define_route';
import type {
  HttpAuth,
  Logger as HostLogger,
  OpenSearchDashboardsRequest,
} from '../types/opensearch_dashboards_server';

/** What the security plugin tells of a signed-in user (host-contracts 2.5). */
interface AuthState {
  authInfo?: { user_name?: string; roles?: string[] };
  /** Empty for the global one, `__user__` for the user's own. */
  selectedTenant?: string;
}

/** The two tenants that security has names of its own for. */
const TENANTS: Readonly<Record<string, string>> = { '': 'Global', __user__: 'Private' };

/** The user of a request; without a security plugin OSD knows none, and everyone who reaches it is an administrator. */
export function actorOf(auth: HttpAuth, request: OpenSearchDashboardsRequest): Actor {
  const { status, state } = auth.get<AuthState | undefined>(request);
  const signedIn = status === 'authenticated' ? state : undefined;
  const user = signedIn?.authInfo;
  const tenant = signedIn?.selectedTenant;
  return {
    name: user?.user_name ?? 'anonymous',
    roles: user?.roles ?? [],
    authenticated: user !== undefined,
    ...(tenant !== undefined && { tenant: TENANTS[tenant] ?? tenant }),
  };
}

/** Whether someone may do what a route needs. Where no write roles are set, everyone who may open OSD may change things. */
export function mayDo(actor: Actor, right: Right, writeRoles: readonly string[]): boolean {
  if (right === 'read' || writeRoles.length === 0 || !actor.authenticated) return true;
  return actor.roles.some((role) => writeRoles.includes(role));
}

/** Fails with `forbidden`, naming the roles that would do. */
export function authorise(actor: Actor, right: Right, writeRoles: readonly string[]): void {
  if (mayDo(actor, right, writeRoles)) return;
  throw new SiemError(
    'forbidden',
    `Your user "${actor.name}" may look but not change things in ${APP_TITLE}; that needs one of the roles ${writeRoles.join(', ')} (awsSiem.roles.write).`,
  );
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = setTimeout(done, ms);
      function done() {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      }
      signal?.addEventListener('abort', done, { once: true });
    }),
};

/** Our log lines in the host's logger, without its second argument. */
export function loggerOf(host: HostLogger): Logger {
  return {
    debug: (message) => host.debug(message),
    info: (message) => host.info(message),
    warn: (message) => host.warn(message),
    error: (message) => host.error(message),
  };
}
