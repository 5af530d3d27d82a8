import { EuiComboBox } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import { useSiem } from '../application/siem_context';
import { useRequest } from '../services/use_request';

const RULE = i18n.translate('awsSiem.ruleChoice.label', { defaultMessage: 'Rule' });

/** One rule, or any: an empty id. */
export function RuleChoice({ value, onChange }: { value: string; onChange(id: string): void }) {
  const { api } = useSiem();
  const { data, loading } = useRequest(useCallback((signal: AbortSignal) => api.rules.list(signal), [api]));
  const options = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const selected = options.filter((option) => option.value === value);
  return (
    <EuiComboBox
      // This EUI does not hand an aria-label on to the input.
      inputRef={(input) => input?.setAttribute('aria-label', RULE)}
      compressed
      isLoading={loading}
      singleSelection={{ asPlainText: true }}
      placeholder={i18n.translate('awsSiem.ruleChoice.any', { defaultMessage: 'Any rule' })}
      options={options}
      // A rule that is gone still filters: its id stands for it.
      selectedOptions={value !== '' && selected.length === 0 ? [{ value, label: value }] : selected}
      onChange={([option]) => onChange(option?.value ?? '')}
      data-test-subj="siemFilterRule"
    />
  );
}
