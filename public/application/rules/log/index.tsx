import { EuiBasicTable, EuiPanel, EuiSpacer, EuiText, type Criteria } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useCallback } from 'react';
import type { RuleLogEntry } from '../../../../common/rule_runs';
import { PageHeader } from '../../../components/page_header';
import { PageLoading, RequestError } from '../../../components/page_states';
import { TimePicker } from '../../../components/time_picker';
import { useLinkTo } from '../../../components/use_link_to';
import { useTimeFormat } from '../../../components/use_time_format';
import { formatNumber } from '../../../services/format';
import { useUrlParams } from '../../../services/url_state';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { logColumns } from './log_columns';
import { LogFilters } from './log_filters';
import { isLogFiltered, LOG_PARAMS, logQuery } from './log_params';
import { LogQuery } from './log_query';

/** The server pages through the first 10,000 entries only. */
const MAX_PAGED = 10_000;

/** The execution log: what was worth telling of the runs of all rules. */
export function RuleLogPage() {
  const { api } = useSiem();
  const linkTo = useLinkTo();
  const formatTime = useTimeFormat();
  const [params, setParams] = useUrlParams(LOG_PARAMS);
  const { from, to, query, language, rule, event, page, size } = params;
  const load = useCallback(
    (signal: AbortSignal) =>
      api.ruleLog(logQuery({ from, to, query, language, rule, event, page, size }), signal),
    [api, from, to, query, language, rule, event, page, size],
  );
  const request = useRequest(load);
  const { data, error, loading, reload } = request;
  const setFilters = (changes: Partial<typeof params>) => setParams({ ...changes, page: '0' });
  const pageSize = logQuery(params).size ?? 25;

  return (
    <div data-test-subj="siemRuleLog">
      <PageHeader
        title={i18n.translate('awsSiem.ruleLog.title', { defaultMessage: 'Execution log' })}
        description={i18n.translate('awsSiem.ruleLog.description', {
          defaultMessage: 'Runs of rules that are worth telling: they fired, failed, recovered or left a gap',
        })}
        parent={{ title: i18n.translate('awsSiem.rules.title', { defaultMessage: 'Rules' }), path: '/rules' }}
        actions={<TimePicker params={params} request={request} onChange={setFilters} />}
      />
      <LogQuery params={params} onChange={setFilters} />
      <EuiSpacer size="s" />
      <LogFilters params={params} onChange={setFilters} />
      <EuiSpacer size="m" />
      {error && <RequestError error={error} retry={reload} />}
      {!data && loading && <PageLoading />}
      {data && !error && (
        <EuiPanel hasShadow={false} paddingSize="m">
          <EuiText size="xs" color="subdued" aria-live="polite" data-test-subj="siemRuleLogTotal">
            <FormattedMessage
              id="awsSiem.ruleLog.total"
              defaultMessage="{formatted} {total, plural, one {entry} other {entries}}"
              values={{ total: data.total, formatted: formatNumber(data.total) }}
            />
          </EuiText>
          <EuiBasicTable
            compressed
            items={data.items}
            columns={logColumns({
              formatTime,
              linkTo,
              onRule: (id) => setFilters({ rule: id }),
            })}
            loading={loading}
            noItemsMessage={
              isLogFiltered(params)
                ? i18n.translate('awsSiem.ruleLog.noneFiltered', {
                    defaultMessage: 'Nothing fits. Clear a filter or choose a longer period.',
                  })
                : i18n.translate('awsSiem.ruleLog.none', {
                    defaultMessage:
                      'Nothing to tell in this period: no rule fired, failed or recovered. Ordinary runs are not logged; a rule’s page shows its last ones.',
                  })
            }
            pagination={{
              pageIndex: Number(page) || 0,
              pageSize,
              totalItemCount: Math.min(data.total, MAX_PAGED),
              pageSizeOptions: [25, 50, 100],
            }}
            onChange={({ page: next }: Criteria<RuleLogEntry>) =>
              setParams({ page: String(next?.index ?? 0), size: String(next?.size ?? pageSize) })
            }
            tableCaption={i18n.translate('awsSiem.ruleLog.caption', { defaultMessage: 'Execution log' })}
            data-test-subj="siemRuleLogTable"
          />
        </EuiPanel>
      )}
    </div>
  );
}
