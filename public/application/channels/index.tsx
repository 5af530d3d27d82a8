import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import { ListPage } from '../../components/list_page';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { ChannelsTable } from './channels_table';

/** Who is told of alerts, and whether it arrives. */
export function ChannelsPage() {
  const { api } = useSiem();
  const request = useRequest(useCallback((signal: AbortSignal) => api.channels.list(signal), [api]));
  const types = useRequest(api.channelTypes);
  return (
    <ListPage
      title={i18n.translate('awsSiem.channels.title', { defaultMessage: 'Channels' })}
      description={i18n.translate('awsSiem.channels.description', {
        defaultMessage: 'Where alerts are sent to: mail, webhooks and the like',
      })}
      request={request}
      create={{
        label: i18n.translate('awsSiem.channels.add', { defaultMessage: 'Add a channel' }),
        path: '/channels/new',
        testSubject: 'siemAddChannel',
      }}
      empty={{
        icon: 'email',
        title: i18n.translate('awsSiem.channels.emptyTitle', { defaultMessage: 'No channels yet' }),
        text: i18n.translate('awsSiem.channels.emptyText', {
          defaultMessage: 'Alerts are kept here in any case. Add a channel so that somebody is told of them.',
        }),
      }}
      testSubject="siemChannels"
    >
      {(items) => <ChannelsTable channels={items} types={types.data?.items ?? []} reload={request.reload} />}
    </ListPage>
  );
}
