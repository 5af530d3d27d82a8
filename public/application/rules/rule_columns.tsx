import { EuiBadge, EuiLink, EuiSwitch, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { AlertCountsResponse } from '../../../common/alert_counts';
import type { RuleView } from '../../../common/rule';
import { SeverityBadge } from '../../components/badges';
import type { LinkProps } from '../../components/use_link_to';
import { formatDuration } from '../../services/format';
import { AlertSparkline } from './alert_sparkline';
import { QuietBadges } from './quiet_badges';
import { riskScoreOf } from './rule_params';
import { RuleState } from './rule_state';
import { scheduleText } from './schedule_text';

interface Parts {
  linkTo(path: string): LinkProps;
  formatTime(time: string): string;
  canWrite: boolean;
  /** Names of the rule types, by id. */
  typeTitles: ReadonlyMap<string, string>;
  /** Alerts of the last 24 hours by rule; absent until they have come. */
  alerts?: ReadonlyMap<string, AlertCountsResponse['rules'][number]>;
  /** When rules began to fail, ISO, by rule. */
  failingSince: ReadonlyMap<string, string>;
  setEnabled(rule: RuleView, enabled: boolean): void;
}

const NEVER = i18n.translate('awsSiem.rules.never', { defaultMessage: 'never' });
const NO_ALERTS: number[] = new Array<number>(24).fill(0);

/** Path of a rule's own page. */
export function rulePath(id: string): string {
  return `/rules/${encodeURIComponent(id)}`;
}

/** The columns of the list of rules; those that sort are named as its parameters name them. */
export function ruleColumns(parts: Parts): Array<EuiBasicTableColumn<RuleView>> {
  const { linkTo, formatTime, typeTitles, alerts, failingSince } = parts;
  return [
    {
      field: 'name',
      name: i18n.translate('awsSiem.rules.name', { defaultMessage: 'Name' }),
      sortable: true,
      render: (name: string, rule: RuleView) => (
        <div>
          <EuiLink {...linkTo(rulePath(rule.id))} data-test-subj="siemRuleLink">
            {name}
          </EuiLink>{' '}
          <QuietBadges rule={rule} />
          <EuiText size="xs" color="subdued" className="siem-clamp siem-ruleSummary" title={rule.summary}>
            {rule.summary}
          </EuiText>
          {rule.tags?.map((tag) => (
            <EuiBadge key={tag} color="hollow">
              {tag}
            </EuiBadge>
          ))}
        </div>
      ),
    },
    {
      field: 'type',
      name: i18n.translate('awsSiem.rules.type', { defaultMessage: 'Type' }),
      width: '100px',
      sortable: true,
      render: (type: string) => typeTitles.get(type) ?? type,
    },
    {
      field: 'severity',
      name: i18n.translate('awsSiem.rules.severity', { defaultMessage: 'Severity' }),
      width: '92px',
      sortable: true,
      render: (severity: RuleView['severity'], rule: RuleView) => (
        <div>
          <SeverityBadge severity={severity} />
          <EuiText size="xs" color="subdued" className="siem-number">
            {i18n.translate('awsSiem.rules.risk', {
              defaultMessage: 'risk {score}',
              values: { score: riskScoreOf(rule) },
            })}
          </EuiText>
        </div>
      ),
    },
    {
      field: 'state',
      name: i18n.translate('awsSiem.rules.state', { defaultMessage: 'State' }),
      width: '11%',
      sortable: true,
      render: (_state: unknown, rule: RuleView) => (
        <RuleState rule={rule} since={failingSince.get(rule.id)} />
      ),
    },
    {
      field: 'lastRun',
      name: i18n.translate('awsSiem.rules.runs', { defaultMessage: 'Last run' }),
      width: '112px',
      sortable: true,
      render: (_run: unknown, { status, ...rule }: RuleView) => (
        <div>
          <span className="siem-nowrap" title={status.lastRunAt && formatTime(status.lastRunAt)}>
            {status.lastRunAt === undefined ? NEVER : agoText(status.lastRunAt)}
          </span>
          <EuiText size="xs" color="subdued">
            {scheduleText(rule)}
          </EuiText>
        </div>
      ),
    },
    {
      field: 'lastAlert',
      name: i18n.translate('awsSiem.rules.lastAlert', { defaultMessage: 'Last alert' }),
      width: '100px',
      sortable: true,
      render: (_alert: unknown, { id, status }: RuleView) =>
        status.lastAlertAt === undefined ? (
          NEVER
        ) : (
          <EuiLink
            className="siem-nowrap"
            title={formatTime(status.lastAlertAt)}
            {...linkTo(`/alerts?rule=${encodeURIComponent(id)}&from=now-30d`)}
          >
            {agoText(status.lastAlertAt)}
          </EuiLink>
        ),
    },
    {
      field: 'alerts',
      name: i18n.translate('awsSiem.rules.alerts', { defaultMessage: 'Alerts, 24 h' }),
      width: '124px',
      sortable: true,
      render: (_alerts: unknown, { id }: RuleView) => {
        const found = alerts?.get(id);
        return alerts && <AlertSparkline counts={found?.counts ?? NO_ALERTS} total={found?.total ?? 0} />;
      },
    },
    enabledColumn(parts),
  ];
}

function enabledColumn({ canWrite, setEnabled }: Parts): EuiBasicTableColumn<RuleView> {
  return {
    name: i18n.translate('awsSiem.rules.enabled', { defaultMessage: 'On' }),
    width: '56px',
    render: (rule: RuleView) => (
      <EuiSwitch
        compressed
        showLabel={false}
        label={i18n.translate('awsSiem.rules.enable', {
          defaultMessage: 'Run {name}',
          values: { name: rule.name },
        })}
        checked={rule.enabled}
        disabled={!canWrite}
        onChange={() => setEnabled(rule, !rule.enabled)}
        data-test-subj="siemRuleSwitch"
      />
    ),
  };
}

function agoText(time: string): string {
  return i18n.translate('awsSiem.rules.ago', {
    defaultMessage: '{duration} ago',
    values: { duration: formatDuration(Date.now() - Date.parse(time)) },
  });
}
