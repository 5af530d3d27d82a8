import { EuiAccordion, EuiDatePicker, EuiFieldText, EuiSpacer, EuiSwitch } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import moment from 'moment';
import React from 'react';
import { FormRow } from '../../components/form_section';
import type { SourceFieldProps } from './field_props';

const NAMES = ['startFrom', 'endpoint', 'namespace', 'keepOriginal'];

/** What most sources leave as it is. Opens by itself when there is a mistake inside. */
export function AdvancedFields({ values, errors, change }: SourceFieldProps) {
  const hasMistake = NAMES.some((name) => errors[name] !== undefined);
  return (
    <EuiAccordion
      id="siemSourceAdvanced"
      buttonContent={i18n.translate('awsSiem.source.advanced', {
        defaultMessage: 'Advanced: start, endpoint, namespace',
      })}
      {...(hasMistake && { forceState: 'open' as const })}
      data-test-subj="siemSourceAdvanced"
    >
      <EuiSpacer size="m" />
      <FormRow
        optional
        label={i18n.translate('awsSiem.source.startFrom', { defaultMessage: 'Start from' })}
        help={i18n.translate('awsSiem.source.startFromHelp', {
          defaultMessage: 'Objects modified before are left alone. Cleared: the whole bucket is read.',
        })}
        error={errors.startFrom}
      >
        <EuiDatePicker
          showTimeSelect
          selected={values.startFrom ? moment(values.startFrom) : null}
          onChange={(date) => change({ startFrom: date ? date.toISOString() : '' })}
          onClear={() => change({ startFrom: '' })}
          data-test-subj="siemField-startFrom"
        />
      </FormRow>
      <FormRow
        optional
        label={i18n.translate('awsSiem.source.endpoint', { defaultMessage: 'Endpoint' })}
        help={i18n.translate('awsSiem.source.endpointHelp', {
          defaultMessage: 'Only for S3-compatible stores, such as https://s3.example.com:9000',
        })}
        error={errors.endpoint}
      >
        <EuiFieldText
          fullWidth
          value={values.endpoint}
          isInvalid={!!errors.endpoint}
          onChange={(event) => change({ endpoint: event.target.value.trim() })}
          data-test-subj="siemField-endpoint"
        />
      </FormRow>
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
