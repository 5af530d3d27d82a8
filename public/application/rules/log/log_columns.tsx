import { EuiButtonIcon, EuiHealth, EuiLink, EuiToolTip, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { RuleLogEntry, RuleLogEvent } from '../../../../common/rule_runs';
import type { LinkProps } from '../../../components/use_link_to';
import { formatNumber } from '../../../services/format';
import { rulePath } from '../rule_columns';
import { tookText } from '../took_text';

const EVENTS: Record<RuleLogEvent, { color: string; label: string }> = {
  fired: { color: 'warning', label: i18n.translate('awsSiem.ruleLog.fired', { defaultMessage: 'Fired' }) },
  failed: { color: 'danger', label: i18n.translate('awsSiem.ruleLog.failed', { defaultMessage: 'Failed' }) },
  recovered: {
    color: 'success',
    label: i18n.translate('awsSiem.ruleLog.recovered', { defaultMessage: 'Recovered' }),
  },
  gap_opened: {
    color: 'danger',
    label: i18n.translate('awsSiem.ruleLog.gapOpened', { defaultMessage: 'Gap opened' }),
  },
  gap_filled: {
    color: 'success',
    label: i18n.translate('awsSiem.ruleLog.gapFilled', { defaultMessage: 'Gap filled' }),
  },
  caught_up: {
    color: 'primary',
    label: i18n.translate('awsSiem.ruleLog.caughtUp', { defaultMessage: 'Caught up' }),
  },
  capped: { color: 'warning', label: i18n.translate('awsSiem.ruleLog.capped', { defaultMessage: 'Warned' }) },
};

export function logEventLabel(event: RuleLogEvent): string {
  return EVENTS[event].label;
}

interface Parts {
  formatTime(time: string): string;
  linkTo(path: string): LinkProps;
  /** Narrows the log to one rule. */
  onRule(id: string): void;
}

export function logColumns({ formatTime, linkTo, onRule }: Parts): Array<EuiBasicTableColumn<RuleLogEntry>> {
  return [
    {
      name: i18n.translate('awsSiem.ruleLog.time', { defaultMessage: 'When' }),
      width: '184px',
      render: (entry: RuleLogEntry) => (
        <span className="siem-number siem-nowrap">{formatTime(entry['@timestamp'])}</span>
      ),
    },
    {
      name: i18n.translate('awsSiem.ruleLog.what', { defaultMessage: 'Outcome' }),
      width: '128px',
      render: ({ event }: RuleLogEntry) => (
        <EuiHealth textSize="inherit" color={EVENTS[event.action]?.color ?? 'subdued'}>
          {EVENTS[event.action]?.label ?? event.action}
        </EuiHealth>
      ),
    },
    {
      name: i18n.translate('awsSiem.ruleLog.rule', { defaultMessage: 'Rule' }),
      width: '24%',
      render: ({ rule: { id, name } }: RuleLogEntry) => (
        <span className="siem-break">
          <EuiLink {...linkTo(rulePath(id))}>{name}</EuiLink>{' '}
          <EuiToolTip
            content={i18n.translate('awsSiem.ruleLog.onlyThis', { defaultMessage: 'Show this rule only' })}
          >
            <EuiButtonIcon
              iconType="filter"
              size="xs"
              aria-label={i18n.translate('awsSiem.ruleLog.only', {
                defaultMessage: 'Show {name} only',
                values: { name },
              })}
              onClick={() => onRule(id)}
            />
          </EuiToolTip>
        </span>
      ),
    },
    {
      name: i18n.translate('awsSiem.ruleLog.message', { defaultMessage: 'What happened' }),
      render: ({ message }: RuleLogEntry) => <span className="siem-break">{message}</span>,
    },
    ...numberColumns(),
  ];
}

function numberColumns(): Array<EuiBasicTableColumn<RuleLogEntry>> {
  return [
    {
      name: i18n.translate('awsSiem.ruleLog.windows', { defaultMessage: 'Windows' }),
      width: '84px',
      align: 'right',
      render: ({ run }: RuleLogEntry) => <span className="siem-number">{formatNumber(run.windows)}</span>,
    },
    {
      name: i18n.translate('awsSiem.ruleLog.alerts', { defaultMessage: 'Alerts' }),
      width: '76px',
      align: 'right',
      render: ({ run }: RuleLogEntry) => <span className="siem-number">{formatNumber(run.made)}</span>,
    },
    {
      name: i18n.translate('awsSiem.ruleLog.took', { defaultMessage: 'Took' }),
      width: '84px',
      align: 'right',
      render: ({ run }: RuleLogEntry) => (
        <span className="siem-number siem-nowrap">{tookText(run.took)}</span>
      ),
    },
  ];
}
