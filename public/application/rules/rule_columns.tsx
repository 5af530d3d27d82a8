import {
  EuiLink,
  EuiSwitch,
  EuiText,
  type EuiBasicTableColumn,
  type EuiTableActionsColumnType,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { SEVERITIES, type RuleView } from '../../../common/rule';
import { SeverityBadge, StateBadge } from '../../components/badges';
import type { LinkProps } from '../../components/use_link_to';

interface Parts {
  linkTo(path: string): LinkProps;
  formatTime(time: string): string;
  canWrite: boolean;
  setEnabled(rules: RuleView[], enabled: boolean): void;
}

const NEVER = i18n.translate('awsSiem.rules.never', { defaultMessage: 'never' });

export function ruleColumns({
  linkTo,
  formatTime,
  canWrite,
  setEnabled,
}: Parts): Array<EuiBasicTableColumn<RuleView>> {
  const time = (value: string | undefined) => (
    <EuiText size="xs" className="siem-number siem-nowrap">
      {value ? formatTime(value) : NEVER}
    </EuiText>
  );
  return [
    {
      field: 'name',
      name: i18n.translate('awsSiem.rules.name', { defaultMessage: 'Name' }),
      sortable: true,
      render: (name: string, { id, summary }: RuleView) => (
        <div>
          <EuiLink {...linkTo(`/rules/${encodeURIComponent(id)}`)}>{name}</EuiLink>
          <EuiText size="xs" color="subdued" className="siem-clamp" title={summary}>
            {summary}
          </EuiText>
        </div>
      ),
    },
    {
      field: 'type',
      name: i18n.translate('awsSiem.rules.type', { defaultMessage: 'Type' }),
      width: '100px',
      sortable: true,
    },
    {
      field: 'severity',
      name: i18n.translate('awsSiem.rules.severity', { defaultMessage: 'Severity' }),
      width: '100px',
      sortable: ({ severity }: RuleView) => SEVERITIES.indexOf(severity),
      render: (severity: RuleView['severity']) => <SeverityBadge severity={severity} />,
    },
    {
      name: i18n.translate('awsSiem.rules.state', { defaultMessage: 'State' }),
      width: '20%',
      render: ({ status, enabled }: RuleView) => (
        <div>
          <StateBadge state={enabled ? status.state : 'disabled'} />
          {status.lastError && (
            <EuiText size="xs" color="danger" data-test-subj="siemLastError">
              {status.lastError.message}
            </EuiText>
          )}
          {!status.lastError && status.lastRunAt && (
            <EuiText size="xs" color="subdued">
              {i18n.translate('awsSiem.rules.lastRun', {
                defaultMessage: 'ran {time}',
                values: { time: formatTime(status.lastRunAt) },
              })}
            </EuiText>
          )}
        </div>
      ),
    },
    {
      name: i18n.translate('awsSiem.rules.lastAlert', { defaultMessage: 'Last alert' }),
      width: '184px',
      sortable: ({ status }: RuleView) => status.lastAlertAt ?? '',
      render: ({ id, status }: RuleView) =>
        status.lastAlertAt ? (
          <EuiLink {...linkTo(`/alerts?rule=${encodeURIComponent(id)}&from=now-30d`)}>
            {time(status.lastAlertAt)}
          </EuiLink>
        ) : (
          time(undefined)
        ),
    },
    {
      name: i18n.translate('awsSiem.rules.enabled', { defaultMessage: 'On' }),
      width: '64px',
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
          onChange={() => setEnabled([rule], !rule.enabled)}
          data-test-subj="siemRuleSwitch"
        />
      ),
    },
  ];
}

interface Actions {
  edit(rule: RuleView): void;
  remove(rules: RuleView[]): void;
}

export function ruleActions({ edit, remove }: Actions): EuiTableActionsColumnType<RuleView> {
  return {
    name: i18n.translate('awsSiem.rules.actions', { defaultMessage: 'Actions' }),
    width: '80px',
    actions: [
      {
        type: 'icon',
        icon: 'pencil',
        name: i18n.translate('awsSiem.rules.edit', { defaultMessage: 'Edit' }),
        description: i18n.translate('awsSiem.rules.editHelp', { defaultMessage: 'Edit this rule' }),
        onClick: edit,
      },
      {
        type: 'icon',
        icon: 'trash',
        color: 'danger',
        name: i18n.translate('awsSiem.rules.delete', { defaultMessage: 'Delete' }),
        description: i18n.translate('awsSiem.rules.deleteHelp', { defaultMessage: 'Delete this rule' }),
        onClick: (rule) => remove([rule]),
        'data-test-subj': 'siemDeleteRule',
      },
    ],
  };
}
