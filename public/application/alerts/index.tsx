import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import { liveText } from '../../components/live_text';
import { PageHeader } from '../../components/page_header';
import { PageLoading, RequestError } from '../../components/page_states';
import { TimePicker } from '../../components/time_picker';
import { useUrlParams } from '../../services/url_state';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { AlertFilters } from './alert_filters';
import { AlertFlyout } from './alert_flyout';
import { ALERT_PARAMS, alertsQuery, isFiltered } from './alert_params';
import { AlertsQuery } from './alerts_query';
import { AlertsTable } from './alerts_table';

/** The alert history: searched, filtered, sorted and paged on the server. */
export function AlertsPage() {
  const { api } = useSiem();
  const [params, setParams] = useUrlParams(ALERT_PARAMS);
  const { from, to, query, language, severity, status, rule, page, size, sort, order } = params;
  const load = useCallback(
    (signal: AbortSignal) =>
      api.alerts(
        alertsQuery({ from, to, query, language, severity, status, rule, page, size, sort, order }),
        signal,
      ),
    [api, from, to, query, language, severity, status, rule, page, size, sort, order],
  );
  const request = useRequest(load);
  const { data, error, loading, reload } = request;
  const setFilters = (changes: Partial<typeof params>) => setParams({ ...changes, page: '0' });

  return (
    <div data-test-subj="siemAlerts">
      <PageHeader
        title={i18n.translate('awsSiem.alerts.title', { defaultMessage: 'Alerts' })}
        description={liveText(params)}
        actions={<TimePicker params={params} request={request} onChange={setFilters} />}
      />
      <AlertsQuery params={params} onChange={setFilters} />
      <EuiSpacer size="s" />
      <AlertFilters params={params} onChange={setFilters} />
      <EuiSpacer size="m" />
      {error && <RequestError error={error} retry={reload} />}
      {!data && loading && <PageLoading />}
      {data && (
        <AlertsTable
          alerts={data}
          params={params}
          loading={loading}
          filtered={isFiltered(params)}
          onChange={setParams}
          onOpen={(id) => setParams({ alert: id })}
        />
      )}
      {params.alert !== '' && (
        <AlertFlyout key={params.alert} id={params.alert} onClose={() => setParams({ alert: '' })} />
      )}
    </div>
  );
}
