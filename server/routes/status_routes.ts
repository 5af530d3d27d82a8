import type { StatusResponse } from '../../common/api';
import { FieldsQuery, PATHS } from '../../common/api';
import type { Actor } from '../core/manage/managed_objects';
import type { Search } from '../core/ports';
import { defineRoute } from './define_route';

interface Parts {
  status(actor: Actor): Promise<StatusResponse>;
}

export function statusRoutes({ status }: Parts) {
  return [
    defineRoute({
      id: 'status.read',
      method: 'get',
      path: PATHS.status,
      right: 'read',
      handler: ({ actor }) => status(actor),
    }),
    defineRoute({
      id: 'field.list',
      method: 'get',
      path: PATHS.fields,
      right: 'read',
      query: FieldsQuery,
      handler: async ({ query, search }: { query: { pattern: string }; search: Search }) => ({
        fields: await search.fields(query.pattern),
      }),
    }),
  ];
}
