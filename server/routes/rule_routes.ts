import { PATHS, RuleInput } from '../../common/api';
import { LintBody } from '../../common/rule_lint';
import { type LintParts, lintRuleQuery } from '../core/detect/query/lint_rule_query';
import type { RuleService } from '../core/manage/rules';
import { crudRoutes } from './crud_routes';
import { defineRoute } from './define_route';

export function ruleRoutes(rules: () => RuleService, lint: () => LintParts) {
  return [
    ...crudRoutes('rule', PATHS.rules, RuleInput, rules),
    defineRoute({
      id: 'rule.lint',
      method: 'post',
      path: PATHS.ruleLint,
      right: 'read',
      body: LintBody,
      handler: ({ body, search, signal }) => lintRuleQuery(lint(), body, search, signal),
    }),
  ];
}
