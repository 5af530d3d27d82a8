import { server as createHapi, type Request, type ResponseToolkit, type Server } from '@hapi/hapi';
import os from 'os';
import type { HttpServerInfo, Logger } from '../../../types/opensearch_dashboards_server';
import type { HostConfig } from '../config';
import { PACKAGE_INFO } from '../version';
import { createBasePath } from './base_path';
import { errorResponse } from './response';
import type { RegisteredRoute } from './router';

const SOCKET_TIMEOUT_MS = 120_000;
const KEEP_ALIVE_MS = 120_000;

export interface HttpServer {
  readonly hapi: Server;
  readonly basePath: ReturnType<typeof createBasePath>;
  /** @throws once the server listens */
  addRoute(route: RegisteredRoute): void;
  info(): HttpServerInfo;
  start(): Promise<void>;
  stop(): Promise<void>;
}

function checkXsrf(request: Request): Error | undefined {
  const settings = request.route.settings.app as { xsrfRequired?: boolean } | undefined;
  if (request.method === 'get' || request.method === 'options' || settings?.xsrfRequired === false)
    return undefined;
  // OSD lets the version header stand in for the other one.
  if ('osd-xsrf' in request.headers || 'osd-version' in request.headers) return undefined;
  return errorResponse(400, 'Request must contain the osd-xsrf header.');
}

function checkVersion(request: Request): Error | undefined {
  const got = request.headers['osd-version'];
  const expected = PACKAGE_INFO.version;
  if (got === undefined || got === '' || got === expected) return undefined;
  return errorResponse(
    400,
    'Browser client is out of date, please refresh the page ' +
      `("osd-version" header was "${got}" but should be "${expected}")`,
    { expected, got },
  );
}

function rewriteBasePath(hapi: Server, basePath: HttpServer['basePath']): void {
  hapi.ext('onRequest', (request: Request, toolkit: ResponseToolkit) => {
    const before = request.url.pathname + request.url.search;
    const after = basePath.remove(before);
    if (before === after) return errorResponse(404, 'Not Found');
    request.setUrl(after);
    return toolkit.continue;
  });
}

/** hapi with OSD's limits, headers and checks, not listening yet. Port 0 takes a free one. */
export function createHttpServer(config: HostConfig, port: number, log: Logger): HttpServer {
  const name = config.string('server.name') ?? os.hostname();
  const hapi = createHapi({
    host: config.string('server.host') ?? '127.0.0.1',
    port,
    routes: {
      cache: { privacy: 'private', otherwise: 'private, no-cache, no-store, must-revalidate' },
      payload: {
        maxBytes: config.number('server.maxPayload') ?? config.number('server.maxPayloadBytes') ?? 1048576,
      },
    },
    state: { strictHeader: false, isHttpOnly: true, isSameSite: false },
  });
  // Node's own 5 s would cut connections that OSD's clients count on.
  hapi.listener.keepAliveTimeout = KEEP_ALIVE_MS;
  hapi.listener.headersTimeout = KEEP_ALIVE_MS + 2 * hapi.listener.headersTimeout;
  const basePath = createBasePath(config.string('server.basePath') ?? '');
  if (basePath.serverBasePath !== '' && config.at('server.rewriteBasePath') === true)
    rewriteBasePath(hapi, basePath);

  hapi.ext(
    'onPostAuth',
    (request, toolkit) => checkXsrf(request) ?? checkVersion(request) ?? toolkit.continue,
  );
  hapi.ext('onPreResponse', (request, toolkit) => {
    const { response } = request;
    if ('output' in response) response.output.headers['osd-name'] = name;
    else response.header('osd-name', name);
    return toolkit.continue;
  });

  return {
    hapi,
    basePath,
    addRoute({ method, path, xsrfRequired, tags, payload, idleSocket, handler }) {
      if (hapi.listener.listening)
        throw new Error('Routers can be registered only when HTTP server is stopped.');
      hapi.route({
        // hapi's type is the union of all methods; the router registers only those it knows.
        method: method as 'get',
        path,
        handler,
        options: {
          app: { xsrfRequired },
          tags,
          payload,
          timeout: { socket: idleSocket ?? SOCKET_TIMEOUT_MS },
        },
      });
    },
    info: () => ({ name, hostname: hapi.info.host, port: Number(hapi.info.port), protocol: 'http' }),
    async start() {
      await hapi.start();
      log.info(`http server running at ${hapi.info.uri}${basePath.serverBasePath}`);
    },
    stop: () => hapi.stop({ timeout: 5_000 }),
  };
}
