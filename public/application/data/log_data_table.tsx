import { EuiInMemoryTable, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { formatBytes, formatNumber } from '../../services/format';
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
  const number = (field: 'docs' | 'shardsKept', name: string) => ({
    field,
    name,
    align: 'right' as const,
    sortable: true,
    render: (value?: number) => (
      <span className="siem-number">{value === undefined ? '–' : formatNumber(value)}</span>
    ),
  });
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
    number('docs', i18n.translate('awsSiem.data.events', { defaultMessage: 'Events' })),
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
    number('shardsKept', i18n.translate('awsSiem.data.shardsKept', { defaultMessage: 'Shards in a year' })),
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
