import {
  EuiBasicTable,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLink,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useCallback } from 'react';
import type { AlertDocument } from '../../../../common/alert';
import type { RuleView } from '../../../../common/rule';
import { PageLoading, RequestError } from '../../../components/page_states';
import { TimePicker } from '../../../components/time_picker';
import { useLinkTo, type LinkProps } from '../../../components/use_link_to';
import { useTimeFormat } from '../../../components/use_time_format';
import { formatNumber } from '../../../services/format';
import { resolveRange } from '../../../services/time_range';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { AlertsChart } from './alerts_chart';
import type { TabProps } from './detail_params';

const NEWEST = 10;
const PARTS = 48;

/** The alerts that the rule raised in a period: when they came, and the newest. */
export function AlertsPanel({ rule, params, setParams }: TabProps & { rule: RuleView }) {
  const { api } = useSiem();
  const linkTo = useLinkTo();
  const formatTime = useTimeFormat();
  const { from, to } = params;
  // Asked again whenever the rule is.
  const load = useCallback(
    async (signal: AbortSignal) => {
      const range = resolveRange({ from, to });
      const ofRule = { ...range, ruleId: rule.id };
      const [counts, alerts] = await Promise.all([
        api.alertCounts({ ...ofRule, parts: PARTS }, signal),
        api.alerts({ ...ofRule, size: NEWEST }, signal),
      ]);
      return { range, counts, alerts };
    },
    [api, rule, from, to],
  );
  const request = useRequest(load);
  const { data, error, loading, reload } = request;
  const list = new URLSearchParams({ rule: rule.id, from, to });
  return (
    <EuiPanel hasShadow={false} paddingSize="m" data-test-subj="siemRuleAlertsPanel">
      <EuiFlexGroup gutterSize="m" alignItems="center" wrap responsive={false}>
        <EuiFlexItem>
          <EuiTitle size="xs">
            <h2 className="siem-nowrap">
              <FormattedMessage id="awsSiem.ruleAlerts.title" defaultMessage="Alerts over time" />
            </h2>
          </EuiTitle>
          {data && (
            <EuiText size="xs" color="subdued" data-test-subj="siemRuleAlertsTotal">
              <FormattedMessage
                id="awsSiem.ruleAlerts.total"
                defaultMessage="{formatted} in this period"
                values={{ formatted: formatNumber(data.alerts.total) }}
              />
            </EuiText>
          )}
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <TimePicker compact params={params} request={request} onChange={setParams} />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {error && <RequestError error={error} retry={reload} />}
      {!data && loading && <PageLoading />}
      {data && !error && (
        <>
          <AlertsChart counts={data.counts} range={data.range} onRange={(range) => setParams(range)} />
          <EuiSpacer size="s" />
          <EuiBasicTable
            compressed
            items={data.alerts.items}
            itemId={({ alert }: AlertDocument) => alert.id}
            columns={columnsOf(formatTime, (id) => linkTo(`/alerts?${list.toString()}&alert=${id}`))}
            noItemsMessage={i18n.translate('awsSiem.ruleAlerts.none', {
              defaultMessage: 'It raised no alerts in this period.',
            })}
            tableCaption={i18n.translate('awsSiem.ruleAlerts.caption', {
              defaultMessage: 'Newest alerts of this rule',
            })}
            data-test-subj="siemRuleAlertsTable"
          />
          {data.alerts.total > NEWEST && (
            <EuiText size="xs">
              <EuiLink {...linkTo(`/alerts?${list.toString()}`)} data-test-subj="siemAllAlerts">
                <FormattedMessage
                  id="awsSiem.ruleAlerts.all"
                  defaultMessage="All {formatted} alerts"
                  values={{ formatted: formatNumber(data.alerts.total) }}
                />
              </EuiLink>
            </EuiText>
          )}
        </>
      )}
    </EuiPanel>
  );
}

function columnsOf(
  formatTime: (time: string) => string,
  linkOf: (id: string) => LinkProps,
): Array<EuiBasicTableColumn<AlertDocument>> {
  return [
    {
      name: i18n.translate('awsSiem.ruleAlerts.time', { defaultMessage: 'Last seen' }),
      width: '180px',
      render: ({ alert, ...document }: AlertDocument) => (
        <EuiLink className="siem-number siem-nowrap" {...linkOf(alert.id)}>
          {formatTime(document['@timestamp'])}
        </EuiLink>
      ),
    },
    {
      name: i18n.translate('awsSiem.ruleAlerts.group', { defaultMessage: 'Group' }),
      render: ({ alert: { group } }: AlertDocument) => (
        <span className="siem-break">
          {group.values.join(', ') ||
            i18n.translate('awsSiem.ruleAlerts.noGroup', { defaultMessage: 'all events' })}
        </span>
      ),
    },
    {
      name: i18n.translate('awsSiem.ruleAlerts.value', { defaultMessage: 'Value / limit' }),
      width: '112px',
      align: 'right',
      render: ({ alert: { value, limit } }: AlertDocument) => (
        <span className="siem-number">
          {formatNumber(value)} / {formatNumber(limit)}
        </span>
      ),
    },
    {
      name: i18n.translate('awsSiem.ruleAlerts.events', { defaultMessage: 'Events' }),
      width: '84px',
      align: 'right',
      render: ({ alert: { count } }: AlertDocument) => (
        <span className="siem-number">{formatNumber(count)}</span>
      ),
    },
  ];
}
