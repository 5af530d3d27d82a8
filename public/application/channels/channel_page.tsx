import { EuiPanel } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { ItemPage } from '../../components/item_page';
import { useSiem } from '../siem_context';
import { ChannelForm } from './channel_form';

const TITLES = {
  create: i18n.translate('awsSiem.channel.new', { defaultMessage: 'Add a channel' }),
  item: i18n.translate('awsSiem.channel.title', { defaultMessage: 'Channel' }),
  list: i18n.translate('awsSiem.channel.parent', { defaultMessage: 'Channels' }),
};

/** A new channel, or one that is there. */
export function ChannelPage() {
  const { api } = useSiem();
  return (
    <ItemPage titles={TITLES} path="/channels" loadTypes={api.channelTypes} loadItem={api.channels.get}>
      {({ types, item, done }) => (
        <EuiPanel hasShadow={false} paddingSize="l" style={{ maxWidth: 800 }}>
          <ChannelForm types={types} channel={item} onSaved={done} />
        </EuiPanel>
      )}
    </ItemPage>
  );
}
