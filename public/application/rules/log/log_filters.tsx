import { EuiButtonEmpty, EuiFilterButton, EuiFilterGroup, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { RULE_LOG_EVENTS } from '../../../../common/rule_runs';
import { logEventLabel } from './log_columns';
import { isLogFiltered, type LogParams } from './log_params';
import { RuleChoice } from '../../../components/rule_choice';

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
