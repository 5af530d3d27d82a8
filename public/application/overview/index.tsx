import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback, useMemo } from 'react';
import type { OverviewResponse } from '../../../common/overview';
import { QueryBar } from '../../components/filters/query_bar';
import { liveText } from '../../components/live_text';
import { PageHeader } from '../../components/page_header';
import { RequestError } from '../../components/page_states';
import { Skeleton } from '../../components/skeleton';
import { TimePicker } from '../../components/time_picker';
import { readFilters, writeFilters } from '../../services/event_filters';
import { languageOf } from '../../services/query_language';
import { useUrlParams } from '../../services/url_state';
import { useRequest } from '../../services/use_request';
import { FirstRun } from '../first_run';
import { useSiem } from '../siem_context';
import { OverviewPanels } from './overview_panels';
import { OVERVIEW_PARAMS, overviewBody } from './overview_params';

/** Are we under attack, and is anything blind: what happened in a period, by one request a refresh. */
export function OverviewPage() {
  const { api } = useSiem();
  const [params, setParams] = useUrlParams(OVERVIEW_PARAMS);
  const { from, to, query, language, filters } = params;
  const load = useCallback(
    (signal: AbortSignal) => api.overview(overviewBody({ from, to, query, language, filters }), signal),
    [api, from, to, query, language, filters],
  );
  const request = useRequest(load);
  const { data, error, loading, reload } = request;
  const pills = useMemo(() => readFilters(filters), [filters]);
  const search = { query, language: languageOf(params), filters: pills };

  const header = (
    <PageHeader
      title={i18n.translate('awsSiem.overview.title', { defaultMessage: 'Overview' })}
      description={liveText(params)}
      actions={<TimePicker params={params} request={request} onChange={setParams} />}
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
      <QueryBar
        {...search}
        onChange={({ filters: changed, ...changes }) =>
          setParams({ ...changes, ...(changed && { filters: writeFilters(changed) }) })
        }
      />
      <EuiSpacer size="m" />
      {error && <RequestError error={error} retry={reload} />}
      {!data && !error && <Skeleton rows={ROWS} />}
      {data && (
        <OverviewPanels
          overview={data}
          stale={loading}
          search={search}
          range={{ from, to }}
          onFilters={(changed) => setParams({ filters: writeFilters(changed) })}
          onRange={setParams}
        />
      )}
    </div>
  );
}

const ROWS = [
  { grid: 'siem-top', panels: ['siem-topPanel', 'siem-topPanel'] },
  { grid: 'siem-tiles', panels: Array<string>(9).fill('siem-tile') },
  { grid: '', panels: ['siem-eventsPanel'] },
  { grid: 'siem-tables', panels: ['siem-tablePanel', 'siem-tablePanel'] },
];

function isFirstRun({ sources, types, alerts }: OverviewResponse): boolean {
  return (
    sources.length === 0 && alerts.total === 0 && types.every(({ count, before }) => count + before === 0)
  );
}
