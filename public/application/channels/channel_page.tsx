import { EuiPanel } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import { useHistory, useParams } from 'react-router-dom';
import { PageHeader } from '../../components/page_header';
import { PageLoading, RequestError } from '../../components/page_states';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { ChannelForm } from './channel_form';

/** A new channel, or one that is there. */
export function ChannelPage() {
  const { api } = useSiem();
  const history = useHistory();
  const { id } = useParams<{ id: string }>();
  const isNew = id === 'new';
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [types, channel] = await Promise.all([
        api.channelTypes(signal),
        isNew ? undefined : api.channels.get(id, signal),
      ]);
      return { types: types.items, channel };
    },
    [api, id, isNew],
  );
  const { data, error, reload } = useRequest(load);
  return (
    <>
      <PageHeader
        title={
          data?.channel?.name ??
          (isNew
            ? i18n.translate('awsSiem.channel.new', { defaultMessage: 'Add a channel' })
            : i18n.translate('awsSiem.channel.title', { defaultMessage: 'Channel' }))
        }
        parent={{
          title: i18n.translate('awsSiem.channel.parent', { defaultMessage: 'Channels' }),
          path: '/channels',
        }}
      />
      {error && <RequestError error={error} retry={reload} />}
      {!data && !error && <PageLoading />}
      {data && (
        <EuiPanel hasShadow={false} paddingSize="l" style={{ maxWidth: 800 }}>
          <ChannelForm
            // By what was loaded, not by the URL, so that a form never holds the values of another channel.
            key={data.channel?.id ?? 'new'}
            types={data.types}
            channel={data.channel}
            onSaved={() => history.push('/channels')}
          />
        </EuiPanel>
      )}
    </>
  );
}
