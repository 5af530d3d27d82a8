import { i18n } from '@osd/i18n';
import React, { useCallback, useState } from 'react';
import { PageHeader } from '../../components/page_header';
import { PageLoading, RequestError } from '../../components/page_states';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { ContentActions } from './content_actions';
import type { Change } from './content_changes';
import { ContentPreview } from './content_preview';
import { DashboardsTable } from './dashboards_table';

/** The dashboards that come with the plugin: open them, install or bring them up to date, take them away again. */
export function DashboardsPage() {
  const { api } = useSiem();
  const [change, setChange] = useState<Change>();
  const { data, error, loading, reload } = useRequest(
    useCallback((signal: AbortSignal) => api.content(signal), [api]),
  );
  return (
    <div data-test-subj="siemDashboards">
      <PageHeader
        title={i18n.translate('awsSiem.dashboards.title', { defaultMessage: 'Dashboards' })}
        description={i18n.translate('awsSiem.dashboards.description', {
          defaultMessage:
            'Ready-made dashboards with their index patterns, searches and visualizations. Edit them as you like: upgrades keep what you changed.',
        })}
        actions={data && <ContentActions content={data} onChange={setChange} />}
      />
      {error && <RequestError error={error} retry={reload} />}
      {!data && loading && <PageLoading />}
      {data && <DashboardsTable content={data} />}
      {data && change && (
        <ContentPreview
          content={data}
          change={change}
          onClose={() => setChange(undefined)}
          onDone={() => {
            setChange(undefined);
            reload();
          }}
        />
      )}
    </div>
  );
}
