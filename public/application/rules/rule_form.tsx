import { i18n } from '@osd/i18n';
import React, { useCallback, useState } from 'react';
import type { RuleTypeDeclaration } from '../../../common/kinds';
import type { RuleView } from '../../../common/rule';
import type { RuleDraft } from '../../../common/rule_draft';
import { DeclarationForm } from '../../components/declaration_form';
import { FormButtons } from '../../components/form_actions';
import { FormSection } from '../../components/form_section';
import { PageLoading, RequestError } from '../../components/page_states';
import { SiemForm } from '../../components/siem_form';
import { useForm } from '../../services/use_form';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { ActionFields } from './form/action_fields';
import { IdentityFields } from './form/identity_fields';
import { initialRule, ruleOf, validateRule } from './form/rule_values';
import { ScheduleFields } from './form/schedule_fields';
import { SearchFields } from './form/search_fields';
import { useEventFields } from './form/use_event_fields';

interface Props {
  /** What a new rule starts with. */
  initial?: RuleDraft;
  /** The stored rule to change. */
  rule?: RuleView;
  onSaved(rule: RuleView): void;
  onCancel(): void;
  /** For a narrow place such as a flyout. */
  compact?: boolean;
}

/** The form of a rule. It needs nothing of the app but its context, so that it can stand on other pages of the host. */
export function RuleForm(props: Props) {
  const { api } = useSiem();
  const { data, error, reload } = useRequest(
    useCallback((signal: AbortSignal) => api.ruleTypes(signal), [api]),
  );
  if (error) return <RequestError error={error} retry={reload} />;
  return data ? <LoadedForm {...props} types={data.items} /> : <PageLoading />;
}

function LoadedForm({ types, initial, rule, onSaved, onCancel }: Props & { types: RuleTypeDeclaration[] }) {
  const { api, core } = useSiem();
  const typeOf = (id: string) => types.find((type) => type.id === id);
  const [first] = useState(() => initialRule(rule, initial, types[0]));
  const form = useForm(
    () => first,
    (values) => validateRule(values, typeOf(values.type)),
    async (values) => {
      const input = ruleOf(values);
      const saved = rule ? await api.rules.update(rule.id, input) : await api.rules.create(input);
      core.notifications.toasts.addSuccess(
        i18n.translate('awsSiem.rule.saved', {
          defaultMessage: 'Rule "{name}" saved',
          values: { name: input.name },
        }),
      );
      onSaved(saved);
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
      <FormButtons form={form} cancel={{ onClick: onCancel }} />
    </SiemForm>
  );
}
