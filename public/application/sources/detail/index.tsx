import { EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import { HealthIssues } from '../../../components/health_issues';
import { PageHeader } from '../../../components/page_header';
import { PageLoading, RequestError } from '../../../components/page_states';
import { useLinkTo } from '../../../components/use_link_to';
import { useUrlParams, writeParams } from '../../../services/url_state';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { SourceBackfill } from '../backfill';
import { DETAIL_PARAMS } from './detail_params';
import { ObjectsTab } from './objects_tab';
import { OverviewTab } from './overview_tab';
import { RejectsTab } from './rejects_tab';
import { SettingsTab } from './settings_tab';
import { SourceActions } from './source_actions';
import { SourceFacts } from './source_facts';

const TABS = [
  { id: 'overview', label: i18n.translate('awsSiem.detail.overview', { defaultMessage: 'Overview' }) },
  { id: 'objects', label: i18n.translate('awsSiem.detail.objects', { defaultMessage: 'Objects' }) },
  { id: 'rejects', label: i18n.translate('awsSiem.detail.rejects', { defaultMessage: 'Rejects' }) },
  { id: 'backfill', label: i18n.translate('awsSiem.detail.backfill', { defaultMessage: 'Backfill' }) },
  { id: 'settings', label: i18n.translate('awsSiem.detail.settings', { defaultMessage: 'Settings' }) },
];

/** One source: how it does, what it has read and what it could not, and its settings. */
export function SourceDetailPage() {
  const { api } = useSiem();
  const { id } = useParams<{ id: string }>();
  const { search } = useLocation();
  const linkTo = useLinkTo();
  const [params, setParams] = useUrlParams(DETAIL_PARAMS);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [source, health] = await Promise.all([
        api.sources.get(id, signal),
        api.sourceDetail.health(id, signal),
      ]);
      return { source, ...health };
    },
    [api, id],
  );
  const { data, error, loading, reload } = useRequest(load);
  const source = data?.source;
  const open = TABS.find((tab) => tab.id === params.tab)?.id ?? 'overview';

  return (
    <div data-test-subj="siemSourceDetail">
      <PageHeader
        title={source?.name ?? i18n.translate('awsSiem.source.title', { defaultMessage: 'Source' })}
        description={source && `s3://${source.bucket}/${source.prefix ?? ''}`}
        parent={{
          title: i18n.translate('awsSiem.source.parent', { defaultMessage: 'Sources' }),
          path: '/sources',
        }}
        actions={source && <SourceActions source={source} loading={loading} reload={reload} />}
        recent={source !== undefined}
      />
      {error && <RequestError error={error} retry={reload} />}
      {!data && loading && <PageLoading />}
      {data && source && (
        <>
          <HealthIssues issues={data.issues} />
          <SourceFacts source={source} health={data.health} issues={data.issues} />
          <EuiSpacer size="m" />
          <EuiTabs
            size="s"
            aria-label={i18n.translate('awsSiem.detail.tabs', { defaultMessage: 'About this source' })}
          >
            {TABS.map((tab) => (
              <EuiTab
                key={tab.id}
                isSelected={tab.id === open}
                // A cursor and filters are those of the tab that is left.
                {...linkTo(
                  `/sources/${id}${writeParams(search, { ...DETAIL_PARAMS, tab: tab.id }, DETAIL_PARAMS)}`,
                )}
                data-test-subj={`siemDetailTab-${tab.id}`}
              >
                {tab.label}
              </EuiTab>
            ))}
          </EuiTabs>
          <EuiSpacer size="m" />
          {open === 'overview' && <OverviewTab source={source} params={params} setParams={setParams} />}
          {open === 'objects' && <ObjectsTab source={source} params={params} setParams={setParams} />}
          {open === 'rejects' && <RejectsTab source={source} params={params} setParams={setParams} />}
          {open === 'backfill' && <SourceBackfill source={source} />}
          {open === 'settings' && (
            <SettingsTab
              source={source}
              onSaved={() => {
                reload();
                setParams({ tab: 'overview' });
              }}
            />
          )}
        </>
      )}
    </div>
  );
}
