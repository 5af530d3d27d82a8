import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiSelect, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import type { EventFilter } from '../../../common/event_filter';
import { FormRow } from '../form_section';
import { useSearchScope } from '../query_input/search_scope';
import { useFieldValues } from '../query_input/use_field_values';
import { TextListField } from '../text_list_field';

interface Props {
  /** What is changed; a new filter without it. */
  initial?: EventFilter;
  onSave(filter: EventFilter): void;
}

/** Field, is or is not, and value, with suggestions of fields and of their frequent values. */
export function FilterForm({ initial, onSave }: Props) {
  const [field, setField] = useState(initial?.field ?? '');
  const [value, setValue] = useState(initial?.value ?? '');
  const [negate, setNegate] = useState(initial?.negate ?? false);
  const { fields, loading } = useSearchScope();
  const values = useFieldValues(field);

  return (
    <form
      style={{ width: 340 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (field && value) onSave({ field, value, ...(negate && { negate }) });
      }}
      data-test-subj="siemPillForm"
    >
      <FormRow label={FIELD}>
        <TextListField
          single
          label={FIELD}
          values={field === '' ? [] : [field]}
          suggestions={fields.filter(({ aggregatable }) => aggregatable).map(({ name }) => name)}
          isLoading={loading}
          onChange={([name = '']) => {
            setField(name);
            setValue('');
          }}
          testSubject="siemPillField"
        />
      </FormRow>
      <FormRow label={i18n.translate('awsSiem.pill.operator', { defaultMessage: 'Operator' })}>
        <EuiSelect
          fullWidth
          value={negate ? 'not' : 'is'}
          options={[
            { value: 'is', text: i18n.translate('awsSiem.pill.is', { defaultMessage: 'is' }) },
            { value: 'not', text: i18n.translate('awsSiem.pill.isNot', { defaultMessage: 'is not' }) },
          ]}
          onChange={(event) => setNegate(event.target.value === 'not')}
          data-test-subj="siemPillOperator"
        />
      </FormRow>
      <FormRow label={VALUE}>
        <TextListField
          single
          label={VALUE}
          values={value === '' ? [] : [value]}
          suggestions={values.values}
          isLoading={values.loading}
          onChange={([chosen = '']) => setValue(chosen)}
          testSubject="siemPillValue"
        />
      </FormRow>
      <EuiSpacer size="m" />
      <EuiFlexGroup justifyContent="flexEnd" gutterSize="s" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiButton
            type="submit"
            size="s"
            fill
            isDisabled={field === '' || value === ''}
            data-test-subj="siemPillSave"
          >
            <FormattedMessage id="awsSiem.pill.save" defaultMessage="Apply" />
          </EuiButton>
        </EuiFlexItem>
      </EuiFlexGroup>
    </form>
  );
}

const FIELD = i18n.translate('awsSiem.pill.field', { defaultMessage: 'Field' });
const VALUE = i18n.translate('awsSiem.pill.value', { defaultMessage: 'Value' });
