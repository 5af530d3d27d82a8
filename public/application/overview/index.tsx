import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import { PageHeader } from '../../components/page_header';
import { PageLoading, RequestError } from '../../components/page_states';
import { SearchBar } from '../../components/search_bar';
import { TimePicker } from '../../components/time_picker';
import { resolveRange, TIME_DEFAULTS } from '../../services/time_range';
import { useUrlParams } from '../../services/url_state';
import { useRequest } from '../../services/use_request';
import { FirstRun } from '../first_run';
import { useSiem } from '../siem_context';
import { OverviewPanels } from './overview_panels';

const DEFAULTS = { ...TIME_DEFAULTS, query: '' };

/** What happened in a period, by one request a refresh. */
export function OverviewPage() {
  const { api } = useSiem();
  const [params, setParams] = useUrlParams(DEFAULTS);
  const { from, to, query } = params;
  const load = useCallback(
    (signal: AbortSignal) => api.overview({ ...resolveRange({ from, to }), query }, signal),
    [api, from, to, query],
  );
  const { data, error, loading, reload } = useRequest(load);

  const header = (
    <PageHeader
      title={i18n.translate('awsSiem.overview.title', { defaultMessage: 'Overview' })}
      actions={<TimePicker params={params} loading={loading} onChange={setParams} reload={reload} />}
    />
  );
  if (data && isFirstRun(data)) {
    return (
      <div data-test-subj="siemOverview">
        {header}
        <FirstRun />
      </div>
    );
  }
  return (
    <div data-test-subj="siemOverview">
      {header}
      <SearchBar
        value={query}
        placeholder={i18n.translate('awsSiem.overview.search', {
          defaultMessage: 'Search events with Lucene, such as type:vpcflow AND source.ip:10.0.0.0/8',
        })}
        onSearch={(text) => setParams({ query: text })}
        testSubject="siemOverviewSearch"
      />
      <EuiSpacer size="m" />
      {error && <RequestError error={error} retry={reload} />}
      {!data && loading && <PageLoading />}
      {data && !error && (
        <OverviewPanels
          overview={data}
          stale={loading}
          query={query}
          range={{ from, to }}
          onQuery={(text) => setParams({ query: text })}
          onRange={(range) => setParams(range)}
        />
      )}
    </div>
  );
}

function isFirstRun({
  sources,
  types,
  alerts,
}: {
  sources: number;
  types: Array<{ count: number; before: number }>;
  alerts: { total: number };
}) {
  return sources === 0 && alerts.total === 0 && types.every(({ count, before }) => count + before === 0);
}
