import { AlertCountsQuery } from '../../common/alert_counts';
import { AlertsQuery, IdParams, PATHS } from '../../common/api';
import { countAlerts } from '../core/alerts/count_alerts';
import { getAlert, listAlerts } from '../core/alerts/list_alerts';
import type { EventQueryParts } from '../core/overview/event_query';
import { defineRoute } from './define_route';

export function alertRoutes(parts: () => EventQueryParts) {
  return [
    defineRoute({
      id: 'alert.list',
      method: 'get',
      path: PATHS.alerts,
      right: 'read',
      query: AlertsQuery,
      handler: ({ search, query, signal }) => listAlerts({ ...parts(), search }, query, signal),
    }),
    defineRoute({
      id: 'alert.counts',
      method: 'get',
      path: PATHS.alertCounts,
      right: 'read',
      query: AlertCountsQuery,
      handler: ({ search, query, signal }) => countAlerts(search, query, signal),
    }),
    defineRoute({
      id: 'alert.get',
      method: 'get',
      path: `${PATHS.alerts}/{id}`,
      right: 'read',
      params: IdParams,
      handler: ({ search, params }) => getAlert(search, params.id),
    }),
  ];
}
