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
import { QueryInput } from './query_input/query_input';
import { type SearchScope, useSearchScope } from './query_input/search_scope';
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
  onChange(value: unknown): void;
}

/** The input of one declared field. */
export function FieldInput({ id, field, value, isInvalid, disabled, secretSet, onChange }: Props) {
  const scope = useSearchScope();
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
        <QueryInput
          {...list}
          value={String(value ?? '')}
          placeholder={field.placeholder}
          onChange={onChange}
        />
      );
    case 'event_field':
      return (
        <TextListField
          {...list}
          single
          values={typeof value === 'string' ? [value] : []}
          suggestions={namesFor(field, scope)}
          isLoading={scope.loading}
          onChange={([name]) => onChange(name)}
        />
      );
    case 'event_fields':
      return (
        <TextListField
          {...list}
          values={(value as string[] | undefined) ?? []}
          suggestions={namesFor(field, scope)}
          isLoading={scope.loading}
          onChange={onChange}
        />
      );
    case 'value_lists':
      return (
        <TextListField
          {...list}
          values={(value as string[] | undefined) ?? []}
          suggestions={scope.lists.filter(({ kind }) => field.kinds.includes(kind)).map(({ name }) => name)}
          onChange={onChange}
        />
      );
  }
}

/** Fields that can be grouped by and are of a type that is asked for. */
function namesFor({ types }: { types?: readonly string[] }, { fields }: SearchScope): string[] {
  return fields
    .filter(({ aggregatable, type }) => aggregatable && (!types || types.includes(type)))
    .map(({ name }) => name);
}

const STORED = i18n.translate('awsSiem.field.secretStored', {
  defaultMessage: 'Stored. Type to replace it.',
});
