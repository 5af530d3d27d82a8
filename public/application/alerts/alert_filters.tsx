import { EuiButtonEmpty, EuiFilterButton, EuiFilterGroup, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { ALERT_STATUSES } from '../../../common/alert';
import { SEVERITIES } from '../../../common/rule';
import { alertStatusLabel, severityLabel } from '../../components/badges';
import { isFiltered, type AlertParams } from './alert_params';
import { RuleChoice } from '../../components/rule_choice';

interface Props {
  params: AlertParams;
  onChange(changes: Partial<AlertParams>): void;
}

/** Severity, status and rule, by click. */
export function AlertFilters({ params, onChange }: Props) {
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" wrap responsive={false}>
      <EuiFlexItem grow={false}>
        <WordFilter
          label={i18n.translate('awsSiem.alertFilters.severity', { defaultMessage: 'Severity' })}
          words={[...SEVERITIES].reverse()}
          labelOf={severityLabel}
          value={params.severity}
          onChange={(severity) => onChange({ severity })}
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <WordFilter
          label={i18n.translate('awsSiem.alertFilters.status', { defaultMessage: 'Status' })}
          words={ALERT_STATUSES}
          labelOf={alertStatusLabel}
          value={params.status}
          onChange={(status) => onChange({ status })}
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false} style={{ width: 260 }}>
        <RuleChoice value={params.rule} onChange={(rule) => onChange({ rule })} />
      </EuiFlexItem>
      {isFiltered(params) && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="cross"
            onClick={() => onChange({ query: '', severity: '', status: '', rule: '' })}
          >
            <FormattedMessage id="awsSiem.alertFilters.clear" defaultMessage="Clear filters" />
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
}

interface WordFilterProps<W extends string> {
  label: string;
  words: readonly W[];
  labelOf(word: W): string;
  /** The chosen words with commas between them. */
  value: string;
  onChange(value: string): void;
}

function WordFilter<W extends string>({ label, words, labelOf, value, onChange }: WordFilterProps<W>) {
  const chosen = value === '' ? [] : value.split(',');
  const toggle = (word: W) =>
    onChange(
      (chosen.includes(word) ? chosen.filter((other) => other !== word) : [...chosen, word]).join(','),
    );
  return (
    <EuiFilterGroup role="group" aria-label={label}>
      {words.map((word, index) => (
        <EuiFilterButton
          key={word}
          hasActiveFilters={chosen.includes(word)}
          aria-pressed={chosen.includes(word)}
          withNext={index < words.length - 1}
          onClick={() => toggle(word)}
          data-test-subj={`siemFilter-${word}`}
        >
          {labelOf(word)}
        </EuiFilterButton>
      ))}
    </EuiFilterGroup>
  );
}
