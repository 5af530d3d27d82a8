import type * as t from 'io-ts';
import { describeErrors } from '../../common/codec';
import type { UserObjects } from '../core/content/ports';
import { asSiemError, type SiemError } from '../core/errors';
import type { Actor } from '../core/manage/managed_objects';
import type { Logger, Search } from '../core/ports';
import type {
  IRouter,
  OpenSearchDashboardsRequest,
  RequestHandler,
  RouteValidationFunction,
  SavedObjectsRepository,
} from '../../types/opensearch_dashboards_server';

const LARGE_BODY_TIMEOUT = 60_000;

/** What a user must be allowed to do: look, or change things. */
export type Right = 'read' | 'write';

export interface RouteInput<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  actor: Actor;
  /** Searches as the user who asks, never as more. */
  search: Search;
  /** The user's own saved objects, in the tenant that is chosen. */
  userObjects: UserObjects;
  /** Aborts when the browser hangs up. */
  signal: AbortSignal;
}

interface RouteDefinition<P, Q, B, R> {
  /** Names the action in the audit log, e.g. `source.create`. */
  id: string;
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  right: Right;
  params?: t.Type<P, unknown, unknown>;
  query?: t.Type<Q, unknown, unknown>;
  body?: t.Type<B, unknown, unknown>;
  /** Of a body larger than the host's 1 MiB; it may then take a minute to come. */
  maxBytes?: number;
  /** What the audit log says beyond action and target. */
  detail?(input: Pick<RouteInput<P, Q, B>, 'params' | 'query' | 'body'>): string;
  handler(input: RouteInput<P, Q, B>): Promise<R>;
}

/** One of our endpoints, with its types closed over. */
export interface Route {
  id: string;
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  right: Right;
  register(router: IRouter, host: RouteHost): void;
}

export interface AuditEntry {
  action: string;
  /** Id of the object, where the path or the answer names one. */
  target?: string;
  actor: string;
  outcome: 'success' | 'failure';
  /** Code of the error of a failure. */
  code?: string;
  detail?: string;
}

/** What routes need of the host and the rest of the server. */
export interface RouteHost {
  actorOf(request: OpenSearchDashboardsRequest): Actor;
  /** Fails with `forbidden`, naming the right that lacks. */
  authorise(actor: Actor, right: Right): void;
  searchAs(request: OpenSearchDashboardsRequest): Promise<Search>;
  /** The saved objects that the request's own client sees. */
  userObjects(client: SavedObjectsRepository): UserObjects;
  audit(entry: AuditEntry): void;
  logger: Logger;
}

/**
 * Declares an endpoint: what it takes (unknown keys are refused), which right it needs, what it does. Everything that is not `read` is
 * written to the audit log. Errors leave as OSD's error body with our code in `attributes.code`.
 */
export function defineRoute<P = object, Q = object, B = object, R extends object = object>(
  definition: RouteDefinition<P, Q, B, R>,
): Route {
  const { id, method, path, right } = definition;
  return {
    id,
    method,
    path,
    right,
    register(router, host) {
      const validate = {
        ...(definition.params && { params: validator(definition.params) }),
        ...(definition.query && { query: validator(definition.query) }),
        ...(definition.body && { body: validator(definition.body) }),
      };
      const handler: RequestHandler<P, Q, B> = async (context, request, response) => {
        const actor = host.actorOf(request);
        const report = (outcome: 'success' | 'failure', target?: string, code?: string) => {
          if (right === 'read') return;
          const detail = definition.detail?.(request);
          host.audit({ action: id, target, actor: actor.name, outcome, code, ...(detail && { detail }) });
        };
        const abort = new AbortController();
        const subscription = request.events.aborted$.subscribe(() => abort.abort());
        try {
          host.authorise(actor, right);
          const search = await host.searchAs(request);
          const { params, query, body } = request;
          const result = await definition.handler({
            params,
            query,
            body,
            actor,
            search,
            userObjects: host.userObjects(context.core.savedObjects.client),
            signal: abort.signal,
          });
          report('success', targetOf(params) ?? targetOf(result));
          return response.ok({ body: result });
        } catch (thrown) {
          const error = asSiemError(thrown);
          report('failure', targetOf(request.params), error.code);
          if (error.code === 'internal') host.logger.error(`${id}: ${stackOf(error)}`);
          return response.customError({
            statusCode: error.status,
            body: { message: shownMessage(error), attributes: { code: error.code } },
          });
        } finally {
          subscription.unsubscribe();
        }
      };
      const { maxBytes } = definition;
      const options = maxBytes !== undefined && {
        options: { body: { maxBytes }, timeout: { payload: LARGE_BODY_TIMEOUT } },
      };
      router[method](
        { path, validate: Object.keys(validate).length > 0 ? validate : false, ...options },
        handler,
      );
    },
  };
}

function validator<T>(codec: t.Type<T, unknown, unknown>): RouteValidationFunction<T> {
  return (value, { ok, badRequest }) => {
    const result = codec.decode(value);
    return result._tag === 'Right' ? ok(result.right) : badRequest(describeErrors(result.left).join('; '));
  };
}

/** The text of an unexpected error may hold anything; people get a sentence, the log gets the rest. */
function shownMessage(error: SiemError): string {
  return error.code === 'internal'
    ? 'Something went wrong in the SIEM plugin. The log of OpenSearch Dashboards has the details.'
    : error.message;
}

function stackOf(error: SiemError): string {
  return (error.cause instanceof Error ? error.cause.stack : error.stack) ?? error.message;
}

function targetOf(value: unknown): string | undefined {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : undefined;
}
