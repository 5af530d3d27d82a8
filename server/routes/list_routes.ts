import { IdParams, PATHS } from '../../common/api';
import { ListChanges, ListEntriesQuery, ListImport, ListInput, MOST_LIST_BYTES } from '../../common/list';
import type { ListService } from '../core/lists/lists';
import { crudRoutes } from './crud_routes';
import { defineRoute } from './define_route';

const ITEM = `${PATHS.lists}/{id}`;
/** JSON writes some characters of a text as two. */
const IMPORT_BODY = MOST_LIST_BYTES * 1.25;

export function listRoutes(lists: () => ListService) {
  return [
    ...crudRoutes('list', PATHS.lists, ListInput, lists),
    defineRoute({
      id: 'list.import',
      method: 'post',
      path: `${ITEM}/import`,
      right: 'write',
      params: IdParams,
      body: ListImport,
      maxBytes: IMPORT_BODY,
      handler: ({ params, body }) => lists().import(params.id, body),
    }),
    defineRoute({
      id: 'list.entries',
      method: 'get',
      path: `${ITEM}/entries`,
      right: 'read',
      params: IdParams,
      query: ListEntriesQuery,
      handler: ({ params, query }) => lists().entries(params.id, query),
    }),
    defineRoute({
      id: 'list.change',
      method: 'post',
      path: `${ITEM}/entries`,
      right: 'write',
      params: IdParams,
      body: ListChanges,
      handler: ({ params, body }) => lists().change(params.id, body),
    }),
    defineRoute({
      id: 'list.export',
      method: 'get',
      path: `${ITEM}/export`,
      right: 'read',
      params: IdParams,
      handler: async ({ params }) => ({ text: await lists().export(params.id) }),
    }),
    defineRoute({
      id: 'list.refresh',
      method: 'post',
      path: `${ITEM}/_refresh`,
      right: 'write',
      params: IdParams,
      handler: ({ params, signal }) => lists().refresh(params.id, signal),
    }),
  ];
}
