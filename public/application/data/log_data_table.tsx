import { EuiInMemoryTable, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { LOGS_PATTERN } from '../../../common/plugin';
import { DiscoverLink } from '../../components/discover_link';
import type { EventSearch } from '../../services/discover_link';
import { formatBytes, formatNumber } from '../../services/format';
import { phraseFilter } from '../../services/phrase_filter';
import { useSiem } from '../siem_context';
import type { LogRow } from './data_rows';
import { keptFor, ROTATION_LABELS } from './texts';

interface Props {
  rows: LogRow[];
  titleOf(type: string): string;
  edit(row: LogRow): void;
}

/** What is stored of each log type and namespace, and how it is kept. */
export function LogDataTable({ rows, titleOf, edit }: Props) {
  const { canWrite } = useSiem();
  const columns: Array<EuiBasicTableColumn<LogRow>> = [
    {
      field: 'type',
      name: i18n.translate('awsSiem.data.type', { defaultMessage: 'Log type' }),
      sortable: ({ type }: LogRow) => titleOf(type),
      render: (type: string) => titleOf(type),
    },
    {
      field: 'namespace',
      name: i18n.translate('awsSiem.data.namespace', { defaultMessage: 'Namespace' }),
      sortable: true,
    },
    {
      field: 'docs',
      name: i18n.translate('awsSiem.data.events', { defaultMessage: 'Events' }),
      align: 'right',
      sortable: true,
      render: (docs: number, row: LogRow) => (
        <span className="siem-number">
          <DiscoverLink search={eventsOf(row)}>{formatNumber(docs)}</DiscoverLink>
        </span>
      ),
    },
    {
      field: 'bytes',
      name: i18n.translate('awsSiem.data.stored', { defaultMessage: 'Stored' }),
      align: 'right',
      sortable: true,
      render: (bytes: number) => <span className="siem-number siem-nowrap">{formatBytes(bytes)}</span>,
    },
    {
      field: 'oldest',
      name: i18n.translate('awsSiem.data.since', { defaultMessage: 'Since' }),
      sortable: true,
      render: (oldest?: number) => (oldest === undefined ? '–' : new Date(oldest).toISOString().slice(0, 10)),
    },
    {
      field: 'rotation',
      name: i18n.translate('awsSiem.data.rotation', { defaultMessage: 'Rotation' }),
      render: (_: string, { rotation, pending }: LogRow) => (
        <div>
          {ROTATION_LABELS[rotation]}
          {pending && (
            <EuiText size="xs" color="subdued">
              {i18n.translate('awsSiem.data.pending', {
                defaultMessage: 'From {day} on: {rotation}',
                values: { day: pending.from, rotation: ROTATION_LABELS[pending.rotation] },
              })}
            </EuiText>
          )}
        </div>
      ),
    },
    {
      field: 'retentionDays',
      name: i18n.translate('awsSiem.data.kept', { defaultMessage: 'Kept' }),
      sortable: true,
      render: keptFor,
    },
    {
      field: 'shardsKept',
      name: i18n.translate('awsSiem.data.shardsKept', { defaultMessage: 'Shards in a year' }),
      align: 'right',
      sortable: true,
      render: (shards?: number) => (
        <span className="siem-number">{shards === undefined ? '–' : formatNumber(shards)}</span>
      ),
    },
  ];
  const actions: EuiBasicTableColumn<LogRow> = {
    name: i18n.translate('awsSiem.data.actions', { defaultMessage: 'Actions' }),
    width: '80px',
    actions: [
      {
        type: 'icon',
        icon: 'pencil',
        name: i18n.translate('awsSiem.data.editAction', { defaultMessage: 'Change' }),
        description: i18n.translate('awsSiem.data.editHelp', {
          defaultMessage: 'Change rotation and retention',
        }),
        onClick: edit,
        'data-test-subj': 'siemDataEdit',
      },
    ],
  };
  return (
    <EuiInMemoryTable
      items={rows}
      itemId={({ type, namespace }: LogRow) => `${type}-${namespace}`}
      columns={canWrite ? [...columns, actions] : columns}
      sorting={{ sort: { field: 'bytes', direction: 'desc' } }}
      pagination={rows.length > 20 ? { initialPageSize: 20 } : false}
      tableCaption={i18n.translate('awsSiem.data.caption', { defaultMessage: 'Stored events' })}
    />
  );
}

function eventsOf({ type, namespace, oldest }: LogRow): EventSearch {
  return {
    index: LOGS_PATTERN,
    filters: [phraseFilter('type', type), phraseFilter('siem.namespace', namespace)],
    ...(oldest !== undefined && { time: { from: new Date(oldest).toISOString(), to: 'now' } }),
  };
}
