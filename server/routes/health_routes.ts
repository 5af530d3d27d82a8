import { PATHS } from '../../common/api';
import { HealthHistoryQuery } from '../../common/health';
import { type HealthParts, readHealth, readHistory } from '../core/health/read_health';
import { listOf } from './crud_routes';
import { defineRoute } from './define_route';

export function healthRoutes(parts: () => HealthParts) {
  return [
    defineRoute({
      id: 'health.read',
      method: 'get',
      path: PATHS.health,
      right: 'read',
      handler: ({ signal }) => readHealth(parts(), signal),
    }),
    defineRoute({
      id: 'health.issues',
      method: 'get',
      path: PATHS.healthIssues,
      right: 'read',
      handler: async () => listOf(await parts().book.open()),
    }),
    defineRoute({
      id: 'health.history',
      method: 'get',
      path: PATHS.healthHistory,
      right: 'read',
      query: HealthHistoryQuery,
      handler: ({ search, query, signal }) => readHistory({ ...parts(), search }, query, signal),
    }),
  ];
}
