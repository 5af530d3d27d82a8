import type * as t from 'io-ts';
import type { ListResponse } from '../../common/api';
import { IdParams, UpdateQuery } from '../../common/api';
import type { Actor, Seen } from '../core/manage/managed_objects';
import type { Search } from '../core/ports';
import type { Route } from './define_route';
import { defineRoute } from './define_route';

/** What people do with one kind of stored object; inputs are tried as the user who saves. */
export interface CrudService<Input, View> {
  list(): Promise<View[]>;
  get(id: string): Promise<View>;
  create(input: Input, actor: Actor, search: Search): Promise<View>;
  update(seen: Seen, input: Input, actor: Actor, search: Search): Promise<View>;
  remove(id: string): Promise<void>;
}

/**
 * List, read, create, update and delete of one kind: `GET` and `POST` on the collection; `GET`, `PUT`, `DELETE` on `<collection>/{id}`. */
export function crudRoutes<Input, View extends object>(
  noun: string,
  collection: string,
  body: t.Type<Input, unknown, unknown>,
  service: () => CrudService<Input, View>,
): Route[] {
  const item = `${collection}/{id}`;
  return [
    defineRoute({
      id: `${noun}.list`,
      method: 'get',
      path: collection,
      right: 'read',
      handler: async () => listOf(await service().list()),
    }),
    defineRoute({
      id: `${noun}.get`,
      method: 'get',
      path: item,
      right: 'read',
      params: IdParams,
      handler: ({ params }) => service().get(params.id),
    }),
    defineRoute({
      id: `${noun}.create`,
      method: 'post',
      path: collection,
      right: 'write',
      body,
      handler: ({ body: input, actor, search }) => service().create(input, actor, search),
    }),
    defineRoute({
      id: `${noun}.update`,
      method: 'put',
      path: item,
      right: 'write',
      params: IdParams,
      query: UpdateQuery,
      body,
      handler: ({ params, query, body: input, actor, search }) =>
        service().update({ ...params, ...query }, input, actor, search),
    }),
    defineRoute({
      id: `${noun}.delete`,
      method: 'delete',
      path: item,
      right: 'write',
      params: IdParams,
      handler: async ({ params }) => {
        await service().remove(params.id);
        return { id: params.id };
      },
    }),
  ];
}

export function listOf<T>(items: readonly T[]): ListResponse<T> {
  return { items: [...items], total: items.length };
}
