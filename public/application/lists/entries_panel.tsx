import {
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import type { ListView } from '../../../common/list';
import { useTimeFormat } from '../../components/use_time_format';
import { RequestError } from '../../components/page_states';
import { formatNumber } from '../../services/format';
import { useAction } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { EntriesTable } from './entries_table';
import { ImportForm } from './import_form';
import { ListState } from './list_state';
import { saveText } from './save_text';

/** The entries of a list: how many, what they are, and how they get in and out. */
export function EntriesPanel({ list: loaded }: { list: ListView }) {
  const { api, canWrite } = useSiem();
  const formatTime = useTimeFormat();
  const [list, setList] = useState(loaded);
  const [turn, setTurn] = useState(0);
  const { id, status } = list;
  const fetchNow = useAction(async () => show(await api.lists.refresh(id)));
  const save = useAction(async () => saveText(`${id}.txt`, await api.lists.exportEntries(id)));

  /** Shows the list as it is now, and its entries anew. */
  function show(next: ListView): void {
    setList(next);
    setTurn((current) => current + 1);
  }

  return (
    <EuiPanel hasShadow={false} paddingSize="l" data-test-subj="siemListEntries">
      <EuiFlexGroup alignItems="center" responsive={false} gutterSize="s" wrap>
        <EuiFlexItem>
          <EuiTitle size="xs">
            <h2>
              <FormattedMessage
                id="awsSiem.list.entries"
                defaultMessage="{count, plural, =0 {No entries} one {One entry} other {{shown} entries}}"
                values={{ count: status.entries, shown: formatNumber(status.entries) }}
              />
            </h2>
          </EuiTitle>
        </EuiFlexItem>
        {list.url !== undefined && canWrite && (
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              size="s"
              iconType="refresh"
              isLoading={fetchNow.running}
              onClick={() => void fetchNow.run()}
              data-test-subj="siemFetchList"
            >
              <FormattedMessage id="awsSiem.list.fetchNow" defaultMessage="Fetch now" />
            </EuiButtonEmpty>
          </EuiFlexItem>
        )}
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="exportAction"
            isLoading={save.running}
            isDisabled={status.entries === 0}
            onClick={() => void save.run()}
            data-test-subj="siemExportList"
          >
            <FormattedMessage id="awsSiem.list.export" defaultMessage="Export" />
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center">
        <EuiFlexItem grow={false}>
          <ListState state={status.state} />
        </EuiFlexItem>
        <EuiFlexItem>
          <EuiText size="xs" color={status.lastError ? 'danger' : 'subdued'}>
            {status.lastError?.message ?? (status.refreshedAt && formatTime(status.refreshedAt))}
          </EuiText>
        </EuiFlexItem>
      </EuiFlexGroup>
      {list.usedBy.length > 0 && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('awsSiem.list.usedBy', {
            defaultMessage: 'Used by {rules}',
            values: { rules: list.usedBy.join(', ') },
          })}
        </EuiText>
      )}
      {(fetchNow.error ?? save.error) && <RequestError error={(fetchNow.error ?? save.error) as Error} />}
      <EuiSpacer size="m" />
      {canWrite && <ImportForm list={list} onImported={async () => show(await api.lists.get(id))} />}
      <EuiSpacer size="m" />
      <EntriesTable key={turn} list={list} onChanged={show} />
    </EuiPanel>
  );
}
