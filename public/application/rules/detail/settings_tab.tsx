import { EuiDescriptionList, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useCallback } from 'react';
import type { RuleTypeDeclaration } from '../../../../common/kinds';
import type { RuleView } from '../../../../common/rule';
import { TitledPanel } from '../../../components/titled_panel';
import { useTimeFormat } from '../../../components/use_time_format';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { ExceptionsPanel } from './exceptions_panel';
import { paramTexts } from './param_texts';
import { settingTexts, versionTexts, type SettingText } from './setting_texts';

interface Props {
  rule: RuleView;
  /** Absent for a rule of a type that we no longer know. */
  type?: RuleTypeDeclaration;
}

/** Everything that was set for the rule, and who set it. */
export function SettingsTab({ rule, type }: Props) {
  const { api } = useSiem();
  const formatTime = useTimeFormat();
  const { data } = useRequest(useCallback((signal: AbortSignal) => api.channels.list(signal), [api]));
  const names = new Map((data?.items ?? []).map(({ id, name }) => [id, name]));
  const channels = rule.channels.map((id) => names.get(id) ?? id);
  const params = paramTexts(type?.fields ?? [], rule.params).map(({ label, lines }) => ({
    title: label,
    description: lines.join('\n'),
  }));
  return (
    <>
      <div className="siem-grid siem-halves">
        <TitledPanel
          title={i18n.translate('awsSiem.ruleSettings.condition', {
            defaultMessage: 'When it raises an alert',
          })}
          note={type?.title ?? rule.type}
          testSubject="siemRuleParams"
        >
          <Settings items={params} />
        </TitledPanel>
        <TitledPanel
          title={i18n.translate('awsSiem.ruleSettings.running', {
            defaultMessage: 'How it runs, and who is told',
          })}
          testSubject="siemRuleSettings"
        >
          <Settings items={settingTexts(rule, channels, formatTime)} />
        </TitledPanel>
      </div>
      <EuiSpacer size="m" />
      <ExceptionsPanel exceptions={rule.exceptions ?? []} />
      <EuiSpacer size="m" />
      <TitledPanel
        title={i18n.translate('awsSiem.ruleSettings.version', { defaultMessage: 'Version' })}
        testSubject="siemRuleVersion"
      >
        <Settings items={versionTexts(rule, formatTime)} />
      </TitledPanel>
    </>
  );
}

function Settings({ items }: { items: SettingText[] }) {
  if (items.length === 0) {
    return (
      <EuiText size="s" color="subdued">
        <FormattedMessage id="awsSiem.ruleSettings.nothing" defaultMessage="Nothing was set." />
      </EuiText>
    );
  }
  return (
    <EuiDescriptionList
      compressed
      type="column"
      className="siem-settings"
      listItems={items}
      titleProps={{ className: 'siem-settingName' }}
      descriptionProps={{ className: 'siem-settingValue' }}
    />
  );
}
