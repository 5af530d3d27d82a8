import { EuiBasicTable, EuiButtonEmpty, EuiHealth, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useCallback } from 'react';
import type { RuleView } from '../../../../common/rule';
import type { RuleRun } from '../../../../common/rule_runs';
import { PageLoading, RequestError } from '../../../components/page_states';
import { TitledPanel } from '../../../components/titled_panel';
import { useLinkTo } from '../../../components/use_link_to';
import { useTimeFormat } from '../../../components/use_time_format';
import { formatNumber } from '../../../services/format';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { tookText } from '../took_text';
import { RunsChart } from './runs_chart';

/** The last runs that had something to search: how long they took and what they found. */
export function RunsTab({ rule }: { rule: RuleView }) {
  const { api } = useSiem();
  const linkTo = useLinkTo();
  const formatTime = useTimeFormat();
  // Asked again whenever the rule is.
  const load = useCallback((signal: AbortSignal) => api.ruleRuns(rule.id, signal), [api, rule]);
  const { data, error, loading, reload } = useRequest(load);
  return (
    <TitledPanel
      title={i18n.translate('awsSiem.ruleRuns.title', { defaultMessage: 'Last runs' })}
      note={i18n.translate('awsSiem.ruleRuns.note', {
        defaultMessage: 'Runs that had nothing new to search are left out',
      })}
      actions={
        <EuiButtonEmpty
          size="xs"
          iconType="list"
          {...linkTo(`/rules/log?rule=${encodeURIComponent(rule.id)}&from=now-7d`)}
          data-test-subj="siemRuleLogLink"
        >
          <FormattedMessage id="awsSiem.ruleRuns.log" defaultMessage="Its execution log" />
        </EuiButtonEmpty>
      }
      testSubject="siemRuleRuns"
    >
      {error && <RequestError error={error} retry={reload} />}
      {!data && loading && <PageLoading />}
      {data && !error && (
        <>
          {data.items.length > 0 && <RunsChart runs={data.items} />}
          <EuiBasicTable
            compressed
            items={data.items}
            itemId="at"
            columns={runColumns(formatTime)}
            noItemsMessage={i18n.translate('awsSiem.ruleRuns.none', {
              defaultMessage: 'It has not searched anything yet.',
            })}
            tableCaption={i18n.translate('awsSiem.ruleRuns.caption', { defaultMessage: 'Last runs' })}
            data-test-subj="siemRunsTable"
          />
        </>
      )}
    </TitledPanel>
  );
}

function runColumns(formatTime: (time: string) => string): Array<EuiBasicTableColumn<RuleRun>> {
  const number = (
    name: string,
    width: string,
    valueOf: (run: RuleRun) => string,
  ): EuiBasicTableColumn<RuleRun> => ({
    name,
    width,
    align: 'right',
    render: (run: RuleRun) => <span className="siem-number siem-nowrap">{valueOf(run)}</span>,
  });
  return [
    {
      name: i18n.translate('awsSiem.ruleRuns.at', { defaultMessage: 'Began' }),
      width: '184px',
      render: ({ at }: RuleRun) => <span className="siem-number siem-nowrap">{formatTime(at)}</span>,
    },
    {
      name: i18n.translate('awsSiem.ruleRuns.outcome', { defaultMessage: 'Outcome' }),
      render: (run: RuleRun) => <Outcome run={run} formatTime={formatTime} />,
    },
    number(i18n.translate('awsSiem.ruleRuns.took', { defaultMessage: 'Took' }), '92px', ({ took }) =>
      tookText(took),
    ),
    number(i18n.translate('awsSiem.ruleRuns.windows', { defaultMessage: 'Windows' }), '92px', (run) =>
      formatNumber(run.windows),
    ),
    number(i18n.translate('awsSiem.ruleRuns.events', { defaultMessage: 'Events' }), '92px', (run) =>
      formatNumber(run.events),
    ),
    number(i18n.translate('awsSiem.ruleRuns.made', { defaultMessage: 'New alerts' }), '104px', (run) =>
      formatNumber(run.made),
    ),
    number(i18n.translate('awsSiem.ruleRuns.grown', { defaultMessage: 'Grown' }), '84px', (run) =>
      formatNumber(run.grown),
    ),
  ];
}

interface OutcomeProps {
  run: RuleRun;
  formatTime: (time: string) => string;
}

function Outcome({ run: { made, grown, events, error, warnings, uneventful }, formatTime }: OutcomeProps) {
  const [color, label] = error
    ? ['danger', i18n.translate('awsSiem.ruleRuns.failed', { defaultMessage: 'Failed' })]
    : made + grown > 0
      ? ['warning', i18n.translate('awsSiem.ruleRuns.fired', { defaultMessage: 'Fired' })]
      : events > 0
        ? ['success', i18n.translate('awsSiem.ruleRuns.nothingNew', { defaultMessage: 'Nothing new' })]
        : ['success', i18n.translate('awsSiem.ruleRuns.quiet', { defaultMessage: 'Nothing found' })];
  return (
    <div>
      <EuiHealth textSize="inherit" color={color}>
        {label}
      </EuiHealth>
      {uneventful && uneventful.runs > 1 && (
        <EuiText size="xs" color="subdued">
          <FormattedMessage
            id="awsSiem.ruleRuns.inARow"
            defaultMessage="{runs} runs in a row since {since}; this is the last"
            values={{ runs: formatNumber(uneventful.runs), since: formatTime(uneventful.since) }}
          />
        </EuiText>
      )}
      {error && (
        <EuiText size="xs" color="danger" className="siem-break" data-test-subj="siemRunError">
          {error.message}
        </EuiText>
      )}
      {warnings && (
        <EuiText size="xs" color="subdued" className="siem-break">
          {warnings.join(' ')}
        </EuiText>
      )}
    </div>
  );
}
