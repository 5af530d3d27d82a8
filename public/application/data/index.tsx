import { EuiPanel, EuiSpacer, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useMemo, useState, type ReactNode } from 'react';
import type { DataResponse } from '../../../common/retention';
import { Fact } from '../../components/fact';
import { PageHeader } from '../../components/page_header';
import { PageLoading, RequestError } from '../../components/page_states';
import { useTimeFormat } from '../../components/use_time_format';
import { formatBytes, formatNumber } from '../../services/format';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { deletedNext, logRows, type LogRow } from './data_rows';
import { DeletionNote } from './deletion_note';
import { LogDataFlyout } from './log_data_flyout';
import { LogDataTable } from './log_data_table';
import { OtherData } from './other_data';
import { RefreshButton } from '../../components/refresh_button';

/** What is stored, in which indices, and how long it is kept. */
export function DataPage() {
  const { api } = useSiem();
  const { data, error, loading, reload } = useRequest(api.data);
  return (
    <div data-test-subj="siemData">
      <PageHeader
        title={i18n.translate('awsSiem.data.title', { defaultMessage: 'Data' })}
        description={i18n.translate('awsSiem.data.description', {
          defaultMessage: 'What is stored, in which indices, and how long it is kept.',
        })}
        actions={<RefreshButton loading={loading} reload={reload} />}
      />
      {error && <RequestError error={error} retry={reload} />}
      {!data && loading && <PageLoading />}
      {data && <Data data={data} reload={reload} />}
    </div>
  );
}

function Data({ data, reload }: { data: DataResponse; reload(): void }) {
  const { api, core } = useSiem();
  const { data: types } = useRequest(api.logTypes);
  const [editing, setEditing] = useState<LogRow>();
  const now = useMemo(() => Date.now(), []);
  const titleOf = (type: string) => types?.items.find(({ id }) => id === type)?.title ?? type;

  function saved(): void {
    core.notifications.toasts.addSuccess(
      i18n.translate('awsSiem.data.saved', { defaultMessage: 'Saved how data is kept' }),
    );
    setEditing(undefined);
    reload();
  }

  return (
    <>
      <Facts data={data} />
      <EuiSpacer size="m" />
      <DeletionNote deleted={deletedNext(data, now)} />
      <EuiSpacer size="m" />
      <Section title={i18n.translate('awsSiem.data.logs', { defaultMessage: 'Events' })}>
        <LogDataTable rows={logRows(data, now)} titleOf={titleOf} edit={setEditing} />
      </Section>
      <EuiSpacer size="m" />
      <Section title={i18n.translate('awsSiem.data.others', { defaultMessage: 'Everything else' })}>
        <OtherData data={data} now={now} saved={saved} />
      </Section>
      {editing && (
        <LogDataFlyout
          row={editing}
          title={titleOf(editing.type)}
          shards={data.shards}
          now={now}
          close={() => setEditing(undefined)}
          saved={saved}
        />
      )}
    </>
  );
}

function Facts({ data: { indices, shards, lastRun } }: { data: DataResponse }) {
  const formatTime = useTimeFormat();
  const sum = (field: 'docs' | 'bytes') => indices.reduce((total, index) => total + index[field], 0);
  return (
    <div className="siem-grid siem-facts">
      <Fact
        label={i18n.translate('awsSiem.data.fact.stored', { defaultMessage: 'Stored' })}
        value={formatBytes(sum('bytes'))}
        note={i18n.translate('awsSiem.data.fact.documents', {
          defaultMessage:
            '{docs} documents in {count, plural, one {# index} other {# indices}}, copies included',
          values: { docs: formatNumber(sum('docs')), count: indices.length },
        })}
      />
      <Fact
        label={i18n.translate('awsSiem.data.fact.shards', { defaultMessage: 'Shards of the cluster' })}
        value={shards ? formatNumber(shards.open) : '–'}
        note={
          shards &&
          i18n.translate('awsSiem.data.fact.limit', {
            defaultMessage: 'of {limit} that may be',
            values: { limit: formatNumber(shards.limit) },
          })
        }
      />
      <Fact
        label={i18n.translate('awsSiem.data.fact.lastRun', { defaultMessage: 'Last deletion' })}
        value={lastRun ? formatTime(lastRun.at) : '–'}
        note={
          lastRun &&
          (lastRun.error ??
            i18n.translate('awsSiem.data.fact.deleted', {
              defaultMessage: '{count, plural, =0 {nothing was old enough} one {# index} other {# indices}}',
              values: { count: lastRun.deleted.length },
            }))
        }
      />
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <EuiPanel hasShadow={false} paddingSize="m">
      <EuiTitle size="xs">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      {children}
    </EuiPanel>
  );
}
