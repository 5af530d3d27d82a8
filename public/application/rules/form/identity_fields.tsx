import { EuiFieldText, EuiSelect, EuiTextArea } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { defaultsOf } from '../../../../common/field';
import type { RuleTypeDeclaration } from '../../../../common/kinds';
import { FormRow, FormSection } from '../../../components/form_section';
import type { RuleFieldProps } from './field_props';

/** What the rule is called, what it is for, and its type; the type of a stored rule stays. */
export function IdentityFields({
  values,
  errors,
  change,
  types,
  isNew,
}: RuleFieldProps & { types: RuleTypeDeclaration[]; isNew: boolean }) {
  const type = types.find(({ id }) => id === values.type);
  return (
    <FormSection title={i18n.translate('awsSiem.rule.identity', { defaultMessage: 'What it is' })}>
      <FormRow
        label={i18n.translate('awsSiem.rule.name', { defaultMessage: 'Name of the rule' })}
        error={errors.name}
      >
        <EuiFieldText
          fullWidth
          value={values.name}
          isInvalid={!!errors.name}
          onChange={(event) => change({ name: event.target.value })}
          data-test-subj="siemField-name"
        />
      </FormRow>
      <FormRow
        optional
        label={i18n.translate('awsSiem.rule.description', { defaultMessage: 'Description' })}
        help={i18n.translate('awsSiem.rule.descriptionHelp', {
          defaultMessage: 'What it means when this fires, and what to do then.',
        })}
        error={errors.description}
      >
        <EuiTextArea
          fullWidth
          rows={2}
          value={values.description ?? ''}
          isInvalid={!!errors.description}
          onChange={(event) => change({ description: event.target.value })}
          data-test-subj="siemField-description"
        />
      </FormRow>
      <FormRow
        label={i18n.translate('awsSiem.rule.type', { defaultMessage: 'Type' })}
        help={type?.description}
        error={errors.type}
      >
        <EuiSelect
          fullWidth
          disabled={!isNew}
          options={types.map(({ id, title }) => ({ value: id, text: title }))}
          value={values.type}
          onChange={({ target: { value: id } }) =>
            change({ type: id, params: defaultsOf(types.find((other) => other.id === id)?.fields ?? []) })
          }
          data-test-subj="siemField-type"
        />
      </FormRow>
    </FormSection>
  );
}
