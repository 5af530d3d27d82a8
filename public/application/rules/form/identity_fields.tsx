import { EuiFieldText, EuiTextArea } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { FormRow, FormSection } from '../../../components/form_section';
import { MarkdownField } from '../../../components/markdown_field';
import { TextListField } from '../../../components/text_list_field';
import type { RuleFieldProps } from './field_props';
import { RiskFields } from './risk_fields';
import { ThreatsField } from './threats_field';

const TAGS = i18n.translate('awsSiem.rule.tags', { defaultMessage: 'Tags' });
const RUNBOOK = i18n.translate('awsSiem.rule.runbook', { defaultMessage: 'Runbook' });

/** What the rule is called, how bad it is when it fires, what it is about, and what to do then. */
export function IdentityFields(fields: RuleFieldProps) {
  const { values, errors, change } = fields;
  return (
    <FormSection title={i18n.translate('awsSiem.rule.identity', { defaultMessage: 'What it means' })}>
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
        error={errors.description}
      >
        <EuiTextArea
          fullWidth
          compressed
          rows={2}
          value={values.description ?? ''}
          isInvalid={!!errors.description}
          onChange={(event) => change({ description: event.target.value })}
          data-test-subj="siemField-description"
        />
      </FormRow>
      <RiskFields {...fields} />
      <FormRow optional label={TAGS} error={errors.tags}>
        <TextListField
          label={TAGS}
          values={values.tags ?? []}
          onChange={(tags) => change({ tags })}
          testSubject="siemField-tags"
        />
      </FormRow>
      <ThreatsField
        threats={values.threats ?? []}
        errors={errors}
        onChange={(threats) => change({ threats })}
      />
      <FormRow
        optional
        label={RUNBOOK}
        help={i18n.translate('awsSiem.rule.runbookHelp', {
          defaultMessage: 'What to do when it fires, in Markdown; it is shown with each alert.',
        })}
        error={errors.runbook}
      >
        <MarkdownField
          label={RUNBOOK}
          value={values.runbook ?? ''}
          onChange={(runbook) => change({ runbook })}
          testSubject="siemField-runbook"
        />
      </FormRow>
    </FormSection>
  );
}
