import { EuiFieldText, EuiSelect } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { ListFormat } from '../../../common/list';
import { DurationField } from '../../components/duration_field';
import { FormRow } from '../../components/form_section';
import type { FieldErrors } from '../../services/errors';
import type { ListValues } from './list_values';

export const FORMAT_OPTIONS: Array<{ value: ListFormat; text: string }> = [
  {
    value: 'text',
    text: i18n.translate('awsSiem.list.formatText', { defaultMessage: 'Text, a value a line' }),
  },
  {
    value: 'csv',
    text: i18n.translate('awsSiem.list.formatCsv', { defaultMessage: 'CSV with a line of column names' }),
  },
];

interface Props {
  values: ListValues;
  errors: FieldErrors;
  change(changes: Partial<ListValues>): void;
}

/** Where a list's entries are fetched from, and how often. */
export function FeedFields({ values, errors, change }: Props) {
  const every = i18n.translate('awsSiem.list.refreshEvery', { defaultMessage: 'Fetch every' });
  return (
    <>
      <FormRow
        optional
        label={i18n.translate('awsSiem.list.url', { defaultMessage: 'Address (URL)' })}
        help={i18n.translate('awsSiem.list.urlHelp', {
          defaultMessage:
            'What is there replaces all entries. If it cannot be fetched or read, the last ones stay.',
        })}
        error={errors.url}
      >
        <EuiFieldText
          fullWidth
          placeholder="https://feeds.example.com/blocklist.txt"
          value={values.url}
          isInvalid={!!errors.url}
          onChange={({ target }) => change({ url: target.value.trim() })}
          data-test-subj="siemField-url"
        />
      </FormRow>
      {values.url !== '' && (
        <>
          <FormRow label={every} error={errors.refreshEvery}>
            <DurationField
              label={every}
              value={values.refreshEvery}
              isInvalid={!!errors.refreshEvery}
              onChange={(refreshEvery) => change({ refreshEvery })}
              testSubject="siemField-refreshEvery"
            />
          </FormRow>
          <FormRow label={i18n.translate('awsSiem.list.format', { defaultMessage: 'Format' })}>
            <EuiSelect
              fullWidth
              options={FORMAT_OPTIONS}
              value={values.format}
              onChange={({ target }) => change({ format: target.value as ListFormat })}
              data-test-subj="siemField-format"
            />
          </FormRow>
        </>
      )}
      {values.url !== '' && values.format === 'csv' && (
        <FormRow
          optional
          label={i18n.translate('awsSiem.list.column', { defaultMessage: 'Column' })}
          help={i18n.translate('awsSiem.list.columnHelp', {
            defaultMessage:
              'Name of the column that holds the values; if left out, the first one whose values fit.',
          })}
          error={errors.column}
        >
          <EuiFieldText
            fullWidth
            value={values.column}
            onChange={({ target }) => change({ column: target.value })}
            data-test-subj="siemField-column"
          />
        </FormRow>
      )}
    </>
  );
}
