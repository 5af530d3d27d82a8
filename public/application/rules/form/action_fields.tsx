import { EuiComboBox, EuiLink, EuiSelect, EuiSpacer, EuiSwitch } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useCallback } from 'react';
import { APP_ID } from '../../../../common/plugin';
import { SEVERITIES, type Severity } from '../../../../common/rule';
import { severityLabel } from '../../../components/badges';
import { FormRow, FormSection } from '../../../components/form_section';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import type { RuleFieldProps } from './field_props';

const CHANNELS = i18n.translate('awsSiem.rule.channels', { defaultMessage: 'Channels' });

/** How bad it is, who is told, and whether the rule runs. */
export function ActionFields({ values, errors, change }: RuleFieldProps) {
  return (
    <FormSection title={i18n.translate('awsSiem.rule.action', { defaultMessage: 'What happens then' })}>
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
      <ChannelsRow
        chosen={values.channels}
        error={errors.channels}
        onChange={(channels) => change({ channels })}
      />
      <EuiSpacer size="m" />
      <EuiSwitch
        label={i18n.translate('awsSiem.rule.enabled', { defaultMessage: 'Run this rule' })}
        checked={values.enabled}
        onChange={(event) => change({ enabled: event.target.checked })}
        data-test-subj="siemField-enabled"
      />
    </FormSection>
  );
}

interface ChannelsRowProps {
  /** Ids. */
  chosen: string[];
  error?: string;
  onChange(ids: string[]): void;
}

function ChannelsRow({ chosen, error, onChange }: ChannelsRowProps) {
  const { api, core } = useSiem();
  const { data, loading } = useRequest(
    useCallback((signal: AbortSignal) => api.channels.list(signal), [api]),
  );
  const names = new Map((data?.items ?? []).map(({ id, name }) => [id, name]));
  const option = (id: string) => ({ value: id, label: names.get(id) ?? id });
  return (
    <FormRow
      optional
      label={CHANNELS}
      help={
        <FormattedMessage
          id="awsSiem.rule.channelsHelp"
          defaultMessage="Who is told of new alerts. {make}"
          values={{
            make: (
              <EuiLink
                href={core.application.getUrlForApp(APP_ID, { path: '/channels/new' })}
                target="_blank"
                data-test-subj="siemMakeChannel"
              >
                <FormattedMessage id="awsSiem.rule.makeChannel" defaultMessage="Make a channel" />
              </EuiLink>
            ),
          }}
        />
      }
      error={error}
    >
      <EuiComboBox
        fullWidth
        aria-label={CHANNELS}
        isLoading={loading}
        isInvalid={!!error}
        options={[...names.keys()].map(option)}
        selectedOptions={chosen.map(option)}
        onChange={(options) => onChange(options.map(({ value }) => String(value)))}
        data-test-subj="siemField-channels"
      />
    </FormRow>
  );
}
