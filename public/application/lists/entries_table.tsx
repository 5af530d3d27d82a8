import {
  EuiBasicTable,
  EuiButtonIcon,
  EuiFieldSearch,
  EuiSpacer,
  type CriteriaWithPagination,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback, useState } from 'react';
import type { ListEntry, ListView } from '../../../common/list';
import { RequestError } from '../../components/page_states';
import { useTimeFormat } from '../../components/use_time_format';
import { useAction, useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { AddEntry } from './add_entry';

/** The entries of a list, a page at a time, with what adds and removes single ones. */
export function EntriesTable({ list, onChanged }: { list: ListView; onChanged(list: ListView): void }) {
  const { api, canWrite } = useSiem();
  const formatTime = useTimeFormat();
  const [query, setQuery] = useState('');
  const [page, setPage] = useState({ index: 0, size: 25 });
  const { id } = list;
  const request = useRequest(
    useCallback(
      (signal: AbortSignal) => api.lists.entries(id, { query, page: page.index, size: page.size }, signal),
      [api, id, query, page],
    ),
  );
  const remove = useAction(async (value: string) =>
    onChanged(await api.lists.changeEntries(id, { remove: [value] })),
  );
  const columns: Array<EuiBasicTableColumn<ListEntry>> = [
    {
      field: 'value',
      name: i18n.translate('awsSiem.entries.value', { defaultMessage: 'Value' }),
      render: (value: string) => <span className="siem-break">{value}</span>,
    },
    {
      field: 'expires',
      name: i18n.translate('awsSiem.entries.expires', { defaultMessage: 'Expires' }),
      width: '200px',
      render: (expires?: string) => (expires ? formatTime(expires) : '–'),
    },
    { field: 'comment', name: i18n.translate('awsSiem.entries.comment', { defaultMessage: 'Comment' }) },
  ];
  const removal: EuiBasicTableColumn<ListEntry> = {
    name: i18n.translate('awsSiem.entries.actions', { defaultMessage: 'Actions' }),
    width: '70px',
    render: ({ value }: ListEntry) => (
      <EuiButtonIcon
        iconType="trash"
        color="danger"
        aria-label={i18n.translate('awsSiem.entries.remove', {
          defaultMessage: 'Remove {value}',
          values: { value },
        })}
        isDisabled={remove.running}
        onClick={() => void remove.run(value)}
        data-test-subj="siemRemoveEntry"
      />
    ),
  };

  return (
    <>
      {canWrite && <AddEntry id={id} onAdded={onChanged} />}
      <EuiFieldSearch
        fullWidth
        aria-label={i18n.translate('awsSiem.entries.search', { defaultMessage: 'Search the entries' })}
        placeholder={i18n.translate('awsSiem.entries.searchHint', {
          defaultMessage: 'Part of a value or comment',
        })}
        onSearch={(text) => {
          setQuery(text);
          setPage({ ...page, index: 0 });
        }}
        data-test-subj="siemSearchEntries"
      />
      <EuiSpacer size="s" />
      {(request.error ?? remove.error) && <RequestError error={(request.error ?? remove.error) as Error} />}
      <EuiBasicTable
        items={request.data?.items ?? []}
        itemId="value"
        columns={canWrite ? [...columns, removal] : columns}
        loading={request.loading}
        noItemsMessage={i18n.translate('awsSiem.entries.none', { defaultMessage: 'No entries' })}
        pagination={{
          pageIndex: page.index,
          pageSize: page.size,
          totalItemCount: request.data?.total ?? 0,
          pageSizeOptions: [25, 100],
        }}
        onChange={({ page: next }: CriteriaWithPagination<ListEntry>) => setPage(next)}
        tableCaption={i18n.translate('awsSiem.entries.caption', { defaultMessage: 'Entries of the list' })}
        data-test-subj="siemEntriesTable"
      />
    </>
  );
}
