import { object } from '../../common/object_codec';
import { text } from '../../common/codec';
import { SiemError } from '../core/errors';
import type { UserObjects } from '../core/content/ports';
import type { Search } from '../core/ports';
import type { AuditEntry, RouteHost } from './define_route';
import { defineRoute } from './define_route';
import type { IRouter, RequestHandler, RouteConfig } from '../../types/opensearch_dashboards_server';

type Config = RouteConfig<unknown, unknown, unknown>;

/** Registers one route on a router that only remembers it, and calls it as the host would. */
function register(route: ReturnType<typeof defineRoute>) {
  const audited: AuditEntry[] = [];
  const logged: string[] = [];
  let registered: { config: Config; handler: RequestHandler } | undefined;
  const remember = (config: Config, handler: RequestHandler) => void (registered = { config, handler });
  const router = { get: remember, post: remember, put: remember, delete: remember } as unknown as IRouter;
  const host: RouteHost = {
    actorOf: () => ({ name: 'alice', roles: ['reader'], authenticated: true }),
    authorise: (actor, right) => {
      if (right === 'write' && !actor.roles.includes('writer'))
        throw new SiemError('forbidden', 'needs writer');
    },
    searchAs: async () => ({}) as Search,
    userObjects: () => ({}) as UserObjects,
    audit: (entry) => audited.push(entry),
    logger: { debug() {}, info() {}, warn() {}, error: (line) => logged.push(line) },
  };
  route.register(router, host);
  const { config, handler } = registered as unknown as { config: Config; handler: RequestHandler };
  const call = async (request: object) => {
    const answer = (status: number) => (options: { body?: unknown; statusCode?: number }) => ({
      status: options.statusCode ?? status,
      body: options.body,
    });
    const aborted$ = { subscribe: () => ({ unsubscribe() {} }) };
    return (await handler(
      { core: { savedObjects: {} } } as never,
      { events: { aborted$ }, params: {}, query: {}, body: {}, ...request } as never,
      { ok: answer(200), customError: answer(500) } as never,
    )) as unknown as { status: number; body: { message?: string; attributes?: { code: string } } };
  };
  return { config, call, audited, logged };
}

describe('a route', () => {
  it('refuses unknown keys by name, in the host’s way', () => {
    const { config } = register(
      defineRoute({
        id: 'x.create',
        method: 'post',
        path: '/x',
        right: 'read',
        body: object({ name: text() }),
        handler: async () => ({}),
      }),
    );
    const validate = (config.validate as { body: (value: unknown, result: object) => unknown }).body;
    const result = { ok: (value: unknown) => ({ value }), badRequest: (error: string) => ({ error }) };
    expect(validate({ name: ' a ' }, result)).toEqual({ value: { name: 'a' } });
    expect(validate({ nmae: 'a' }, result)).toEqual({
      error: 'nmae: is not known here; known: name; name: is required',
    });
  });

  it('takes a large body only where it says so, and gives it time', () => {
    const route = { id: 'x.import', method: 'post', path: '/x', right: 'write' } as const;
    const handler = async () => ({});
    expect(register(defineRoute({ ...route, handler })).config).not.toHaveProperty('options');
    expect(register(defineRoute({ ...route, handler, maxBytes: 5_000_000 })).config.options).toEqual({
      body: { maxBytes: 5_000_000 },
      timeout: { payload: 60_000 },
    });
  });

  it('answers with what its handler returns', async () => {
    const { call, audited } = register(
      defineRoute({
        id: 'x.list',
        method: 'get',
        path: '/x',
        right: 'read',
        handler: async ({ actor }) => ({ by: actor.name }),
      }),
    );
    expect(await call({})).toEqual({ status: 200, body: { by: 'alice' } });
    expect(audited).toEqual([]);
  });

  it('does nothing without the right, and writes the attempt down', async () => {
    const handler = jest.fn(async () => ({}));
    const { call, audited } = register(
      defineRoute({ id: 'x.delete', method: 'delete', path: '/x/{id}', right: 'write', handler }),
    );
    expect(await call({ params: { id: '7' } })).toMatchObject({
      status: 403,
      body: { attributes: { code: 'forbidden' } },
    });
    expect(handler).not.toHaveBeenCalled();
    expect(audited).toEqual([
      { action: 'x.delete', target: '7', actor: 'alice', outcome: 'failure', code: 'forbidden' },
    ]);
  });

  it('maps an error of ours to its status and code', async () => {
    const { call } = register(
      defineRoute({
        id: 'x.get',
        method: 'get',
        path: '/x',
        right: 'read',
        handler: async () => {
          throw new SiemError('conflict', 'load it again');
        },
      }),
    );
    expect(await call({})).toEqual({
      status: 409,
      body: { message: 'load it again', attributes: { code: 'conflict' } },
    });
  });

  it('hides the text of an unexpected error from people and gives it to the log', async () => {
    const { call, logged } = register(
      defineRoute({
        id: 'x.get',
        method: 'get',
        path: '/x',
        right: 'read',
        handler: async () => {
          throw new Error('password=hunter2');
        },
      }),
    );
    const { status, body } = await call({});
    expect(status).toBe(500);
    expect(body.message).not.toMatch(/hunter2/);
    expect(logged.join()).toMatch(/x\.get: Error: password=hunter2/);
  });
});
