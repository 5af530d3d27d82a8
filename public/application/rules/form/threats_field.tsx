import { EuiButtonEmpty, EuiButtonIcon, EuiFlexGroup, EuiFlexItem, EuiSelect, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { TACTICS, TECHNIQUES } from '../../../../common/mitre';
import type { Threat } from '../../../../common/rule';
import { FormRow } from '../../../components/form_section';
import { TextListField } from '../../../components/text_list_field';
import type { FieldErrors } from '../../../services/errors';

const THREATS = i18n.translate('awsSiem.rule.threats', { defaultMessage: 'MITRE ATT&CK' });
const TACTIC = i18n.translate('awsSiem.rule.tactic', { defaultMessage: 'Tactic' });
const TECHNIQUE = i18n.translate('awsSiem.rule.technique', { defaultMessage: 'Technique' });

interface Props {
  threats: Threat[];
  errors: FieldErrors;
  onChange(threats: Threat[]): void;
}

/** Tactics and techniques of MITRE ATT&CK that the rule finds; a technique that is not listed can be typed as its id. */
export function ThreatsField({ threats, errors, onChange }: Props) {
  const change = (position: number, threat: Threat) =>
    onChange(threats.map((each, at) => (at === position ? threat : each)));
  return (
    <FormRow optional label={THREATS} error={errors.threats}>
      <div role="group" aria-label={THREATS} data-test-subj="siemField-threats">
        {threats.map((threat, position) => (
          <React.Fragment key={position}>
            <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center">
              <EuiFlexItem grow={2}>
                <EuiSelect
                  compressed
                  aria-label={TACTIC}
                  options={TACTICS.map(({ id, name }) => ({ value: id, text: name }))}
                  value={threat.tactic}
                  onChange={(event) => change(position, { tactic: event.target.value })}
                  data-test-subj="siemTactic"
                />
              </EuiFlexItem>
              <EuiFlexItem grow={3}>
                <TechniqueField
                  threat={threat}
                  isInvalid={!!errors[`threats.${position}.technique`]}
                  onChange={(changed) => change(position, changed)}
                />
              </EuiFlexItem>
              <EuiFlexItem grow={false}>
                <EuiButtonIcon
                  iconType="trash"
                  color="danger"
                  aria-label={i18n.translate('awsSiem.rule.removeThreat', {
                    defaultMessage: 'Remove tactic {number}',
                    values: { number: position + 1 },
                  })}
                  onClick={() => onChange(threats.filter((_, at) => at !== position))}
                />
              </EuiFlexItem>
            </EuiFlexGroup>
            <EuiSpacer size="s" />
          </React.Fragment>
        ))}
        <EuiButtonEmpty
          size="xs"
          iconType="plusInCircle"
          isDisabled={threats.length >= 20}
          onClick={() => onChange([...threats, { tactic: TACTICS[0]?.id ?? '' }])}
          data-test-subj="siemAddThreat"
        >
          <FormattedMessage id="awsSiem.rule.addThreat" defaultMessage="Add tactic" />
        </EuiButtonEmpty>
      </div>
    </FormRow>
  );
}

interface TechniqueProps {
  threat: Threat;
  isInvalid: boolean;
  onChange(threat: Threat): void;
}

function TechniqueField({ threat: { tactic, technique }, isInvalid, onChange }: TechniqueProps) {
  const shown = ({ id, name }: { id: string; name: string }) => `${id} ${name}`;
  const known = TECHNIQUES.find(({ id }) => id === technique);
  return (
    <TextListField
      single
      label={TECHNIQUE}
      placeholder={TECHNIQUE}
      values={technique ? [known ? shown(known) : technique] : []}
      suggestions={TECHNIQUES.filter(({ tactics }) => tactics.includes(tactic)).map(shown)}
      isInvalid={isInvalid}
      onChange={([text]) => onChange({ tactic, ...(text && { technique: text.split(' ')[0] }) })}
      testSubject="siemTechnique"
    />
  );
}
