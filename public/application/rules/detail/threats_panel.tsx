import { EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { RuleView } from '../../../../common/rule';
import { TitledPanel } from '../../../components/titled_panel';
import { tacticName, tacticUrl, techniqueName, techniqueUrl } from '../threat_names';

/** What of MITRE ATT&CK the rule finds. */
export function ThreatsPanel({ rule: { threats = [] } }: { rule: RuleView }) {
  if (threats.length === 0) return null;
  return (
    <TitledPanel
      title={i18n.translate('awsSiem.ruleThreats.title', { defaultMessage: 'MITRE ATT&CK' })}
      testSubject="siemRuleThreats"
    >
      <EuiText size="s">
        <ul>
          {threats.map(({ tactic, technique }) => (
            <li key={`${tactic} ${technique ?? ''}`}>
              <EuiLink href={tacticUrl(tactic)} target="_blank">
                {tacticName(tactic)}
              </EuiLink>
              {technique !== undefined && (
                <>
                  {' › '}
                  <EuiLink href={techniqueUrl(technique)} target="_blank">
                    {techniqueName(technique)}
                  </EuiLink>
                </>
              )}
            </li>
          ))}
        </ul>
      </EuiText>
    </TitledPanel>
  );
}
