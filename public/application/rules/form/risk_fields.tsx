import { EuiFieldNumber, EuiFlexGroup, EuiFlexItem, EuiSelect, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { RISK_SCORES, SEVERITIES, type Severity } from '../../../../common/rule';
import { severityLabel } from '../../../components/badges';
import { FormRow } from '../../../components/form_section';
import { useSearchScope } from '../../../components/query_input/search_scope';
import { TextListField } from '../../../components/text_list_field';
import type { RuleFieldProps } from './field_props';

const RISK_FIELD = i18n.translate('awsSiem.rule.riskScoreField', { defaultMessage: 'Risk score from' });
const NUMBERS = ['byte', 'short', 'integer', 'long', 'half_float', 'float', 'double', 'scaled_float'];

/** How bad it is: in words, and as a number of its own or out of the events. */
export function RiskFields({ values, errors, change }: RuleFieldProps) {
  const { fields, loading } = useSearchScope();
  const numbers = fields.filter(({ type }) => NUMBERS.includes(type)).map(({ name }) => name);
  return (
    <>
      <EuiSpacer size="m" />
      <EuiFlexGroup gutterSize="m">
        <EuiFlexItem>
          <FormRow
            label={i18n.translate('awsSiem.rule.severity', { defaultMessage: 'Severity' })}
            error={errors.severity}
          >
            <EuiSelect
              options={SEVERITIES.map((severity) => ({ value: severity, text: severityLabel(severity) }))}
              value={values.severity}
              onChange={(event) => change({ severity: event.target.value as Severity })}
              data-test-subj="siemField-severity"
            />
          </FormRow>
        </EuiFlexItem>
        <EuiFlexItem>
          <FormRow
            optional
            label={i18n.translate('awsSiem.rule.riskScore', { defaultMessage: 'Risk score' })}
            error={errors.riskScore}
          >
            <EuiFieldNumber
              min={0}
              max={100}
              value={values.riskScore ?? ''}
              placeholder={String(RISK_SCORES[values.severity])}
              isInvalid={!!errors.riskScore}
              onChange={({ target: { value } }) =>
                change({ riskScore: value === '' ? undefined : Number(value) })
              }
              data-test-subj="siemField-riskScore"
            />
          </FormRow>
        </EuiFlexItem>
        <EuiFlexItem>
          <FormRow optional label={RISK_FIELD} error={errors.riskScoreField}>
            <TextListField
              single
              label={RISK_FIELD}
              placeholder={i18n.translate('awsSiem.rule.riskScoreFieldNone', {
                defaultMessage: 'A field of the events',
              })}
              values={values.riskScoreField ? [values.riskScoreField] : []}
              suggestions={numbers}
              isLoading={loading}
              isInvalid={!!errors.riskScoreField}
              onChange={([riskScoreField]) => change({ riskScoreField })}
              testSubject="siemField-riskScoreField"
            />
          </FormRow>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
    </>
  );
}
