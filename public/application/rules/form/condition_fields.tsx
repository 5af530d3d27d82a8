import { EuiLink } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { RuleTypeDeclaration } from '../../../../common/kinds';
import { APP_ID } from '../../../../common/plugin';
import { DeclarationForm } from '../../../components/declaration_form';
import { FormSection } from '../../../components/form_section';
import { useSiem } from '../../siem_context';
import type { RuleFieldProps } from './field_props';
import { ScheduleFields } from './schedule_fields';

interface Props extends RuleFieldProps {
  type: RuleTypeDeclaration;
  runs: string[];
}

/** The condition, drawn from what the rule's type declares, and when it is looked at. */
export function ConditionFields({ type, runs, ...fields }: Props) {
  return (
    <FormSection
      title={i18n.translate('awsSiem.rule.condition', { defaultMessage: 'When to raise an alert' })}
    >
      <DeclarationForm
        key={type.id}
        fields={type.fields}
        values={fields.values.params}
        errors={fields.errors}
        path="params"
        helpFor={({ type: input }) => input === 'value_lists' && <MakeList />}
        onChange={(params) => fields.change({ params })}
      />
      <ScheduleFields {...fields} runs={runs} />
    </FormSection>
  );
}

function MakeList() {
  const { core } = useSiem();
  return (
    <EuiLink
      href={core.application.getUrlForApp(APP_ID, { path: '/lists/new' })}
      target="_blank"
      data-test-subj="siemMakeList"
    >
      <FormattedMessage id="awsSiem.rule.makeList" defaultMessage="Make a list" />
    </EuiLink>
  );
}
