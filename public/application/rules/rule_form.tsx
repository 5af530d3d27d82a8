import { i18n } from '@osd/i18n';
import React from 'react';
import type { RuleTypeDeclaration } from '../../../common/kinds';
import type { RuleView } from '../../../common/rule';
import type { RuleDraft } from '../../../common/rule_draft';
import { DeclarationForm } from '../../components/declaration_form';
import { FormActions } from '../../components/form_actions';
import { FormSection } from '../../components/form_section';
import { SiemForm } from '../../components/siem_form';
import { useForm } from '../../services/use_form';
import { useSiem } from '../siem_context';
import { ActionFields } from './action_fields';
import { IdentityFields } from './identity_fields';
import { initialRule, ruleOf, validateRule } from './rule_values';
import { ScheduleFields } from './schedule_fields';
import { SearchFields } from './search_fields';
import { useEventFields } from './use_event_fields';

interface Props {
  types: RuleTypeDeclaration[];
  rule?: RuleView;
  draft?: RuleDraft;
  onSaved(): void;
}

/** The form of a rule; the condition is drawn from what its type declares. */
export function RuleForm({ types, rule, draft, onSaved }: Props) {
  const { api, core } = useSiem();
  const typeOf = (id: string) => types.find((type) => type.id === id);
  const form = useForm(
    () => initialRule(rule, draft, types[0]),
    (values) => validateRule(values, typeOf(values.type)),
    async (values) => {
      const input = ruleOf(values);
      await (rule ? api.rules.update(rule.id, input) : api.rules.create(input));
      core.notifications.toasts.addSuccess(
        i18n.translate('awsSiem.rule.saved', {
          defaultMessage: 'Rule "{name}" saved',
          values: { name: input.name },
        }),
      );
      onSaved();
    },
  );
  const { values, errors, change } = form;
  const eventFields = useEventFields(values.index.title);
  const type = typeOf(values.type);
  const fields = { values, errors, change };

  return (
    <SiemForm onSubmit={() => void form.submit()} testSubject="siemRuleForm">
      <IdentityFields {...fields} types={types} isNew={!rule} />
      <SearchFields {...fields} eventFields={eventFields} />
      {type && (
        <FormSection
          title={i18n.translate('awsSiem.rule.condition', { defaultMessage: 'When to raise an alert' })}
        >
          <DeclarationForm
            key={type.id}
            fields={type.fields}
            values={values.params}
            errors={errors}
            path="params"
            eventFields={{
              names: eventFields.fields.filter(({ aggregatable }) => aggregatable).map(({ name }) => name),
              loading: eventFields.loading,
            }}
            onChange={(params) => change({ params })}
          />
          <ScheduleFields {...fields} />
        </FormSection>
      )}
      <ActionFields {...fields} />
      <FormActions form={form} back="/rules" />
    </SiemForm>
  );
}
