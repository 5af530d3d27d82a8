import { IdParams, PATHS, RuleInput } from '../../common/api';
import type { RuleService } from '../core/manage/rules';
import { defineRoute } from './define_route';
import { listOf } from './list_of';

const ITEM = `${PATHS.rules}/{id}`;

export function ruleRoutes(rules: RuleService) {
  return [
    defineRoute({
      id: 'rule.list',
      method: 'get',
      path: PATHS.rules,
      right: 'read',
      handler: async () => listOf(await rules.list()),
    }),
    defineRoute({
      id: 'rule.get',
      method: 'get',
      path: ITEM,
      right: 'read',
      params: IdParams,
      handler: ({ params }) => rules.get(params.id),
    }),
    defineRoute({
      id: 'rule.create',
      method: 'post',
      path: PATHS.rules,
      right: 'write',
      body: RuleInput,
      handler: ({ body, actor, search }) => rules.create(body, actor, search),
    }),
    defineRoute({
      id: 'rule.update',
      method: 'put',
      path: ITEM,
      right: 'write',
      params: IdParams,
      body: RuleInput,
      handler: ({ params, body, actor, search }) => rules.update(params.id, body, actor, search),
    }),
    defineRoute({
      id: 'rule.delete',
      method: 'delete',
      path: ITEM,
      right: 'write',
      params: IdParams,
      handler: async ({ params }) => {
        await rules.remove(params.id);
        return { id: params.id };
      },
    }),
  ];
}
