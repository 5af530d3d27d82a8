import { OverviewBody, PATHS } from '../../common/api';
import { readOverview } from '../core/overview/overview';
import { defineRoute } from './define_route';

export type OverviewParts = Omit<Parameters<typeof readOverview>[0], 'search'>;

export function overviewRoutes(parts: () => OverviewParts) {
  return [
    defineRoute({
      id: 'overview.read',
      method: 'post',
      path: PATHS.overview,
      right: 'read',
      body: OverviewBody,
      handler: ({ search, body, signal }) => readOverview({ ...parts(), search }, body, signal),
    }),
  ];
}
