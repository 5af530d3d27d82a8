import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import { ListPage } from '../../components/list_page';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { ListsTable } from './lists_table';

/** Named lists of values that rules and enrichment use. */
export function ListsPage() {
  const { api } = useSiem();
  const request = useRequest(useCallback((signal: AbortSignal) => api.lists.list(signal), [api]));
  return (
    <ListPage
      title={i18n.translate('awsSiem.lists.title', { defaultMessage: 'Lists' })}
      description={i18n.translate('awsSiem.lists.description', {
        defaultMessage:
          'Addresses, domains, hashes and other values that rules compare with and events are marked by',
      })}
      request={request}
      create={{
        label: i18n.translate('awsSiem.lists.add', { defaultMessage: 'Add a list' }),
        path: '/lists/new',
        testSubject: 'siemAddList',
      }}
      empty={{
        icon: 'list',
        title: i18n.translate('awsSiem.lists.emptyTitle', { defaultMessage: 'No lists yet' }),
        text: i18n.translate('awsSiem.lists.emptyText', {
          defaultMessage:
            'Rules can ask for the values of a list, such as source.ip:"@vpn_exits". An indicator list marks each event that holds one of its values.',
        }),
      }}
      testSubject="siemLists"
    >
      {(items) => <ListsTable lists={items} reload={request.reload} />}
    </ListPage>
  );
}
