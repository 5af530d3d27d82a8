import { PATHS } from '../../common/api';
import { ExploreBody } from '../../common/explore';
import { readExplore } from '../core/explore/explore';
import { defineRoute } from './define_route';

export function exploreRoutes(logTypes: () => ReadonlyArray<{ id: string; title: string }>) {
  return [
    defineRoute({
      id: 'explore.read',
      method: 'post',
      path: PATHS.explore,
      right: 'read',
      body: ExploreBody,
      handler: ({ search, body, signal }) => readExplore({ search, logTypes: logTypes() }, body, signal),
    }),
  ];
}
