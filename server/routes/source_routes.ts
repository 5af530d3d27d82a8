import { PATHS, SourceInput, SourceTestBody } from '../../common/api';
import type { SourceService } from '../core/manage/sources';
import { crudRoutes } from './crud_routes';
import { defineRoute } from './define_route';

export function sourceRoutes(sources: () => SourceService) {
  return [
    // Deleting one asks what becomes of its data: source_detail_routes.ts.
    ...crudRoutes('source', PATHS.sources, SourceInput, sources).filter(({ id }) => id !== 'source.delete'),
    defineRoute({
      id: 'source.test',
      method: 'post',
      path: PATHS.sourceTest,
      right: 'write',
      body: SourceTestBody,
      handler: ({ body, signal }) => sources().test(body.source, body.id, signal),
    }),
  ];
}
