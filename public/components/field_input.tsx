import {
  EuiFieldNumber,
  EuiFieldPassword,
  EuiFieldText,
  EuiSelect,
  EuiSwitch,
  EuiTextArea,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { Field } from '../../common/field';
import { DurationField } from './duration_field';
import { KeyValuesField } from './key_values_field';
import { TextListField } from './text_list_field';

interface Props {
  /** Given by the form row. */
  id?: string;
  /** Rows are drawn by the form, which has their errors. */
  field: Exclude<Field, { type: 'rows' }>;
  value: unknown;
  isInvalid: boolean;
  disabled?: boolean;
  secretSet?: boolean;
  eventFields?: { names: string[]; loading: boolean };
  onChange(value: unknown): void;
}

/** The input of one declared field. */
export function FieldInput({
  id,
  field,
  value,
  isInvalid,
  disabled,
  secretSet,
  eventFields,
  onChange,
}: Props) {
  const testSubject = `siemField-${field.name}`;
  const common = { id, isInvalid, disabled, fullWidth: true, 'data-test-subj': testSubject };
  const list = { id, label: field.label, isInvalid, disabled, testSubject };
  const orUndefined = (text: string) => onChange(text === '' ? undefined : text);

  switch (field.type) {
    case 'text': {
      const props = {
        ...common,
        value: String(value ?? ''),
        placeholder: field.placeholder,
        maxLength: field.maxLength,
      };
      return field.multiline ? (
        <EuiTextArea {...props} rows={3} onChange={(event) => orUndefined(event.target.value)} />
      ) : (
        <EuiFieldText {...props} onChange={(event) => orUndefined(event.target.value)} />
      );
    }
    case 'secret':
      return (
        <EuiFieldPassword
          {...common}
          type="dual"
          autoComplete="new-password"
          value={String(value ?? '')}
          placeholder={secretSet ? STORED : undefined}
          onChange={(event) => orUndefined(event.target.value)}
        />
      );
    case 'number':
      return (
        <EuiFieldNumber
          {...common}
          fullWidth={false}
          min={field.min}
          max={field.max}
          append={field.unit}
          value={typeof value === 'number' ? value : ''}
          onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}
        />
      );
    case 'boolean':
      return (
        <EuiSwitch
          id={id}
          label={field.label}
          checked={value === true}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
          data-test-subj={testSubject}
        />
      );
    case 'select':
      return (
        <EuiSelect
          {...common}
          hasNoInitialSelection={value === undefined}
          options={field.options.map((option) => ({ value: option.value, text: option.label }))}
          value={value === undefined ? undefined : String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'duration':
      return <DurationField {...list} value={String(value ?? '')} onChange={(text) => orUndefined(text)} />;
    case 'text_list':
      return (
        <TextListField
          {...list}
          values={(value as string[] | undefined) ?? []}
          placeholder={field.placeholder}
          onChange={onChange}
        />
      );
    case 'key_values':
      return (
        <KeyValuesField
          value={(value as Record<string, string> | undefined) ?? {}}
          disabled={disabled}
          onChange={onChange}
          testSubject={testSubject}
        />
      );
    case 'query':
      return (
        <EuiTextArea
          {...common}
          rows={2}
          value={String(value ?? '')}
          placeholder={field.placeholder}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'event_field':
      return (
        <TextListField
          {...list}
          values={typeof value === 'string' ? [value] : []}
          suggestions={eventFields?.names ?? []}
          isLoading={eventFields?.loading}
          onChange={(values) => onChange(values[values.length - 1])}
        />
      );
    case 'value_lists':
      return <TextListField {...list} values={(value as string[] | undefined) ?? []} onChange={onChange} />;
    case 'event_fields':
      return (
        <TextListField
          {...list}
          values={(value as string[] | undefined) ?? []}
          suggestions={eventFields?.names ?? []}
          isLoading={eventFields?.loading}
          onChange={onChange}
        />
      );
  }
}

const STORED = i18n.translate('awsSiem.field.secretStored', {
  defaultMessage: 'Stored. Type to replace it.',
});
