import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { HealthIssues } from '../../components/health_issues';
import { PageHeader } from '../../components/page_header';
import { PageLoading, RequestError } from '../../components/page_states';
import { useTimeFormat } from '../../components/use_time_format';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { AllIsWell } from './all_is_well';
import { ClusterPanel } from './cluster_panel';
import { HistoryPanel } from './history_panel';
import { JobsPanel } from './jobs_panel';
import { NodesPanel } from './nodes_panel';
import { SourcesPanel } from './sources_panel';
import { RefreshButton } from '../../components/refresh_button';

/** How the whole installation does: what is wrong now, and everything that is looked at. */
export function HealthPage() {
  const { api } = useSiem();
  const formatTime = useTimeFormat();
  const { data, error, loading, reload } = useRequest(api.health);
  return (
    <div data-test-subj="siemHealth">
      <PageHeader
        title={i18n.translate('awsSiem.health.title', { defaultMessage: 'Health' })}
        description={
          data?.checkedAt !== undefined
            ? i18n.translate('awsSiem.health.checked', {
                defaultMessage: 'Checked every minute, last {time}',
                values: { time: formatTime(data.checkedAt) },
              })
            : data &&
              i18n.translate('awsSiem.health.notChecked', {
                defaultMessage: 'Checked every minute; the first check is still to come',
              })
        }
        actions={<RefreshButton loading={loading} reload={reload} />}
      />
      {error && <RequestError error={error} retry={reload} />}
      {!data && loading && <PageLoading />}
      {data && !error && (
        <>
          <HealthIssues issues={data.issues} linked />
          {data.issues.length === 0 && data.checkedAt && <AllIsWell health={data} />}
          <EuiSpacer size="m" />
          <SourcesPanel sources={data.sources} />
          <EuiSpacer size="m" />
          <ClusterPanel cluster={data.cluster} />
          <EuiSpacer size="m" />
          <div className="siem-grid siem-halves">
            <NodesPanel nodes={data.nodes} />
            <JobsPanel jobs={data.jobs} sources={data.sources} />
          </div>
          <EuiSpacer size="m" />
          <HistoryPanel />
        </>
      )}
    </div>
  );
}
