import Boom from '@hapi/boom';
import type { Lifecycle, Request, ResponseToolkit, RouteOptionsPayload } from '@hapi/hapi';
import { errors as clientErrors, type ResponseError } from '@opensearch-project/opensearch';
import type {
  IRouter,
  Logger,
  OpenSearchDashboardsRequest,
  RequestHandler,
  RequestHandlerContext,
  RouteConfig,
} from '../../../types/opensearch_dashboards_server';
import { toHostRequest } from './request';
import { errorResponse, responseFactory, toHapi } from './response';
import { routeRules } from './validation';

export interface RegisteredRoute {
  method: string;
  path: string;
  xsrfRequired: boolean;
  tags?: string[];
  payload?: RouteOptionsPayload;
  /** Milliseconds without traffic after which the socket is cut. */
  idleSocket?: number;
  handler(request: Request, toolkit: ResponseToolkit): Promise<Lifecycle.ReturnValue>;
}

type AnyRoute = RouteConfig<unknown, unknown, unknown>;
export type CreateContext = (request: OpenSearchDashboardsRequest) => RequestHandlerContext;

/** Body settings as hapi takes them. Without a body validator the body is not even read. */
function payloadOptions(method: string, route: AnyRoute): RouteOptionsPayload | undefined {
  if (method === 'get') return undefined;
  const { body, timeout } = route.options ?? {};
  const wanted = (route.validate && route.validate.body !== undefined) || body !== undefined;
  const options: RouteOptionsPayload = wanted ? {} : { output: 'stream', parse: false };
  if (body?.output) options.output = body.output;
  if (body?.parse !== undefined) options.parse = body.parse;
  if (body?.maxBytes !== undefined) options.maxBytes = body.maxBytes;
  if (body?.accepts) options.allow = body.accepts;
  if (timeout?.payload !== undefined) options.timeout = timeout.payload;
  return Object.keys(options).length > 0 ? { ...options, multipart: true } : undefined;
}

const handleLegacyErrors: IRouter['handleLegacyErrors'] = (handler) => async (context, request, response) => {
  try {
    return await handler(context, request, response);
  } catch (error) {
    if (!Boom.isBoom(error)) throw error;
    const { payload, statusCode, headers } = error.output;
    return response.customError({ body: payload, statusCode, headers: headers as Record<string, string> });
  }
};

const isUnauthorized = (error: unknown): error is ResponseError =>
  error instanceof clientErrors.ResponseError && error.statusCode === 401;

/**
 * The router that every call of `createRouter` hands out.
 * @param add takes each route; it refuses them once the server listens
 */
export function createRouter(
  log: Logger,
  createContext: CreateContext,
  add: (route: RegisteredRoute) => void,
): IRouter {
  const register =
    (method: string) =>
    <P, Q, B>(config: RouteConfig<P, Q, B>, handler: RequestHandler<P, Q, B>): void => {
      const route = config as AnyRoute;
      const rules = routeRules(method, route);
      add({
        method,
        path: route.path,
        xsrfRequired: route.options?.xsrfRequired ?? method !== 'get',
        tags: route.options?.tags,
        payload: payloadOptions(method, route),
        idleSocket: route.options?.timeout?.idleSocket,
        async handler(raw, toolkit) {
          let request: OpenSearchDashboardsRequest;
          try {
            request = toHostRequest(raw, rules);
          } catch (error) {
            return errorResponse(400, (error as Error).message);
          }
          try {
            const run = handler as unknown as RequestHandler;
            return toHapi(await run(createContext(request), request, responseFactory), toolkit);
          } catch (error) {
            log.error(error as Error);
            if (!isUnauthorized(error)) return errorResponse(500, 'An internal server error occurred.');
            const challenge = error.headers?.['www-authenticate'] ?? 'Basic realm="Authorization Required"';
            return errorResponse(401, error.message, undefined, { 'www-authenticate': challenge });
          }
        },
      });
    };
  return {
    routerPath: '',
    get: register('get'),
    post: register('post'),
    put: register('put'),
    patch: register('patch'),
    delete: register('delete'),
    handleLegacyErrors,
  };
}
