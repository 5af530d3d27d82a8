import { IdParams, PATHS } from '../../common/api';
import {
  DeleteSourceQuery,
  ObjectsQuery,
  RateQuery,
  RejectsQuery,
  SOURCE_DETAIL_PATHS,
} from '../../common/source_detail';
import { type HealthParts, readSourceHealth } from '../core/health/read_health';
import type { SourceService } from '../core/manage/sources';
import type { DataDeletions } from '../core/source_detail/delete_data';
import type { ObjectSearch } from '../core/source_detail/ports';
import { readRate } from '../core/source_detail/read_rate';
import { readRejects } from '../core/source_detail/read_rejects';
import { listOf } from './crud_routes';
import { defineRoute } from './define_route';

interface Parts {
  sources: SourceService;
  health: HealthParts;
  objects: ObjectSearch;
  deletions: DataDeletions;
}

/** What one source has read and how it does, and its end. */
export function sourceDetailRoutes(parts: () => Parts) {
  return [
    defineRoute({
      id: 'source.health',
      method: 'get',
      path: SOURCE_DETAIL_PATHS.health,
      right: 'read',
      params: IdParams,
      async handler({ params }) {
        const { sources, health } = parts();
        return readSourceHealth(health, await sources.get(params.id));
      },
    }),
    defineRoute({
      id: 'source.rate',
      method: 'get',
      path: SOURCE_DETAIL_PATHS.rate,
      right: 'read',
      params: IdParams,
      query: RateQuery,
      handler: ({ params, query, search, signal }) => readRate(search, params.id, query, signal),
    }),
    defineRoute({
      id: 'source.objects',
      method: 'get',
      path: SOURCE_DETAIL_PATHS.objects,
      right: 'read',
      params: IdParams,
      query: ObjectsQuery,
      handler: ({ params, query, signal }) => parts().objects.find(params.id, query, signal),
    }),
    defineRoute({
      id: 'source.rejects',
      method: 'get',
      path: SOURCE_DETAIL_PATHS.rejects,
      right: 'read',
      params: IdParams,
      query: RejectsQuery,
      handler: async ({ params, query, search, signal }) =>
        readRejects(search, await parts().sources.get(params.id), query, signal),
    }),
    defineRoute({
      id: 'source.delete',
      method: 'delete',
      path: `${PATHS.sources}/{id}`,
      right: 'write',
      params: IdParams,
      query: DeleteSourceQuery,
      detail: ({ query }) => `data: ${query.data ?? 'keep'}`,
      async handler({ params: { id }, query }) {
        const { sources, deletions } = parts();
        if (query.data === 'delete') await deletions.request(await sources.get(id));
        await sources.remove(id);
        return { id };
      },
    }),
    defineRoute({
      id: 'source.deletions',
      method: 'get',
      path: SOURCE_DETAIL_PATHS.deletions,
      right: 'read',
      handler: async () => listOf(await parts().deletions.list()),
    }),
  ];
}
