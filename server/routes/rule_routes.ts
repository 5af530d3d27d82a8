import { PATHS, RuleInput } from '../../common/api';
import type { RuleService } from '../core/manage/rules';
import { crudRoutes } from './crud_routes';

export function ruleRoutes(rules: () => RuleService) {
  return crudRoutes('rule', PATHS.rules, RuleInput, rules);
}
