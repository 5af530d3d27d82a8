import {
  EuiButtonEmpty,
  EuiComboBox,
  EuiFilterButton,
  EuiFilterGroup,
  EuiFlexGroup,
  EuiFlexItem,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useCallback } from 'react';
import { RULE_LOG_EVENTS } from '../../../../common/rule_runs';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { logEventLabel } from './log_columns';
import { isLogFiltered, type LogParams } from './log_params';

const RULE = i18n.translate('awsSiem.ruleLog.ruleFilter', { defaultMessage: 'Rule' });

interface Props {
  params: LogParams;
  onChange(changes: Partial<LogParams>): void;
}

/** Outcome and rule, by click. */
export function LogFilters({ params, onChange }: Props) {
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" wrap responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiFilterGroup
          role="group"
          aria-label={i18n.translate('awsSiem.ruleLog.outcomeFilter', { defaultMessage: 'Outcome' })}
        >
          {RULE_LOG_EVENTS.map((event) => (
            <EuiFilterButton
              key={event}
              hasActiveFilters={params.event === event}
              aria-pressed={params.event === event}
              onClick={() => onChange({ event: params.event === event ? '' : event })}
              data-test-subj={`siemFilter-${event}`}
            >
              {logEventLabel(event)}
            </EuiFilterButton>
          ))}
        </EuiFilterGroup>
      </EuiFlexItem>
      <EuiFlexItem grow={false} style={{ width: 280 }}>
        <RuleChoice value={params.rule} onChange={(rule) => onChange({ rule })} />
      </EuiFlexItem>
      {isLogFiltered(params) && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="cross"
            onClick={() => onChange({ query: '', rule: '', event: '' })}
            data-test-subj="siemClearFilters"
          >
            <FormattedMessage id="awsSiem.ruleLog.clear" defaultMessage="Clear filters" />
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
}

function RuleChoice({ value, onChange }: { value: string; onChange(id: string): void }) {
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
      placeholder={i18n.translate('awsSiem.ruleLog.anyRule', { defaultMessage: 'Any rule' })}
      options={options}
      // A rule that is gone still filters: its id stands for it.
      selectedOptions={value !== '' && selected.length === 0 ? [{ value, label: value }] : selected}
      onChange={([option]) => onChange(option?.value ?? '')}
      data-test-subj="siemFilterRule"
    />
  );
}
