import { EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import { useHistory, useParams } from 'react-router-dom';
import { PageHeader } from '../../../components/page_header';
import { PageLoading, RequestError } from '../../../components/page_states';
import { useUrlParams } from '../../../services/url_state';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { ChangeOutcome } from '../change_outcome';
import { useRuleChanges } from '../use_rule_changes';
import { OverviewTab } from './overview_tab';
import { DETAIL_PARAMS } from './detail_params';
import { RuleActions } from './rule_actions';
import { RuleFacts } from './rule_facts';
import { RunsTab } from './runs_tab';
import { SettingsTab } from './settings_tab';
import { StateNotes } from './state_notes';

const TABS = [
  { id: 'overview', label: i18n.translate('awsSiem.ruleDetail.overview', { defaultMessage: 'Overview' }) },
  { id: 'runs', label: i18n.translate('awsSiem.ruleDetail.runs', { defaultMessage: 'Run history' }) },
  { id: 'settings', label: i18n.translate('awsSiem.ruleDetail.settings', { defaultMessage: 'Settings' }) },
];

/** One rule: how it does, its alerts, its runs and what it is made of. */
export function RuleDetailPage() {
  const { api } = useSiem();
  const { id } = useParams<{ id: string }>();
  const history = useHistory();
  const [params, setParams] = useUrlParams(DETAIL_PARAMS);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [rule, types] = await Promise.all([api.rules.get(id, signal), api.ruleTypes(signal)]);
      return { rule, type: types.items.find((type) => type.id === rule.type) };
    },
    [api, id],
  );
  const { data, error, loading, reload } = useRequest(load);
  const changes = useRuleChanges(reload, () => history.push('/rules'));
  const rule = data?.rule;
  const open = TABS.find((tab) => tab.id === params.tab)?.id ?? 'overview';

  return (
    <div data-test-subj="siemRuleDetail">
      <PageHeader
        title={rule?.name ?? i18n.translate('awsSiem.ruleDetail.title', { defaultMessage: 'Rule' })}
        description={rule?.summary}
        parent={{ title: i18n.translate('awsSiem.rules.title', { defaultMessage: 'Rules' }), path: '/rules' }}
        actions={rule && <RuleActions rule={rule} changes={changes} loading={loading} reload={reload} />}
        recent={rule !== undefined}
      />
      <ChangeOutcome {...changes} />
      {error && <RequestError error={error} retry={reload} />}
      {!data && loading && <PageLoading />}
      {data && rule && (
        <>
          <StateNotes rule={rule} changes={changes} />
          <RuleFacts rule={rule} />
          <EuiSpacer size="m" />
          <EuiTabs
            size="s"
            aria-label={i18n.translate('awsSiem.ruleDetail.tabs', { defaultMessage: 'About this rule' })}
          >
            {TABS.map((tab) => (
              <EuiTab
                key={tab.id}
                isSelected={tab.id === open}
                onClick={() => setParams({ tab: tab.id })}
                data-test-subj={`siemRuleTab-${tab.id}`}
              >
                {tab.label}
              </EuiTab>
            ))}
          </EuiTabs>
          <EuiSpacer size="m" />
          {open === 'overview' && <OverviewTab rule={rule} params={params} setParams={setParams} />}
          {open === 'runs' && <RunsTab rule={rule} />}
          {open === 'settings' && <SettingsTab rule={rule} type={data.type} />}
        </>
      )}
    </div>
  );
}
