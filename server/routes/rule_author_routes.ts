import { PATHS } from '../../common/api';
import { ValuesQuery } from '../../common/field_values';
import { DescribeBody } from '../../common/rule_description';
import { LintBody } from '../../common/rule_lint';
import { PreviewBody } from '../../common/rule_preview';
import { RuleBulkBody, RuleExportBody, RuleImportBody } from '../../common/rule_transfer';
import { describeRule } from '../core/detect/author/describe_rule';
import { type PreviewParts, previewRule } from '../core/detect/author/preview_rule';
import { suggestValues } from '../core/detect/author/suggest_values';
import { type LintParts, lintRuleQuery } from '../core/detect/query/lint_rule_query';
import { changeRules } from '../core/manage/rule_bulk';
import { type ChannelNames, exportRules, importRules } from '../core/manage/rule_transfer';
import type { RuleService } from '../core/manage/rules';
import { defineRoute } from './define_route';

export interface RuleAuthorParts extends LintParts, PreviewParts {
  rules: RuleService;
  channels: ChannelNames;
}

/** What helps people to write rules, and to keep many of them. */
export function ruleAuthorRoutes(parts: () => RuleAuthorParts) {
  return [
    defineRoute({
      id: 'rule.lint',
      method: 'post',
      path: PATHS.ruleLint,
      right: 'read',
      body: LintBody,
      handler: ({ body, search, signal }) => lintRuleQuery(parts(), body, search, signal),
    }),
    defineRoute({
      id: 'rule.describe',
      method: 'post',
      path: PATHS.ruleDescription,
      right: 'read',
      body: DescribeBody,
      handler: async ({ body }) => describeRule(parts(), body),
    }),
    defineRoute({
      id: 'rule.preview',
      method: 'post',
      path: PATHS.rulePreview,
      right: 'read',
      body: PreviewBody,
      handler: ({ body, search, signal }) => previewRule(parts(), body, search, signal),
    }),
    defineRoute({
      id: 'field.values',
      method: 'get',
      path: PATHS.fieldValues,
      right: 'read',
      query: ValuesQuery,
      handler: ({ query, search, signal }) =>
        suggestValues(query, { search, now: parts().clock.now() }, signal),
    }),
    defineRoute({
      id: 'rule.bulk',
      method: 'post',
      path: PATHS.ruleBulk,
      right: 'write',
      body: RuleBulkBody,
      handler: ({ body, actor, search }) => changeRules(parts().rules, body, actor, search),
    }),
    defineRoute({
      id: 'rule.export',
      method: 'post',
      path: PATHS.ruleExport,
      right: 'read',
      body: RuleExportBody,
      async handler({ body: { ids } }) {
        const { rules, channels } = parts();
        const wanted = (await rules.list()).filter(({ id }) => !ids || ids.includes(id));
        return { ndjson: await exportRules(wanted, channels), rules: wanted.length };
      },
    }),
    defineRoute({
      id: 'rule.import',
      method: 'post',
      path: PATHS.ruleImport,
      right: 'write',
      maxBytes: 25_000_000,
      body: RuleImportBody,
      handler: ({ body, actor, search }) => importRules(parts(), body, actor, search),
    }),
  ];
}
