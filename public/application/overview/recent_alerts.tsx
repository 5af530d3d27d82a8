import {
  EuiBasicTable,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLink,
  EuiPanel,
  EuiSpacer,
  EuiTitle,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useMemo } from 'react';
import type { AlertDocument } from '../../../common/alert';
import type { OverviewResponse } from '../../../common/api';
import { SEVERITIES } from '../../../common/rule';
import { SeverityBadge } from '../../components/badges';
import { useLinkTo } from '../../components/use_link_to';
import { useTimeFormat } from '../../components/use_time_format';
import { formatNumber } from '../../services/format';
import type { TimeRange } from '../../services/time_range';

const SHOWN = 10;
const CAPTION = i18n.translate('awsSiem.recentAlerts.title', { defaultMessage: 'Triggered alerts' });

/** The newest alerts of the period, each leading to its whole story on the alerts page. */
export function RecentAlerts({ alerts, range }: { alerts: OverviewResponse['alerts']; range: TimeRange }) {
  const linkTo = useLinkTo();
  const formatTime = useTimeFormat();
  const period = new URLSearchParams({ from: range.from, to: range.to }).toString();
  const columns = useMemo<Array<EuiBasicTableColumn<AlertDocument>>>(
    () => [
      {
        name: i18n.translate('awsSiem.recentAlerts.time', { defaultMessage: 'Time' }),
        width: '172px',
        render: (alert: AlertDocument) => (
          <span className="siem-nowrap siem-number">{formatTime(alert['@timestamp'])}</span>
        ),
      },
      {
        name: i18n.translate('awsSiem.recentAlerts.severity', { defaultMessage: 'Severity' }),
        width: '92px',
        render: ({ alert }: AlertDocument) => <SeverityBadge severity={alert.severity} />,
      },
      {
        name: i18n.translate('awsSiem.recentAlerts.alert', { defaultMessage: 'Alert' }),
        render: ({ alert, rule, message }: AlertDocument) => (
          <span>
            <EuiLink {...linkTo(`/alerts?${period}&alert=${encodeURIComponent(alert.id)}`)}>
              {rule.name}
            </EuiLink>
            <br />
            {alert.reason || message}
          </span>
        ),
      },
    ],
    [formatTime, linkTo, period],
  );
  return (
    <EuiPanel hasShadow={false} paddingSize="m" data-test-subj="siemRecentAlerts">
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem>
          <EuiTitle size="xs">
            <h2>{CAPTION}</h2>
          </EuiTitle>
        </EuiFlexItem>
        {[...SEVERITIES].reverse().map((severity) => {
          const count = alerts.bySeverity[severity] ?? 0;
          return count === 0 ? null : (
            <EuiFlexItem grow={false} key={severity}>
              <SeverityBadge severity={severity} count={formatNumber(count)} />
            </EuiFlexItem>
          );
        })}
        {alerts.total > 0 && (
          <EuiFlexItem grow={false}>
            <EuiLink {...linkTo(`/alerts?${period}`)} data-test-subj="siemAllAlerts">
              <FormattedMessage
                id="awsSiem.recentAlerts.all"
                defaultMessage="All {total}"
                values={{ total: formatNumber(alerts.total) }}
              />
            </EuiLink>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      <EuiBasicTable
        items={alerts.items.slice(0, SHOWN)}
        columns={columns}
        compressed
        responsive={false}
        tableCaption={CAPTION}
        rowProps={({ alert }) => ({ 'data-test-subj': `siemRecentAlert-${alert.severity}` })}
        noItemsMessage={
          <span className="siem-inText">
            <FormattedMessage
              id="awsSiem.recentAlerts.empty"
              defaultMessage="No alerts in this period. {rules} say what should raise one."
              values={{
                rules: (
                  <EuiLink {...linkTo('/rules')}>
                    <FormattedMessage id="awsSiem.recentAlerts.rules" defaultMessage="Rules" />
                  </EuiLink>
                ),
              }}
            />
          </span>
        }
      />
    </EuiPanel>
  );
}
