import { EuiBasicTable, EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { OverviewResponse } from '../../../common/overview';
import { useAlertColumns } from '../../components/alert_columns';
import { TitledPanel } from '../../components/titled_panel';
import { useLinkTo } from '../../components/use_link_to';
import { formatNumber } from '../../services/format';
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
  const columns = useAlertColumns(period);
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
