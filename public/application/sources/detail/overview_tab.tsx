import {
  EuiButtonGroup,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useCallback } from 'react';
import type { SourceView } from '../../../../common/source';
import { PageLoading, RequestError } from '../../../components/page_states';
import { TimePicker } from '../../../components/time_picker';
import { formatDuration, formatNumber } from '../../../services/format';
import { resolveRange } from '../../../services/time_range';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { rateTime, type TabProps } from './detail_params';
import { RateChart } from './rate_chart';

const TIMES = [
  {
    id: 'ingested',
    label: i18n.translate('awsSiem.rate.ingested', { defaultMessage: 'When they were read' }),
  },
  { id: 'event', label: i18n.translate('awsSiem.rate.event', { defaultMessage: 'When they happened' }) },
];

/** Events of the source over time. */
export function OverviewTab({ source, params, setParams }: TabProps & { source: SourceView }) {
  const { api } = useSiem();
  const { from, to } = params;
  const by = rateTime(params.by);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const range = resolveRange({ from, to });
      return { range, rate: await api.sourceDetail.rate(source.id, { ...range, by }, signal) };
    },
    [api, source.id, from, to, by],
  );
  const request = useRequest(load);
  const { data, error, loading, reload } = request;
  return (
    <EuiPanel hasShadow={false} paddingSize="m">
      <EuiFlexGroup gutterSize="m" alignItems="center" wrap>
        <EuiFlexItem>
          <EuiTitle size="xs">
            <h2>
              <FormattedMessage id="awsSiem.rate.title" defaultMessage="Events over time" />
            </h2>
          </EuiTitle>
          {data && (
            <EuiText size="xs" color="subdued" data-test-subj="siemRateTotal">
              {i18n.translate('awsSiem.rate.total', {
                defaultMessage: '{total} in this period, per {interval}',
                values: {
                  total: formatNumber(data.rate.total),
                  interval: formatDuration(data.rate.intervalMs),
                },
              })}
            </EuiText>
          )}
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonGroup
            legend={i18n.translate('awsSiem.rate.by', { defaultMessage: 'By which time' })}
            options={TIMES}
            idSelected={by}
            onChange={(id) => setParams({ by: id })}
            buttonSize="compressed"
          />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <TimePicker params={params} request={request} onChange={setParams} />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {error && <RequestError error={error} retry={reload} />}
      {!data && loading && <PageLoading />}
      {data && !error && (
        <RateChart rate={data.rate} range={data.range} onRange={(range) => setParams(range)} />
      )}
    </EuiPanel>
  );
}
