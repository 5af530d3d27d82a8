import {
  EuiBasicTable,
  EuiLink,
  EuiPanel,
  EuiText,
  EuiTextColor,
  type Criteria,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { AlertDocument } from '../../../common/alert';
import type { AlertsResponse } from '../../../common/api';
import { entityKindOf } from '../../../common/entity';
import { alertStatusLabel, SeverityBadge } from '../../components/badges';
import { DiscoverLink } from '../../components/discover_link';
import { EntityLink } from '../../components/entity_link';
import { useLinkTo } from '../../components/use_link_to';
import { useTimeFormat } from '../../components/use_time_format';
import { formatNumber } from '../../services/format';
import type { AlertParams } from './alert_params';
import { alertSearch } from './alert_search';

/** The server pages through the first 10,000 alerts only. */
const MAX_PAGED = 10_000;

interface Props {
  alerts: AlertsResponse;
  params: AlertParams;
  loading: boolean;
  filtered: boolean;
  onChange(changes: Partial<AlertParams>): void;
  onOpen(id: string): void;
}

export function AlertsTable({ alerts, params, loading, filtered, onChange, onOpen }: Props) {
  const formatTime = useTimeFormat();
  const pageSize = Number(params.size);
  return (
    <EuiPanel hasShadow={false} paddingSize="m">
      <EuiText size="xs" color="subdued" aria-live="polite">
        {i18n.translate('awsSiem.alerts.total', {
          defaultMessage: '{formatted} {total, plural, one {alert} other {alerts}}',
          values: { total: alerts.total, formatted: formatNumber(alerts.total) },
        })}
      </EuiText>
      <EuiBasicTable
        items={alerts.items}
        columns={alertColumns(formatTime, onOpen)}
        compressed
        loading={loading}
        itemId={({ alert }: AlertDocument) => alert.id}
        rowProps={({ alert }: AlertDocument) => ({ 'data-test-subj': `siemAlert-${alert.id}` })}
        tableCaption={i18n.translate('awsSiem.alerts.caption', { defaultMessage: 'Alert history' })}
        noItemsMessage={<NoAlerts filtered={filtered} />}
        pagination={{
          pageIndex: Number(params.page),
          pageSize,
          totalItemCount: Math.min(alerts.total, MAX_PAGED),
          pageSizeOptions: [25, 50, 100],
        }}
        sorting={{
          sort: { field: params.sort as keyof AlertDocument, direction: params.order as 'asc' | 'desc' },
        }}
        onChange={({ page, sort }: Criteria<AlertDocument>) =>
          onChange({
            page: String(page?.index ?? 0),
            size: String(page?.size ?? pageSize),
            sort: String(sort?.field ?? params.sort),
            order: sort?.direction ?? params.order,
          })
        }
        data-test-subj="siemAlertsTable"
      />
    </EuiPanel>
  );
}

function NoAlerts({ filtered }: { filtered: boolean }) {
  const linkTo = useLinkTo();
  if (filtered) {
    return (
      <FormattedMessage
        id="awsSiem.alerts.noneFiltered"
        defaultMessage="No alert fits. Clear a filter or choose a longer period."
      />
    );
  }
  return (
    <span className="siem-inText">
      <FormattedMessage
        id="awsSiem.alerts.none"
        defaultMessage="No alerts in this period. {rules} say what should raise one."
        values={{
          rules: (
            <EuiLink {...linkTo('/rules')}>
              <FormattedMessage id="awsSiem.alerts.noneRules" defaultMessage="Rules" />
            </EuiLink>
          ),
        }}
      />
    </span>
  );
}

function alertColumns(
  formatTime: (time: string) => string,
  onOpen: (id: string) => void,
): Array<EuiBasicTableColumn<AlertDocument>> {
  return [
    {
      field: '@timestamp',
      name: i18n.translate('awsSiem.alerts.time', { defaultMessage: 'Last seen' }),
      width: '180px',
      sortable: true,
      render: (time: string) => <span className="siem-nowrap siem-number">{formatTime(time)}</span>,
    },
    {
      field: 'alert.risk_score',
      name: i18n.translate('awsSiem.alerts.severity', { defaultMessage: 'Severity' }),
      width: '100px',
      sortable: true,
      render: (_score: number, { alert }: AlertDocument) => <SeverityBadge severity={alert.severity} />,
    },
    {
      field: 'rule.name',
      name: i18n.translate('awsSiem.alerts.rule', { defaultMessage: 'Rule' }),
      width: '18%',
      sortable: true,
      render: (name: string, { alert }: AlertDocument) => (
        <EuiLink onClick={() => onOpen(alert.id)} data-test-subj="siemOpenAlert">
          {name}
        </EuiLink>
      ),
    },
    {
      name: i18n.translate('awsSiem.alerts.reason', { defaultMessage: 'Reason' }),
      render: ({ alert, message }: AlertDocument) => alert.reason || message,
    },
    {
      name: i18n.translate('awsSiem.alerts.group', { defaultMessage: 'Group' }),
      width: '16%',
      render: ({ alert: { group } }: AlertDocument) => <GroupCell group={group} />,
    },
    {
      name: i18n.translate('awsSiem.alerts.status', { defaultMessage: 'Status' }),
      width: '112px',
      render: ({ alert }: AlertDocument) => alertStatusLabel(alert.status),
    },
    {
      name: i18n.translate('awsSiem.alerts.value', { defaultMessage: 'Value / limit' }),
      width: '108px',
      align: 'right',
      render: ({ alert: { value, limit } }: AlertDocument) => (
        <span className="siem-number">
          {formatNumber(value)} / {formatNumber(limit)}
        </span>
      ),
    },
    {
      field: 'alert.count',
      name: i18n.translate('awsSiem.alerts.count', { defaultMessage: 'Events' }),
      width: '84px',
      align: 'right',
      sortable: true,
      render: (count: number, { alert }: AlertDocument) => (
        <span className="siem-number">
          <DiscoverLink search={alertSearch(alert.query)}>{formatNumber(count)}</DiscoverLink>
        </span>
      ),
    },
  ];
}

function GroupCell({ group: { fields, values } }: { group: AlertDocument['alert']['group'] }) {
  return (
    <div>
      {fields.map((field, index) => (
        <div key={field}>
          <EuiTextColor color="subdued" component="span">
            {field}
          </EuiTextColor>{' '}
          <GroupValue field={field} value={values[index] ?? ''} />
        </div>
      ))}
    </div>
  );
}

function GroupValue({ field, value }: { field: string; value: string }) {
  const kind = entityKindOf(field);
  return kind && value ? <EntityLink kind={kind} value={value} /> : <>{value}</>;
}
