import { EuiAccordion, EuiFieldText, EuiSpacer, EuiSwitch } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { FormRow } from '../../components/form_section';
import type { SourceFieldProps } from './field_props';

const NAMES = ['namespace', 'keepOriginal'];

/** What most sources leave as it is. Opens by itself when there is a mistake inside. */
export function AdvancedFields({ values, errors, change }: SourceFieldProps) {
  const hasMistake = NAMES.some((name) => errors[name] !== undefined);
  return (
    <EuiAccordion
      id="siemSourceAdvanced"
      buttonContent={i18n.translate('awsSiem.source.advanced', {
        defaultMessage: 'Advanced: namespace, original lines',
      })}
      {...(hasMistake && { forceState: 'open' as const })}
      data-test-subj="siemSourceAdvanced"
    >
      <EuiSpacer size="m" />
      <FormRow
        optional
        label={i18n.translate('awsSiem.source.namespace', { defaultMessage: 'Namespace' })}
        help={i18n.translate('awsSiem.source.namespaceHelp', {
          defaultMessage: 'Keeps teams, accounts or environments in indices of their own.',
        })}
        error={errors.namespace}
      >
        <EuiFieldText
          value={values.namespace}
          isInvalid={!!errors.namespace}
          onChange={(event) => change({ namespace: event.target.value })}
          data-test-subj="siemField-namespace"
        />
      </FormRow>
      <EuiSpacer size="m" />
      <EuiSwitch
        label={i18n.translate('awsSiem.source.keepOriginal', {
          defaultMessage: 'Keep each original line under event.original (needs about twice the disk)',
        })}
        checked={values.keepOriginal}
        onChange={(event) => change({ keepOriginal: event.target.checked })}
        data-test-subj="siemField-keepOriginal"
      />
      <EuiSpacer size="m" />
    </EuiAccordion>
  );
}
