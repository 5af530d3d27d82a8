import { IdParams, PATHS } from '../../common/api';
import { RuleLogQuery, type RuleRun } from '../../common/rule_runs';
import { listRuleLog } from '../core/detect/list_rule_log';
import type { EventQueryParts } from '../core/overview/event_query';
import { listOf } from './crud_routes';
import { defineRoute } from './define_route';

/** How rules ran: the last runs of one, and the searchable log of what was noteworthy. */
export function ruleRunRoutes(runsOf: (id: string) => Promise<RuleRun[]>, parts: () => EventQueryParts) {
  return [
    defineRoute({
      id: 'rule.runs',
      method: 'get',
      path: `${PATHS.rules}/{id}/runs`,
      right: 'read',
      params: IdParams,
      handler: async ({ params }) => listOf(await runsOf(params.id)),
    }),
    defineRoute({
      id: 'rule.log',
      method: 'get',
      path: PATHS.ruleLog,
      right: 'read',
      query: RuleLogQuery,
      handler: ({ search, query, signal }) => listRuleLog({ ...parts(), search }, query, signal),
    }),
  ];
}
