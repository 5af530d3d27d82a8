import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiSwitch } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { FormRow, FormSection } from '../../../components/form_section';
import { TimeField } from '../../../components/time_field';
import { ChannelsField } from './channels_field';
import type { RuleFieldProps } from './field_props';

const SNOOZE = i18n.translate('awsSiem.rule.snooze', { defaultMessage: 'Snooze until' });

/** Who is told, and whether the rule runs. */
export function ResponseFields({ values, errors, change }: RuleFieldProps) {
  return (
    <FormSection title={i18n.translate('awsSiem.rule.action', { defaultMessage: 'What happens then' })}>
      <ChannelsField
        chosen={values.channels}
        error={errors.channels}
        onChange={(channels) => change({ channels })}
      />
      <EuiSpacer size="m" />
      <EuiFlexGroup gutterSize="m">
        <EuiFlexItem>
          <EuiSwitch
            label={i18n.translate('awsSiem.rule.testMode', {
              defaultMessage: 'Test mode: make alerts, tell nobody',
            })}
            checked={values.testMode ?? false}
            onChange={(event) => change({ testMode: event.target.checked || undefined })}
            data-test-subj="siemField-testMode"
          />
          <EuiSpacer size="m" />
          <EuiSwitch
            label={i18n.translate('awsSiem.rule.enabled', { defaultMessage: 'Run this rule' })}
            checked={values.enabled}
            onChange={(event) => change({ enabled: event.target.checked })}
            data-test-subj="siemField-enabled"
          />
        </EuiFlexItem>
        <EuiFlexItem>
          <FormRow
            optional
            label={SNOOZE}
            help={i18n.translate('awsSiem.rule.snoozeHelp', {
              defaultMessage: 'Until then alerts are made, and nobody is told.',
            })}
            error={errors.snoozedUntil}
          >
            <TimeField
              label={SNOOZE}
              value={values.snoozedUntil}
              onChange={(snoozedUntil) => change({ snoozedUntil })}
              testSubject="siemField-snoozedUntil"
            />
          </FormRow>
        </EuiFlexItem>
      </EuiFlexGroup>
    </FormSection>
  );
}
