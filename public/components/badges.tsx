import { EuiBadge, EuiHealth, EuiToolTip } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { AlertStatus } from '../../common/alert';
import { SEVERITY_COLORS } from '../../common/colors';
import type { Severity } from '../../common/rule';

const SEVERITY: Record<Severity, string> = {
  low: i18n.translate('awsSiem.severity.low', { defaultMessage: 'Low' }),
  medium: i18n.translate('awsSiem.severity.medium', { defaultMessage: 'Medium' }),
  high: i18n.translate('awsSiem.severity.high', { defaultMessage: 'High' }),
  critical: i18n.translate('awsSiem.severity.critical', { defaultMessage: 'Critical' }),
};

export function severityLabel(severity: Severity): string {
  return SEVERITY[severity] ?? severity;
}

export function SeverityBadge({ severity, count }: { severity: Severity; count?: string }) {
  return (
    <EuiBadge color={SEVERITY_COLORS[severity] ?? 'hollow'}>
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

/** States of their own, by the code of the error: what to do is in the error's message. */
const FAILING: Record<string, string> = {
  shard_limit: i18n.translate('awsSiem.state.shardLimit', { defaultMessage: 'Shard limit reached' }),
  disk_flood_stage: i18n.translate('awsSiem.state.diskFloodStage', {
    defaultMessage: 'Disk full (flood stage)',
  }),
  index_read_only: i18n.translate('awsSiem.state.indexReadOnly', { defaultMessage: 'Index read-only' }),
  opensearch_unavailable: i18n.translate('awsSiem.state.opensearchUnavailable', {
    defaultMessage: 'OpenSearch unavailable',
  }),
  opensearch_forbidden: i18n.translate('awsSiem.state.opensearchForbidden', {
    defaultMessage: 'Role lacks rights',
  }),
  bucket_not_found: i18n.translate('awsSiem.state.bucketNotFound', { defaultMessage: 'Bucket not found' }),
  s3_access_denied: i18n.translate('awsSiem.state.accessDenied', { defaultMessage: 'Access denied' }),
  queue_access_denied: i18n.translate('awsSiem.state.queueAccessDenied', { defaultMessage: 'Access denied' }),
  s3_kms_denied: i18n.translate('awsSiem.state.kmsDenied', { defaultMessage: 'KMS key denied' }),
  s3_credentials: i18n.translate('awsSiem.state.credentials', { defaultMessage: 'Credentials refused' }),
  s3_wrong_region: i18n.translate('awsSiem.state.wrongRegion', { defaultMessage: 'Wrong region' }),
  queue_wrong_region: i18n.translate('awsSiem.state.queueWrongRegion', { defaultMessage: 'Wrong region' }),
  s3_unavailable: i18n.translate('awsSiem.state.s3Unavailable', { defaultMessage: 'S3 unavailable' }),
  queue_not_found: i18n.translate('awsSiem.state.queueNotFound', { defaultMessage: 'Queue not found' }),
  queue_unavailable: i18n.translate('awsSiem.state.queueUnavailable', { defaultMessage: 'SQS unavailable' }),
};

const CHANGED_OUTSIDE = i18n.translate('awsSiem.state.changedOutsideHelp', {
  defaultMessage:
    'It was changed without the SIEM, so nothing runs with it. Open it, check it and save it to allow it again.',
});

/** How a source, rule or channel is doing: a dot and the word, since colour alone says nothing to many. */
export function StateBadge({ state, error }: { state: string; error?: { code: string } }) {
  const { color, label } = STATES[state] ?? { color: 'subdued', label: state };
  const named = state === 'failing' && error ? FAILING[error.code] : undefined;
  const badge = (
    <EuiHealth color={color} className="siem-nowrap" data-test-subj={`siemState-${state}`}>
      {named ?? label}
    </EuiHealth>
  );
  return state === 'changed_outside' ? <EuiToolTip content={CHANGED_OUTSIDE}>{badge}</EuiToolTip> : badge;
}
