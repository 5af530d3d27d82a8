import { i18n } from '@osd/i18n';
import { RuleInput } from '../../../../common/api';
import { defaultsOf, fieldsCodec } from '../../../../common/field';
import type { RuleTypeDeclaration } from '../../../../common/kinds';
import { LOGS_PATTERN } from '../../../../common/plugin';
import type { RuleView } from '../../../../common/rule';
import type { RuleDraft } from '../../../../common/rule_draft';
import type { FieldErrors } from '../../../services/errors';
import { ruleInputOf } from '../../../services/inputs';
import { validate, validateAt, withoutEmpty } from '../../../services/validate';

/** What a form starts with: the stored rule, else a new one with what Discover handed over. */
export function initialRule(
  rule: RuleView | undefined,
  draft: RuleDraft | undefined,
  type: RuleTypeDeclaration | undefined,
): RuleInput {
  if (rule) return ruleInputOf(rule);
  return {
    name: '',
    type: type?.id ?? '',
    enabled: true,
    index: draft?.indexPattern ?? { title: LOGS_PATTERN, timeField: '@timestamp' },
    query: draft?.query ?? '',
    language: draft?.language ?? 'lucene',
    ...(draft?.timeZone && { timeZone: draft.timeZone }),
    filters: draft?.filters ?? [],
    params: defaultsOf(type?.fields ?? []),
    interval: '5m',
    severity: 'medium',
    channels: [],
  };
}

/** What the form of a copy starts with: all of the rule but its snooze, under a name of its own. */
export function copyOfRule(rule: RuleView): RuleInput {
  const { snoozedUntil: _ended, ...input } = ruleInputOf(rule);
  const name = i18n.translate('awsSiem.rule.copyName', {
    defaultMessage: 'Copy of {name}',
    values: { name: rule.name },
  });
  return { ...input, name };
}

/** Parts of a rule that are lists and may be left out. */
const OPTIONAL_LISTS = ['exceptions', 'tags', 'threats', 'samples'] as const;

/** The rule that the form's state means: optional parts that are empty are left out, an empty query is kept. */
export function ruleOf({ query, ...values }: RuleInput): RuleInput {
  const exceptions = values.exceptions?.map((each) => ({ ...withoutEmpty(each), query: each.query }));
  const rest = { ...values, exceptions };
  for (const name of OPTIONAL_LISTS) if (rest[name]?.length === 0) delete rest[name];
  return { ...withoutEmpty(rest), query };
}

/** Mistakes by path. */
export function validateRule(values: RuleInput, type: RuleTypeDeclaration | undefined): FieldErrors {
  return {
    ...validate(RuleInput, ruleOf(values)),
    ...validateAt('params', fieldsCodec(type?.fields ?? []), values.params),
  };
}
