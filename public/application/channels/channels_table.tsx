import {
  EuiInMemoryTable,
  EuiLink,
  EuiSwitch,
  EuiText,
  type EuiBasicTableColumn,
  type EuiTableActionsColumnType,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { useHistory } from 'react-router-dom';
import type { ChannelView } from '../../../common/channel';
import type { ChannelTypeDeclaration } from '../../../common/kinds';
import { StateBadge } from '../../components/badges';
import { useLinkTo } from '../../components/use_link_to';
import { useListActions } from '../../components/use_list_actions';
import { useTimeFormat } from '../../components/use_time_format';
import { formatNumber } from '../../services/format';
import { channelInputOf } from '../../services/inputs';
import { useSiem } from '../siem_context';

interface Props {
  channels: ChannelView[];
  types: ChannelTypeDeclaration[];
  reload(): void;
}

export function ChannelsTable({ channels, types, reload }: Props) {
  const { api, canWrite } = useSiem();
  const history = useHistory();
  const linkTo = useLinkTo();
  const formatTime = useTimeFormat();
  const { remove, changeEach } = useListActions<ChannelView>(api.channels.remove, reload);
  const path = (id: string) => `/channels/${encodeURIComponent(id)}`;

  const columns: Array<EuiBasicTableColumn<ChannelView>> = [
    {
      field: 'name',
      name: i18n.translate('awsSiem.channels.name', { defaultMessage: 'Name' }),
      sortable: true,
      render: (name: string, { id }: ChannelView) => <EuiLink {...linkTo(path(id))}>{name}</EuiLink>,
    },
    {
      field: 'type',
      name: i18n.translate('awsSiem.channels.type', { defaultMessage: 'Type' }),
      width: '120px',
      sortable: true,
      render: (type: string) => types.find(({ id }) => id === type)?.title ?? type,
    },
    {
      name: i18n.translate('awsSiem.channels.state', { defaultMessage: 'State' }),
      width: '34%',
      render: ({ status, enabled }: ChannelView) => (
        <div>
          <StateBadge state={enabled ? status.state : 'disabled'} />
          <EuiText size="xs" color={status.lastError ? 'danger' : 'subdued'}>
            {status.lastError?.message ??
              (status.lastDeliveryAt &&
                i18n.translate('awsSiem.channels.lastDelivery', {
                  defaultMessage: 'delivered {time}',
                  values: { time: formatTime(status.lastDeliveryAt) },
                }))}
          </EuiText>
        </div>
      ),
    },
    count('delivered', i18n.translate('awsSiem.channels.delivered', { defaultMessage: 'Delivered' })),
    count('waiting', i18n.translate('awsSiem.channels.waiting', { defaultMessage: 'Waiting' })),
    {
      name: i18n.translate('awsSiem.channels.enabled', { defaultMessage: 'On' }),
      width: '64px',
      render: (channel: ChannelView) => (
        <EuiSwitch
          compressed
          showLabel={false}
          label={i18n.translate('awsSiem.channels.enable', {
            defaultMessage: 'Send to {name}',
            values: { name: channel.name },
          })}
          checked={channel.enabled}
          disabled={!canWrite}
          onChange={() =>
            void changeEach([channel], () =>
              api.channels.update(channel, { ...channelInputOf(channel), enabled: !channel.enabled }),
            )
          }
        />
      ),
    },
  ];
  const actions: EuiTableActionsColumnType<ChannelView> = {
    name: i18n.translate('awsSiem.channels.actions', { defaultMessage: 'Actions' }),
    width: '80px',
    actions: [
      {
        type: 'icon',
        icon: 'pencil',
        name: i18n.translate('awsSiem.channels.edit', { defaultMessage: 'Edit' }),
        description: i18n.translate('awsSiem.channels.editHelp', { defaultMessage: 'Edit this channel' }),
        onClick: ({ id }) => history.push(path(id)),
      },
      {
        type: 'icon',
        icon: 'trash',
        color: 'danger',
        name: i18n.translate('awsSiem.channels.delete', { defaultMessage: 'Delete' }),
        description: i18n.translate('awsSiem.channels.deleteHelp', { defaultMessage: 'Delete this channel' }),
        onClick: (channel) =>
          void remove(
            [channel],
            i18n.translate('awsSiem.channels.deleteConsequence', {
              defaultMessage: 'Rules that use it go on, but tell nobody through it any more.',
            }),
          ),
        'data-test-subj': 'siemDeleteChannel',
      },
    ],
  };

  return (
    <EuiInMemoryTable
      items={channels}
      itemId="id"
      columns={[...columns, ...(canWrite ? [actions] : [])]}
      sorting={{ sort: { field: 'name', direction: 'asc' } }}
      pagination={{ initialPageSize: 25, pageSizeOptions: [25, 50, 100] }}
      tableCaption={i18n.translate('awsSiem.channels.caption', { defaultMessage: 'Channels' })}
      data-test-subj="siemChannelsTable"
    />
  );
}

function count(key: 'delivered' | 'waiting', name: string): EuiBasicTableColumn<ChannelView> {
  return {
    name,
    width: '100px',
    align: 'right',
    sortable: ({ status }: ChannelView) => status[key],
    render: ({ status }: ChannelView) => <span className="siem-number">{formatNumber(status[key])}</span>,
  };
}
