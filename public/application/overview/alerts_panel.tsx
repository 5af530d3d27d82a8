import { EuiBasicTable, EuiLink, EuiText, EuiToolTip, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useMemo } from 'react';
import type { AlertDocument } from '../../../common/alert';
import type { OverviewResponse } from '../../../common/overview';
import { AlertGroup } from '../../components/alert_group';
import { SeverityBadge } from '../../components/badges';
import { TitledPanel } from '../../components/titled_panel';
import { useLinkTo } from '../../components/use_link_to';
import { useTimeFormat } from '../../components/use_time_format';
import { formatDuration, formatNumber } from '../../services/format';
import type { TimeRange } from '../../services/time_range';
import { AlertBars } from './alert_bars';
import { SeverityTiles } from './severity_tiles';

const SHOWN = 6;
const TITLE = i18n.translate('awsSiem.alertsPanel.title', { defaultMessage: 'Alerts' });

interface Props {
  alerts: OverviewResponse['alerts'];
  intervalMs: number;
  range: TimeRange;
}

/** Alerts of the period by severity against the period before, and the newest that nobody has taken on. */
export function AlertsPanel({ alerts, intervalMs, range }: Props) {
  const linkTo = useLinkTo();
  const period = new URLSearchParams({ from: range.from, to: range.to }).toString();
  const columns = useColumns(period);
  return (
    <TitledPanel
      title={TITLE}
      note={i18n.translate('awsSiem.alertsPanel.open', {
        defaultMessage: '{open} open of {total}',
        values: { open: formatNumber(alerts.open), total: formatNumber(alerts.total) },
      })}
      actions={
        <EuiText size="s">
          <EuiLink {...linkTo(`/alerts?${period}`)} data-test-subj="siemAllAlerts">
            <FormattedMessage id="awsSiem.alertsPanel.all" defaultMessage="All alerts" />
          </EuiLink>
        </EuiText>
      }
      className="siem-topPanel"
      testSubject="siemRecentAlerts"
    >
      <SeverityTiles counts={alerts.bySeverity} range={range} />
      <AlertBars histogram={alerts.histogram} intervalMs={intervalMs} range={range} />
      <EuiBasicTable
        items={alerts.items.slice(0, SHOWN)}
        columns={columns}
        compressed
        responsive={false}
        tableCaption={i18n.translate('awsSiem.alertsPanel.caption', {
          defaultMessage: 'Newest open alerts',
        })}
        rowProps={({ alert }) => ({ 'data-test-subj': `siemRecentAlert-${alert.severity}` })}
        noItemsMessage={<NoAlerts total={alerts.total} />}
      />
    </TitledPanel>
  );
}

function NoAlerts({ total }: { total: number }) {
  const linkTo = useLinkTo();
  if (total > 0) {
    return (
      <FormattedMessage
        id="awsSiem.alertsPanel.noneOpen"
        defaultMessage="Every alert of this period has been taken on."
      />
    );
  }
  return (
    <span className="siem-inText">
      <FormattedMessage
        id="awsSiem.alertsPanel.empty"
        defaultMessage="No alerts in this period. {rules} say what should raise one."
        values={{
          rules: (
            <EuiLink {...linkTo('/rules')}>
              <FormattedMessage id="awsSiem.alertsPanel.rules" defaultMessage="Rules" />
            </EuiLink>
          ),
        }}
      />
    </span>
  );
}

function useColumns(period: string): Array<EuiBasicTableColumn<AlertDocument>> {
  const linkTo = useLinkTo();
  const formatTime = useTimeFormat();
  return useMemo(
    () => [
      {
        name: i18n.translate('awsSiem.alertsPanel.severity', { defaultMessage: 'Severity' }),
        width: '88px',
        render: ({ alert }: AlertDocument) => <SeverityBadge severity={alert.severity} />,
      },
      {
        name: i18n.translate('awsSiem.alertsPanel.alert', { defaultMessage: 'Alert' }),
        render: ({ alert, rule, message }: AlertDocument) => (
          <div>
            <EuiLink {...linkTo(`/alerts?${period}&alert=${encodeURIComponent(alert.id)}`)}>
              {rule.name}
            </EuiLink>
            <EuiText size="xs" color="subdued" className="siem-oneLine">
              {alert.reason || message}
            </EuiText>
          </div>
        ),
      },
      {
        name: i18n.translate('awsSiem.alertsPanel.who', { defaultMessage: 'Who' }),
        width: '26%',
        render: ({ alert }: AlertDocument) => <AlertGroup group={alert.group} />,
      },
      {
        name: i18n.translate('awsSiem.alertsPanel.lastSeen', { defaultMessage: 'Last seen' }),
        width: '96px',
        align: 'right',
        render: (alert: AlertDocument) => (
          <EuiToolTip content={formatTime(alert['@timestamp'])}>
            <span className="siem-nowrap siem-number" tabIndex={0}>
              {i18n.translate('awsSiem.alertsPanel.ago', {
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
