import { EuiLink, EuiText, EuiToolTip, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useMemo } from 'react';
import type { AlertDocument } from '../../common/alert';
import { formatDuration } from '../services/format';
import { AlertGroup } from './alert_group';
import { SeverityBadge } from './badges';
import { useLinkTo } from './use_link_to';
import { useTimeFormat } from './use_time_format';

/** What a short list of alerts shows of each. `period` is the query string that the alerts page is opened with. */
export function useAlertColumns(period: string): Array<EuiBasicTableColumn<AlertDocument>> {
  const linkTo = useLinkTo();
  const formatTime = useTimeFormat();
  return useMemo(
    () => [
      {
        name: i18n.translate('awsSiem.alertColumns.severity', { defaultMessage: 'Severity' }),
        width: '88px',
        render: ({ alert }: AlertDocument) => <SeverityBadge severity={alert.severity} />,
      },
      {
        name: i18n.translate('awsSiem.alertColumns.alert', { defaultMessage: 'Alert' }),
        render: ({ alert, rule, message }: AlertDocument) => (
          // A flexible box: without the style it would be as wide as the reason.
          <div style={{ minWidth: 0 }}>
            <EuiLink {...linkTo(`/alerts?${period}&alert=${encodeURIComponent(alert.id)}`)}>
              {rule.name}
            </EuiLink>
            <EuiText size="xs" color="subdued" className="siem-oneLine" title={alert.reason || message}>
              {alert.reason || message}
            </EuiText>
          </div>
        ),
      },
      {
        name: i18n.translate('awsSiem.alertColumns.who', { defaultMessage: 'Who' }),
        width: '26%',
        render: ({ alert }: AlertDocument) => <AlertGroup group={alert.group} />,
      },
      {
        name: i18n.translate('awsSiem.alertColumns.lastSeen', { defaultMessage: 'Last seen' }),
        width: '96px',
        align: 'right',
        render: (alert: AlertDocument) => (
          <EuiToolTip content={formatTime(alert['@timestamp'])}>
            <span className="siem-nowrap siem-number" tabIndex={0}>
              {i18n.translate('awsSiem.alertColumns.ago', {
                defaultMessage: '{time} ago',
                values: { time: formatDuration(Date.now() - Date.parse(alert['@timestamp'])) },
              })}
            </span>
          </EuiToolTip>
        ),
      },
    ],
    [formatTime, linkTo, period],
  );
}
