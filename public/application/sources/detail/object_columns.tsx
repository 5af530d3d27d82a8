import {
  EuiHealth,
  EuiLink,
  EuiText,
  type EuiBasicTableColumn,
  type EuiTableActionsColumnType,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { SourceObject } from '../../../../common/source_detail';
import { formatBytes, formatDuration, formatNumber } from '../../../services/format';

const STATUS: Record<string, { color: string; label: string }> = {
  done: { color: 'success', label: i18n.translate('awsSiem.object.done', { defaultMessage: 'Read' }) },
  failed: { color: 'danger', label: i18n.translate('awsSiem.object.failed', { defaultMessage: 'Failed' }) },
  reading: {
    color: 'primary',
    label: i18n.translate('awsSiem.object.reading', { defaultMessage: 'Being read' }),
  },
};

export function objectStatusLabel(status: string): string {
  return STATUS[status]?.label ?? status;
}

interface Parts {
  formatTime(time: string): string;
  /** Shows the rejects of an object. */
  onRejects(key: string): void;
  /** Reads an object again; absent where the user may not. */
  onReadAgain?(key: string): void;
}

export function objectColumns({
  formatTime,
  onRejects,
  onReadAgain,
}: Parts): Array<EuiBasicTableColumn<SourceObject>> {
  return [
    {
      field: 'key',
      name: i18n.translate('awsSiem.objects.key', { defaultMessage: 'Key' }),
      sortable: true,
      render: (key: string, { error }: SourceObject) => (
        <div className="siem-break">
          {key}
          {error && (
            <EuiText size="xs" color="danger" data-test-subj="siemObjectError">
              {error.message}
            </EuiText>
          )}
        </div>
      ),
    },
    {
      field: 'status',
      name: i18n.translate('awsSiem.objects.state', { defaultMessage: 'State' }),
      width: '180px',
      render: (status: string, object: SourceObject) => (
        <div>
          <EuiHealth color={STATUS[status]?.color ?? 'subdued'}>{objectStatusLabel(status)}</EuiHealth>
          <AttemptNote object={object} formatTime={formatTime} />
        </div>
      ),
    },
    {
      field: 'events',
      name: i18n.translate('awsSiem.objects.events', { defaultMessage: 'Events' }),
      width: '92px',
      align: 'right',
      sortable: true,
      render: (events: number) => <span className="siem-number">{formatNumber(events)}</span>,
    },
    {
      field: 'rejects',
      name: i18n.translate('awsSiem.objects.rejects', { defaultMessage: 'Rejects' }),
      width: '88px',
      align: 'right',
      sortable: true,
      render: (rejects: number, { key }: SourceObject) =>
        rejects === 0 ? (
          <span className="siem-number">0</span>
        ) : (
          <EuiLink className="siem-number" onClick={() => onRejects(key)} data-test-subj="siemObjectRejects">
            {formatNumber(rejects)}
          </EuiLink>
        ),
    },
    {
      field: 'bytes',
      name: i18n.translate('awsSiem.objects.bytes', { defaultMessage: 'Stored' }),
      width: '92px',
      align: 'right',
      sortable: true,
      render: (bytes: number) => <span className="siem-number siem-nowrap">{formatBytes(bytes)}</span>,
    },
    {
      field: 'took',
      name: i18n.translate('awsSiem.objects.took', { defaultMessage: 'Took' }),
      width: '88px',
      align: 'right',
      sortable: true,
      render: (took?: number) => <span className="siem-number siem-nowrap">{tookText(took)}</span>,
    },
    {
      field: 'at',
      name: i18n.translate('awsSiem.objects.at', { defaultMessage: 'When' }),
      width: '184px',
      sortable: true,
      render: (at: string) => <span className="siem-number siem-nowrap">{formatTime(at)}</span>,
    },
    ...(onReadAgain ? [againColumn(onReadAgain)] : []),
  ];
}

function againColumn(onReadAgain: (key: string) => void): EuiTableActionsColumnType<SourceObject> {
  return {
    name: i18n.translate('awsSiem.objects.actions', { defaultMessage: 'Actions' }),
    width: '84px',
    actions: [
      {
        type: 'icon',
        icon: 'refresh',
        name: i18n.translate('awsSiem.objects.again', { defaultMessage: 'Read again' }),
        description: i18n.translate('awsSiem.objects.againHelp', {
          defaultMessage: 'Read this object again, so that changed settings take effect on it',
        }),
        // One that failed is tried again by itself.
        available: ({ status }: SourceObject) => status === 'done',
        onClick: ({ key }) => onReadAgain(key),
        'data-test-subj': 'siemReadAgain',
      },
    ],
  };
}

function tookText(took: number | undefined): string {
  if (took === undefined) return '–';
  return took < 1_000
    ? i18n.translate('awsSiem.objects.ms', { defaultMessage: '{took} ms', values: { took } })
    : formatDuration(took);
}

function AttemptNote({
  object: { attempts, dueAt },
  formatTime,
}: { object: SourceObject } & Pick<Parts, 'formatTime'>) {
  if (attempts === undefined || dueAt === undefined) return null;
  return (
    <EuiText size="xs" color="subdued">
      {i18n.translate('awsSiem.objects.attempts', {
        defaultMessage: '{attempts, plural, one {# attempt} other {# attempts}}, next {time}',
        values: { attempts, time: formatTime(dueAt) },
      })}
    </EuiText>
  );
}
