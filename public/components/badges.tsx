import { EuiBadge, EuiHealth, EuiToolTip } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { AlertStatus } from '../../common/alert';
import type { Severity } from '../../common/rule';

const SEVERITY: Record<Severity, { color: string; label: string }> = {
  low: { color: 'default', label: i18n.translate('awsSiem.severity.low', { defaultMessage: 'Low' }) },
  medium: {
    color: 'primary',
    label: i18n.translate('awsSiem.severity.medium', { defaultMessage: 'Medium' }),
  },
  high: { color: 'warning', label: i18n.translate('awsSiem.severity.high', { defaultMessage: 'High' }) },
  critical: {
    color: 'danger',
    label: i18n.translate('awsSiem.severity.critical', { defaultMessage: 'Critical' }),
  },
};

export function severityLabel(severity: Severity): string {
  return SEVERITY[severity]?.label ?? severity;
}

export function SeverityBadge({ severity, count }: { severity: Severity; count?: string }) {
  return (
    <EuiBadge color={SEVERITY[severity]?.color ?? 'hollow'}>
      {count === undefined ? severityLabel(severity) : `${count} ${severityLabel(severity).toLowerCase()}`}
    </EuiBadge>
  );
}

const ALERT_STATUS: Record<AlertStatus, string> = {
  open: i18n.translate('awsSiem.alertStatus.open', { defaultMessage: 'Open' }),
  acknowledged: i18n.translate('awsSiem.alertStatus.acknowledged', { defaultMessage: 'Acknowledged' }),
  closed: i18n.translate('awsSiem.alertStatus.closed', { defaultMessage: 'Closed' }),
};

export function alertStatusLabel(status: AlertStatus): string {
  return ALERT_STATUS[status] ?? status;
}

const STATES: Record<string, { color: string; label: string }> = {
  ok: { color: 'success', label: i18n.translate('awsSiem.state.ok', { defaultMessage: 'Working' }) },
  running: {
    color: 'primary',
    label: i18n.translate('awsSiem.state.running', { defaultMessage: 'Reading' }),
  },
  waiting: {
    color: 'subdued',
    label: i18n.translate('awsSiem.state.waiting', { defaultMessage: 'Waiting' }),
  },
  unused: {
    color: 'subdued',
    label: i18n.translate('awsSiem.state.unused', { defaultMessage: 'Not used yet' }),
  },
  paused: { color: 'subdued', label: i18n.translate('awsSiem.state.paused', { defaultMessage: 'Paused' }) },
  disabled: { color: 'subdued', label: i18n.translate('awsSiem.state.disabled', { defaultMessage: 'Off' }) },
  failing: { color: 'danger', label: i18n.translate('awsSiem.state.failing', { defaultMessage: 'Failing' }) },
  changed_outside: {
    color: 'warning',
    label: i18n.translate('awsSiem.state.changedOutside', { defaultMessage: 'Changed outside' }),
  },
};

const CHANGED_OUTSIDE = i18n.translate('awsSiem.state.changedOutsideHelp', {
  defaultMessage:
    'It was changed without the SIEM, so nothing runs with it. Open it, check it and save it to allow it again.',
});

/** How a source, rule or channel is doing: a dot and the word, since colour alone says nothing to many. */
export function StateBadge({ state }: { state: string }) {
  const { color, label } = STATES[state] ?? { color: 'subdued', label: state };
  const badge = (
    <EuiHealth color={color} className="siem-nowrap" data-test-subj={`siemState-${state}`}>
      {label}
    </EuiHealth>
  );
  return state === 'changed_outside' ? <EuiToolTip content={CHANGED_OUTSIDE}>{badge}</EuiToolTip> : badge;
}
