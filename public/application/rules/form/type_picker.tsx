import { EuiCheckableCard, EuiPanel, EuiText, EuiTitle, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { RuleTypeDeclaration } from '../../../../common/kinds';

interface Props {
  types: RuleTypeDeclaration[];
  chosen: string;
  onChoose(type: RuleTypeDeclaration): void;
}

/** What a new rule is to look for, one card for each type of rule. */
export function TypePicker({ types, chosen, onChoose }: Props) {
  return (
    <EuiPanel hasShadow={false} paddingSize="m">
      <EuiTitle size="xs">
        <h2>{i18n.translate('awsSiem.rule.type', { defaultMessage: 'What it looks for' })}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      <div
        className="siem-grid siem-typeCards"
        role="radiogroup"
        aria-label={i18n.translate('awsSiem.rule.typeLabel', { defaultMessage: 'Type of the rule' })}
        data-test-subj="siemField-type"
      >
        {types.map((type) => (
          <EuiCheckableCard
            key={type.id}
            id={`siemRuleType-${type.id}`}
            name="siemRuleType"
            value={type.id}
            label={
              <>
                <strong>{type.title}</strong>
                <EuiText size="xs" color="subdued">
                  {type.description}
                </EuiText>
              </>
            }
            checked={type.id === chosen}
            onChange={() => onChoose(type)}
            data-test-subj={`siemRuleType-${type.id}`}
          />
        ))}
      </div>
    </EuiPanel>
  );
}
