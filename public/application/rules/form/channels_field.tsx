import { EuiComboBox, EuiLink } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useCallback } from 'react';
import { APP_ID } from '../../../../common/plugin';
import { FormRow } from '../../../components/form_section';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';

const CHANNELS = i18n.translate('awsSiem.rule.channels', { defaultMessage: 'Channels' });

interface Props {
  /** Ids. */
  chosen: string[];
  error?: string;
  onChange(ids: string[]): void;
}

/** Channels that are told of new alerts, with a way to make one. */
export function ChannelsField({ chosen, error, onChange }: Props) {
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
