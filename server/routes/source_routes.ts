import { IdParams, PATHS, SourceInput, SourceTestBody } from '../../common/api';
import type { SourceService } from '../core/manage/sources';
import { defineRoute } from './define_route';
import { listOf } from './list_of';

const ITEM = `${PATHS.sources}/{id}`;

export function sourceRoutes(sources: SourceService) {
  return [
    defineRoute({
      id: 'source.list',
      method: 'get',
      path: PATHS.sources,
      right: 'read',
      handler: async () => listOf(await sources.list()),
    }),
    defineRoute({
      id: 'source.get',
      method: 'get',
      path: ITEM,
      right: 'read',
      params: IdParams,
      handler: ({ params }) => sources.get(params.id),
    }),
    defineRoute({
      id: 'source.create',
      method: 'post',
      path: PATHS.sources,
      right: 'write',
      body: SourceInput,
      handler: ({ body, actor }) => sources.create(body, actor),
    }),
    defineRoute({
      id: 'source.update',
      method: 'put',
      path: ITEM,
      right: 'write',
      params: IdParams,
      body: SourceInput,
      handler: ({ params, body, actor }) => sources.update(params.id, body, actor),
    }),
    defineRoute({
      id: 'source.delete',
      method: 'delete',
      path: ITEM,
      right: 'write',
      params: IdParams,
      handler: async ({ params }) => {
        await sources.remove(params.id);
        return { id: params.id };
      },
    }),
    defineRoute({
      id: 'source.test',
      method: 'post',
      path: PATHS.sourceTest,
      right: 'write',
      body: SourceTestBody,
      handler: ({ body, signal }) => sources.test(body.source, body.id, signal),
    }),
  ];
}
