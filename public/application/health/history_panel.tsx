import {
  EuiBasicTable,
  EuiFlexGroup,
  EuiFlexItem,
  EuiHealth,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useCallback } from 'react';
import type { HealthEpisode } from '../../../common/health';
import { subjectLabel } from '../../components/health_subject';
import { RequestError } from '../../components/page_states';
import { TimePicker } from '../../components/time_picker';
import { useTimeFormat } from '../../components/use_time_format';
import { formatDuration } from '../../services/format';
import { resolveRange } from '../../services/time_range';
import { useUrlParams } from '../../services/url_state';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { HEALTH_PARAMS } from './health_params';

const SIZE = 100;

/** What was wrong in a period: one line from its beginning to its end. */
export function HistoryPanel() {
  const { api } = useSiem();
  const formatTime = useTimeFormat();
  const [params, setParams] = useUrlParams(HEALTH_PARAMS);
  const { from, to } = params;
  const load = useCallback(
    (signal: AbortSignal) => api.healthHistory({ ...resolveRange({ from, to }), size: SIZE }, signal),
    [api, from, to],
  );
  const request = useRequest(load);
  const { data, error, loading, reload } = request;
  return (
    <EuiPanel hasShadow={false} paddingSize="m" data-test-subj="siemHealthHistory">
      <EuiFlexGroup alignItems="center" gutterSize="m">
        <EuiFlexItem>
          <EuiTitle size="xs">
            <h2>
              <FormattedMessage id="awsSiem.history.title" defaultMessage="History" />
            </h2>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <TimePicker params={params} request={request} onChange={setParams} />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {error && <RequestError error={error} retry={reload} />}
      {!error && (
        <EuiBasicTable
          items={data?.items ?? []}
          itemId="id"
          columns={columnsOf(formatTime)}
          loading={loading}
          noItemsMessage={i18n.translate('awsSiem.history.none', {
            defaultMessage: 'Nothing was wrong in this period.',
          })}
          tableCaption={i18n.translate('awsSiem.history.caption', { defaultMessage: 'What was wrong' })}
        />
      )}
      {data && data.total > data.items.length && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('awsSiem.history.more', {
            defaultMessage: 'The newest {shown} of {total}; choose a shorter period to see the others.',
            values: { shown: data.items.length, total: data.total },
          })}
        </EuiText>
      )}
    </EuiPanel>
  );
}

function columnsOf(formatTime: (time: string) => string): Array<EuiBasicTableColumn<HealthEpisode>> {
  return [
    {
      name: i18n.translate('awsSiem.history.since', { defaultMessage: 'From' }),
      width: '190px',
      render: ({ since }: HealthEpisode) => (
        <span className="siem-number siem-nowrap">{formatTime(since)}</span>
      ),
    },
    {
      name: i18n.translate('awsSiem.history.duration', { defaultMessage: 'Lasted' }),
      width: '130px',
      render: ({ since, until }: HealthEpisode) =>
        until === undefined
          ? i18n.translate('awsSiem.history.lasting', { defaultMessage: 'Lasts' })
          : formatDuration(Date.parse(until) - Date.parse(since)),
    },
    {
      name: i18n.translate('awsSiem.history.severity', { defaultMessage: 'Severity' }),
      width: '120px',
      render: ({ severity }: HealthEpisode) => (
        <EuiHealth color={severity === 'critical' ? 'danger' : 'warning'}>
          {severity === 'critical'
            ? i18n.translate('awsSiem.history.critical', { defaultMessage: 'Critical' })
            : i18n.translate('awsSiem.history.warning', { defaultMessage: 'Warning' })}
        </EuiHealth>
      ),
    },
    {
      name: i18n.translate('awsSiem.history.subject', { defaultMessage: 'What' }),
      width: '20%',
      render: ({ subject }: HealthEpisode) => <span className="siem-break">{subjectLabel(subject)}</span>,
    },
    {
      name: i18n.translate('awsSiem.history.message', { defaultMessage: 'Message' }),
      render: ({ message }: HealthEpisode) => <span className="siem-break">{message}</span>,
    },
  ];
}
