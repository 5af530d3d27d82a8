import { EuiFieldText, EuiRadioGroup, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { SourceReading } from '../../../common/source';
import { DurationField } from '../../components/duration_field';
import { FormRow } from '../../components/form_section';
import type { SourceFieldProps } from './field_props';

type ReadBy = SourceReading['kind'];

const TITLE = i18n.translate('awsSiem.source.finding', { defaultMessage: 'How new objects are found' });
const INTERVAL = i18n.translate('awsSiem.source.pollInterval', {
  defaultMessage: 'Look for new objects every',
});
const WAYS: Array<{ id: ReadBy; label: string }> = [
  {
    id: 'polling',
    label: i18n.translate('awsSiem.source.polling', {
      defaultMessage: 'By listing the bucket: nothing to set up',
    }),
  },
  {
    id: 'queue',
    label: i18n.translate('awsSiem.source.queue', {
      defaultMessage: 'By an SQS queue: within seconds, and shared by several nodes',
    }),
  },
];

/** By listing on an interval, or by a queue that S3 tells of new objects. */
export function FindingFields({ values, errors, change }: SourceFieldProps) {
  return (
    <>
      <FormRow label={TITLE}>
        <EuiRadioGroup
          legend={{ children: TITLE, display: 'hidden' }}
          options={WAYS.map(({ id, label }) => ({
            id: `siemReadBy-${id}`,
            label,
            'data-test-subj': `siemReadBy-${id}`,
          }))}
          idSelected={`siemReadBy-${values.readBy}`}
          onChange={(id) => change({ readBy: id.replace('siemReadBy-', '') as ReadBy })}
          name="readBy"
        />
      </FormRow>
      {values.readBy === 'polling' ? (
        <FormRow label={INTERVAL} error={errors.pollInterval}>
          <DurationField
            label={INTERVAL}
            value={values.pollInterval}
            isInvalid={!!errors.pollInterval}
            onChange={(pollInterval) => change({ pollInterval })}
            testSubject="siemField-pollInterval"
          />
        </FormRow>
      ) : (
        <FormRow
          label={i18n.translate('awsSiem.source.queueUrl', { defaultMessage: 'URL of the queue' })}
          help={i18n.translate('awsSiem.source.queueUrlHelp', {
            defaultMessage:
              'Told by S3, by SNS or by EventBridge of new objects. What is in the bucket already is not read.',
          })}
          error={errors['reading.queueUrl']}
        >
          <EuiFieldText
            fullWidth
            value={values.queueUrl}
            isInvalid={!!errors['reading.queueUrl']}
            placeholder="https://sqs.eu-central-1.amazonaws.com/123456789012/siem-logs"
            onChange={(event) => change({ queueUrl: event.target.value.trim() })}
            data-test-subj="siemField-queueUrl"
          />
        </FormRow>
      )}
      <EuiSpacer size="m" />
    </>
  );
}
