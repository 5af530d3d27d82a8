import { EuiFieldText, EuiFlexGroup, EuiFlexItem, EuiSelect, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { FormRow } from '../../../../components/form_section';
import { useSearchScope } from '../../../../components/query_input/search_scope';
import { useFieldValues } from '../../../../components/query_input/use_field_values';
import { TextListField } from '../../../../components/text_list_field';
import type { FilterForm, FilterKind } from './filter_model';

const FIELD = i18n.translate('awsSiem.filter.field', { defaultMessage: 'Field' });
const VALUE = i18n.translate('awsSiem.filter.value', { defaultMessage: 'Value' });
const FROM = i18n.translate('awsSiem.filter.from', { defaultMessage: 'From' });
const TO = i18n.translate('awsSiem.filter.to', { defaultMessage: 'To, not included' });

/** By comparison, `!` before those that are negated. */
const COMPARISONS = [
  { value: 'is', text: i18n.translate('awsSiem.filter.is', { defaultMessage: 'is' }) },
  { value: '!is', text: i18n.translate('awsSiem.filter.isNot', { defaultMessage: 'is not' }) },
  { value: 'one_of', text: i18n.translate('awsSiem.filter.oneOf', { defaultMessage: 'is one of' }) },
  { value: '!one_of', text: i18n.translate('awsSiem.filter.noneOf', { defaultMessage: 'is not one of' }) },
  { value: 'between', text: i18n.translate('awsSiem.filter.between', { defaultMessage: 'is between' }) },
  {
    value: '!between',
    text: i18n.translate('awsSiem.filter.notBetween', { defaultMessage: 'is not between' }),
  },
  { value: 'exists', text: i18n.translate('awsSiem.filter.isThere', { defaultMessage: 'exists' }) },
  { value: '!exists', text: i18n.translate('awsSiem.filter.isAbsent', { defaultMessage: 'does not exist' }) },
];

interface Props {
  form: FilterForm;
  onChange(changes: Partial<FilterForm>): void;
}

/** Field, comparison and value of a filter; values that occur are suggested. */
export function PlainFilterFields({ form, onChange }: Props) {
  const { fields, loading } = useSearchScope();
  return (
    <>
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem grow={3}>
          <FormRow label={FIELD}>
            <TextListField
              single
              label={FIELD}
              values={form.field ? [form.field] : []}
              suggestions={fields.map(({ name }) => name)}
              isLoading={loading}
              onChange={([field = '']) => onChange({ field, values: [] })}
              testSubject="siemFilterField"
            />
          </FormRow>
        </EuiFlexItem>
        <EuiFlexItem grow={2}>
          <FormRow label={i18n.translate('awsSiem.filter.comparison', { defaultMessage: 'Comparison' })}>
            <EuiSelect
              options={COMPARISONS}
              value={`${form.negate ? '!' : ''}${form.kind}`}
              onChange={({ target: { value } }) => {
                const kind = value.replace('!', '') as FilterKind;
                const values = kind === 'is' ? form.values.slice(0, 1) : form.values;
                onChange({ kind, negate: value.startsWith('!'), values });
              }}
              data-test-subj="siemFilterComparison"
            />
          </FormRow>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {form.kind === 'between' && <RangeFields form={form} onChange={onChange} />}
      {(form.kind === 'is' || form.kind === 'one_of') && <ValuesField form={form} onChange={onChange} />}
    </>
  );
}

function ValuesField({ form, onChange }: Props) {
  const { values, loading } = useFieldValues(form.field);
  return (
    <FormRow label={VALUE}>
      <TextListField
        single={form.kind === 'is'}
        label={VALUE}
        values={form.values}
        suggestions={values}
        isLoading={loading}
        onChange={(chosen) => onChange({ values: chosen })}
        testSubject="siemFilterValues"
      />
    </FormRow>
  );
}

function RangeFields({ form, onChange }: Props) {
  return (
    <EuiFlexGroup gutterSize="s" responsive={false}>
      <EuiFlexItem>
        <FormRow label={FROM}>
          <EuiFieldText value={form.from} onChange={(event) => onChange({ from: event.target.value })} />
        </FormRow>
      </EuiFlexItem>
      <EuiFlexItem>
        <FormRow label={TO}>
          <EuiFieldText value={form.to} onChange={(event) => onChange({ to: event.target.value })} />
        </FormRow>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
