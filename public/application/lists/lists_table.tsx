import {
  EuiBadge,
  EuiInMemoryTable,
  EuiLink,
  EuiText,
  type EuiBasicTableColumn,
  type EuiTableActionsColumnType,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { useHistory } from 'react-router-dom';
import type { ListView } from '../../../common/list';
import { useLinkTo } from '../../components/use_link_to';
import { useListActions } from '../../components/use_list_actions';
import { useTimeFormat } from '../../components/use_time_format';
import { formatNumber } from '../../services/format';
import { useSiem } from '../siem_context';
import { ListState } from './list_state';
import { KIND_LABELS } from './list_values';

export function ListsTable({ lists, reload }: { lists: ListView[]; reload(): void }) {
  const { api, canWrite } = useSiem();
  const history = useHistory();
  const linkTo = useLinkTo();
  const formatTime = useTimeFormat();
  const { remove } = useListActions<ListView>(api.lists.remove, reload);
  const path = (id: string) => `/lists/${encodeURIComponent(id)}`;

  const columns: Array<EuiBasicTableColumn<ListView>> = [
    {
      field: 'name',
      name: i18n.translate('awsSiem.lists.name', { defaultMessage: 'Name' }),
      sortable: true,
      width: '24%',
      render: (name: string, { id, description }: ListView) => (
        <div>
          <EuiLink {...linkTo(path(id))}>{name}</EuiLink>
          {description && (
            <EuiText size="xs" color="subdued">
              {description}
            </EuiText>
          )}
        </div>
      ),
    },
    {
      name: i18n.translate('awsSiem.lists.kind', { defaultMessage: 'Values' }),
      sortable: ({ kind }: ListView) => KIND_LABELS[kind],
      render: ({ kind, indicator }: ListView) => (
        <div>
          {KIND_LABELS[kind]}{' '}
          {indicator && (
            <EuiBadge color="warning">
              <FormattedMessage id="awsSiem.lists.indicator" defaultMessage="Indicators" />
            </EuiBadge>
          )}
        </div>
      ),
    },
    {
      name: i18n.translate('awsSiem.lists.entries', { defaultMessage: 'Entries' }),
      width: '100px',
      align: 'right',
      sortable: ({ status }: ListView) => status.entries,
      render: ({ status }: ListView) => <span className="siem-number">{formatNumber(status.entries)}</span>,
    },
    {
      name: i18n.translate('awsSiem.lists.state', { defaultMessage: 'State' }),
      width: '24%',
      render: ({ status }: ListView) => (
        <div>
          <ListState state={status.state} />
          <EuiText size="xs" color={status.lastError ? 'danger' : 'subdued'}>
            {status.lastError?.message ?? (status.refreshedAt && formatTime(status.refreshedAt))}
          </EuiText>
        </div>
      ),
    },
    {
      name: i18n.translate('awsSiem.lists.usedBy', { defaultMessage: 'Used by' }),
      render: ({ usedBy }: ListView) => <EuiText size="xs">{usedBy.join(', ') || '–'}</EuiText>,
    },
  ];
  const actions: EuiTableActionsColumnType<ListView> = {
    name: i18n.translate('awsSiem.lists.actions', { defaultMessage: 'Actions' }),
    width: '80px',
    actions: [
      {
        type: 'icon',
        icon: 'pencil',
        name: i18n.translate('awsSiem.lists.edit', { defaultMessage: 'Edit' }),
        description: i18n.translate('awsSiem.lists.editHelp', { defaultMessage: 'Edit this list' }),
        onClick: ({ id }) => history.push(path(id)),
      },
      {
        type: 'icon',
        icon: 'trash',
        color: 'danger',
        name: i18n.translate('awsSiem.lists.delete', { defaultMessage: 'Delete' }),
        description: i18n.translate('awsSiem.lists.deleteHelp', { defaultMessage: 'Delete this list' }),
        onClick: (list) =>
          void remove(
            [list],
            i18n.translate('awsSiem.lists.deleteConsequence', {
              defaultMessage:
                'Its entries are gone. What it marked stays marked. A list that rules use is kept.',
            }),
          ),
        'data-test-subj': 'siemDeleteList',
      },
    ],
  };

  return (
    <EuiInMemoryTable
      items={lists}
      itemId="id"
      columns={[...columns, ...(canWrite ? [actions] : [])]}
      sorting={{ sort: { field: 'name', direction: 'asc' } }}
      pagination={{ initialPageSize: 25, pageSizeOptions: [25, 50, 100] }}
      tableCaption={i18n.translate('awsSiem.lists.caption', { defaultMessage: 'Lists' })}
      data-test-subj="siemListsTable"
    />
  );
}
