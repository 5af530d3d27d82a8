import {
  EuiBasicTable,
  EuiFilterButton,
  EuiFilterGroup,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  type Criteria,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import type { SourceView } from '../../../../common/source';
import type { SourceObject } from '../../../../common/source_detail';
import { CursorPager } from '../../../components/cursor_pager';
import { PageLoading, RequestError } from '../../../components/page_states';
import { SearchBar } from '../../../components/search_bar';
import { useTimeFormat } from '../../../components/use_time_format';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { objectsQuery, type TabProps } from './detail_params';
import { objectColumns, objectStatusLabel } from './object_columns';
import { useReadAgain } from './use_read_again';

const STATUSES = ['done', 'reading', 'failed'];

/** The ledger of the source: every object that was read, or is tried again. */
export function ObjectsTab({ source, params, setParams }: TabProps & { source: SourceView }) {
  const { api } = useSiem();
  const formatTime = useTimeFormat();
  const { search, status, sort, order, after } = params;
  const load = useCallback(
    (signal: AbortSignal) =>
      api.sourceDetail.objects(source.id, objectsQuery({ search, status, sort, order, after }), signal),
    [api, source.id, search, status, sort, order, after],
  );
  const { data, error, loading, reload } = useRequest(load);
  const readAgain = useReadAgain(source);
  const setFilters = (changes: Partial<typeof params>) => setParams({ ...changes, after: '' });
  const filtered = search !== '' || status !== '';

  return (
    <EuiPanel hasShadow={false} paddingSize="m" data-test-subj="siemObjects">
      <EuiFlexGroup gutterSize="s" alignItems="center">
        <EuiFlexItem>
          <SearchBar
            value={search}
            placeholder={i18n.translate('awsSiem.objects.search', {
              defaultMessage: 'Part of a key, or a pattern of whole keys such as AWSLogs/*/2026/01/15/*',
            })}
            onSearch={(text) => setFilters({ search: text })}
            testSubject="siemObjectsSearch"
          />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiFilterGroup
            role="group"
            aria-label={i18n.translate('awsSiem.objects.status', { defaultMessage: 'State' })}
          >
            {STATUSES.map((word) => (
              <EuiFilterButton
                key={word}
                hasActiveFilters={status === word}
                aria-pressed={status === word}
                onClick={() => setFilters({ status: status === word ? '' : word })}
                data-test-subj={`siemFilter-${word}`}
              >
                {objectStatusLabel(word)}
              </EuiFilterButton>
            ))}
          </EuiFilterGroup>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {error && <RequestError error={error} retry={reload} />}
      {!data && loading && <PageLoading />}
      {data && !error && (
        <>
          <EuiBasicTable
            items={data.items}
            itemId="id"
            columns={objectColumns({
              formatTime,
              onRejects: (key) => setParams({ tab: 'rejects', object: key, after: '' }),
              onReadAgain: readAgain,
            })}
            loading={loading}
            noItemsMessage={
              filtered
                ? i18n.translate('awsSiem.objects.noneFiltered', {
                    defaultMessage: 'No object fits. Clear the search or the filter.',
                  })
                : i18n.translate('awsSiem.objects.none', {
                    defaultMessage:
                      'No object was read yet. The settings have a test that shows what is found in the bucket.',
                  })
            }
            sorting={{
              sort: { field: sort as keyof SourceObject, direction: order === 'asc' ? 'asc' : 'desc' },
            }}
            onChange={({ sort: next }: Criteria<SourceObject>) =>
              setFilters({ sort: String(next?.field ?? 'at'), order: next?.direction ?? 'desc' })
            }
            tableCaption={i18n.translate('awsSiem.objects.caption', { defaultMessage: 'Objects read' })}
            data-test-subj="siemObjectsTable"
          />
          <CursorPager
            shown={data.items.length}
            total={data.total}
            next={data.next}
            current={after}
            onChange={(cursor) => setParams({ after: cursor })}
          />
        </>
      )}
    </EuiPanel>
  );
}
