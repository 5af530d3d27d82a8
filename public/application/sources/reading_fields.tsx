import { EuiFieldText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { FormRow } from '../../components/form_section';
import { TimeField } from '../../components/time_field';
import type { SourceFieldProps } from './field_props';
import { FindingFields } from './finding_fields';

const START_FROM = i18n.translate('awsSiem.source.startFrom', { defaultMessage: 'Start from' });

/** How new objects are found, from where on, and at which endpoint the bucket is read. */
export function ReadingFields({ values, errors, change }: SourceFieldProps) {
  return (
    <>
      <FindingFields values={values} errors={errors} change={change} />
      <FormRow
        optional
        label={START_FROM}
        help={
          values.readBy === 'queue'
            ? i18n.translate('awsSiem.source.startFromQueueHelp', {
                defaultMessage: 'Objects modified before are left alone.',
              })
            : i18n.translate('awsSiem.source.startFromHelp', {
                defaultMessage: 'Objects modified before are left alone. Cleared: the whole bucket is read.',
              })
        }
        error={errors.startFrom}
      >
        <TimeField
          past
          label={START_FROM}
          value={values.startFrom}
          onChange={(startFrom = '') => change({ startFrom })}
          testSubject="siemField-startFrom"
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
    </>
  );
}
