import {
  EuiButton,
  EuiComboBox,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiSelect,
  EuiSpacer,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useCallback, useState } from 'react';
import type { EventFilter } from '../../../common/event_filter';
import { LOGS_PATTERN } from '../../../common/plugin';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../../application/siem_context';

interface Props {
  /** What is changed; a new filter without it. */
  initial?: EventFilter;
  onSave(filter: EventFilter): void;
}

/** Field, is or is not, and value, with suggestions of fields and of their frequent values. */
export function FilterForm({ initial, onSave }: Props) {
  const { api } = useSiem();
  const [field, setField] = useState(initial?.field ?? '');
  const [value, setValue] = useState(initial?.value ?? '');
  const [negate, setNegate] = useState(initial?.negate ?? false);
  const fields = useRequest(useCallback((signal: AbortSignal) => api.fields(LOGS_PATTERN, signal), [api]));
  const known = fields.data?.fields.filter(({ aggregatable }) => aggregatable) ?? [];
  const loadValues = useCallback(
    (signal: AbortSignal) =>
      api.fieldValues({ pattern: LOGS_PATTERN, field, timeField: '@timestamp' }, signal),
    [api, field],
  );
  const values = useRequest(known.some(({ name }) => name === field) ? loadValues : undefined);

  return (
    <form
      style={{ width: 340 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (field && value) onSave({ field, value, ...(negate && { negate }) });
      }}
      data-test-subj="siemPillForm"
    >
      <EuiFormRow label={FIELD} display="rowCompressed">
        <Choice
          label={FIELD}
          value={field}
          options={known.map(({ name }) => name)}
          isLoading={fields.loading}
          onChange={(name) => {
            setField(name);
            setValue('');
          }}
          testSubject="siemPillField"
        />
      </EuiFormRow>
      <EuiFormRow label={OPERATOR} display="rowCompressed">
        <EuiSelect
          compressed
          value={negate ? 'not' : 'is'}
          options={[
            { value: 'is', text: i18n.translate('awsSiem.pill.is', { defaultMessage: 'is' }) },
            { value: 'not', text: i18n.translate('awsSiem.pill.isNot', { defaultMessage: 'is not' }) },
          ]}
          onChange={(event) => setNegate(event.target.value === 'not')}
          data-test-subj="siemPillOperator"
        />
      </EuiFormRow>
      <EuiFormRow label={VALUE} display="rowCompressed">
        <Choice
          label={VALUE}
          value={value}
          options={values.data?.values.map((option) => option.value) ?? []}
          isLoading={values.loading}
          onChange={setValue}
          testSubject="siemPillValue"
        />
      </EuiFormRow>
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
const OPERATOR = i18n.translate('awsSiem.pill.operator', { defaultMessage: 'Operator' });
const VALUE = i18n.translate('awsSiem.pill.value', { defaultMessage: 'Value' });

interface ChoiceProps {
  label: string;
  value: string;
  options: string[];
  isLoading: boolean;
  onChange(value: string): void;
  testSubject: string;
}

/** One of the options, or whatever is typed. */
function Choice({ label, value, options, isLoading, onChange, testSubject }: ChoiceProps) {
  return (
    <EuiComboBox
      // This EUI does not hand an aria-label on to the input.
      inputRef={(input) => input?.setAttribute('aria-label', label)}
      compressed
      singleSelection={{ asPlainText: true }}
      isLoading={isLoading}
      options={options.map((option) => ({ label: option }))}
      selectedOptions={value === '' ? [] : [{ label: value }]}
      onChange={([option]) => onChange(option?.label ?? '')}
      onCreateOption={(typed) => onChange(typed.trim())}
      data-test-subj={testSubject}
    />
  );
}
