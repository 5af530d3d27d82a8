import type { Request } from '@hapi/hapi';
import { randomUUID } from 'crypto';
import type { IncomingHttpHeaders } from 'http';
import { fromEvent, merge } from 'rxjs';
import { first, shareReplay, takeUntil } from 'rxjs/operators';
import type { OpenSearchDashboardsRequest } from '../../../types/opensearch_dashboards_server';
import { validatePart, type RouteRules } from './validation';

/**
 * Builds the request that handlers get from hapi's.
 * @throws Error with the message for a 400 when a part is refused
 */
export function toHostRequest(request: Request, rules: RouteRules = {}): OpenSearchDashboardsRequest {
  const params = validatePart(rules, 'params', request.params);
  const query = validatePart(rules, 'query', request.query);
  const body = validatePart(rules, 'body', request.payload);
  const finished$ = fromEvent<void>(request.raw.res, 'finish').pipe(shareReplay(1), first());
  const aborted$ = fromEvent<void>(request.raw.req, 'aborted').pipe(first(), takeUntil(finished$));
  return {
    // An x-opaque-id from outside counts only where `server.requestId` allows it, which it does not by default.
    id: randomUUID(),
    uuid: randomUUID(),
    url: request.url,
    headers: Object.freeze({ ...request.headers }) as IncomingHttpHeaders,
    params,
    query,
    body,
    auth: { isAuthenticated: request.auth.isAuthenticated },
    events: { aborted$, completed$: merge(finished$, aborted$).pipe(shareReplay(1), first()) },
    isSystemRequest: request.headers['osd-system-request'] === 'true',
    route: {
      path: request.path,
      method: request.method,
      options: { tags: request.route.settings.tags ?? [], authRequired: true },
    },
  };
}
