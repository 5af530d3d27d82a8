import {
  EuiInMemoryTable,
  EuiLink,
  EuiText,
  type EuiBasicTableColumn,
  type EuiTableActionsColumnType,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useState } from 'react';
import { useHistory } from 'react-router-dom';
import type { SourceView } from '../../../common/source';
import { StateBadge } from '../../components/badges';
import { useLinkTo, type LinkProps } from '../../components/use_link_to';
import { useListActions } from '../../components/use_list_actions';
import { useTimeFormat } from '../../components/use_time_format';
import { formatDuration, formatNumber, lagOf } from '../../services/format';
import { sourceInputOf } from '../../services/inputs';
import { useSiem } from '../siem_context';
import { DeleteSource } from './detail/delete_source';
import { StatusNotes } from './status_notes';

interface Props {
  sources: SourceView[];
  /** Of log types, by id. */
  titles?: ReadonlyMap<string, string>;
  reload(): void;
}

export function SourcesTable({ sources, titles, reload }: Props) {
  const { api, canWrite } = useSiem();
  const history = useHistory();
  const linkTo = useLinkTo();
  const formatTime = useTimeFormat();
  const { changeEach } = useListActions<SourceView>(api.sources.remove, reload);
  const [deleting, setDeleting] = useState<SourceView>();

  const actions: EuiTableActionsColumnType<SourceView> = {
    name: i18n.translate('awsSiem.sources.actions', { defaultMessage: 'Actions' }),
    width: '104px',
    actions: [
      {
        type: 'icon',
        icon: 'pencil',
        name: i18n.translate('awsSiem.sources.edit', { defaultMessage: 'Edit' }),
        description: i18n.translate('awsSiem.sources.editHelp', { defaultMessage: 'Edit this source' }),
        onClick: ({ id }) => history.push(`${sourcePath(id)}?tab=settings`),
      },
      {
        type: 'icon',
        icon: ({ enabled }: SourceView) => (enabled ? 'pause' : 'play'),
        name: ({ enabled }: SourceView) =>
          enabled
            ? i18n.translate('awsSiem.sources.pause', { defaultMessage: 'Pause' })
            : i18n.translate('awsSiem.sources.resume', { defaultMessage: 'Resume' }),
        description: i18n.translate('awsSiem.sources.pauseHelp', {
          defaultMessage: 'Stop or go on reading this source',
        }),
        onClick: (source) =>
          void changeEach([source], () =>
            api.sources.update(source, { ...sourceInputOf(source), enabled: !source.enabled }),
          ),
        'data-test-subj': 'siemPauseSource',
      },
      {
        type: 'icon',
        icon: 'trash',
        color: 'danger',
        name: i18n.translate('awsSiem.sources.delete', { defaultMessage: 'Delete' }),
        description: i18n.translate('awsSiem.sources.deleteHelp', { defaultMessage: 'Delete this source' }),
        onClick: setDeleting,
        'data-test-subj': 'siemDeleteSource',
      },
    ],
  };

  return (
    <>
      {deleting && (
        <DeleteSource
          source={deleting}
          onCancel={() => setDeleting(undefined)}
          onDeleted={() => {
            setDeleting(undefined);
            reload();
          }}
        />
      )}
      <EuiInMemoryTable
        items={sources}
        itemId="id"
        columns={[...sourceColumns(linkTo, formatTime, titles), ...(canWrite ? [actions] : [])]}
        search={{
          box: {
            incremental: true,
            placeholder: i18n.translate('awsSiem.sources.search', { defaultMessage: 'Find a source' }),
          },
        }}
        sorting={{ sort: { field: 'name', direction: 'asc' } }}
        pagination={{ initialPageSize: 25, pageSizeOptions: [25, 50, 100] }}
        tableCaption={i18n.translate('awsSiem.sources.caption', { defaultMessage: 'Sources' })}
        data-test-subj="siemSourcesTable"
      />
    </>
  );
}

function sourcePath(id: string): string {
  return `/sources/${encodeURIComponent(id)}`;
}

function sourceColumns(
  linkTo: (path: string) => LinkProps,
  formatTime: (time: string) => string,
  titles?: ReadonlyMap<string, string>,
): Array<EuiBasicTableColumn<SourceView>> {
  return [
    {
      field: 'name',
      name: i18n.translate('awsSiem.sources.name', { defaultMessage: 'Name' }),
      sortable: true,
      render: (name: string, { id }: SourceView) => <EuiLink {...linkTo(sourcePath(id))}>{name}</EuiLink>,
    },
    {
      field: 'logType',
      name: i18n.translate('awsSiem.sources.type', { defaultMessage: 'Log type' }),
      width: '150px',
      sortable: true,
      render: (logType: string) => titles?.get(logType) ?? logType,
    },
    {
      field: 'bucket',
      name: i18n.translate('awsSiem.sources.bucket', { defaultMessage: 'Bucket and prefix' }),
      sortable: true,
      render: (bucket: string, { prefix }: SourceView) => (prefix ? `${bucket}/${prefix}` : bucket),
    },
    {
      name: i18n.translate('awsSiem.sources.state', { defaultMessage: 'State' }),
      width: '24%',
      render: (source: SourceView) => {
        const { status, enabled } = source;
        return (
          <div>
            <StateBadge state={enabled ? status.state : 'paused'} error={status.lastError} />
            {status.lastError && (
              <EuiText size="xs" color="danger" data-test-subj="siemLastError">
                {status.lastError.message}
              </EuiText>
            )}
            {!status.lastError && status.lastPollAt && (
              <EuiText size="xs" color="subdued">
                {i18n.translate('awsSiem.sources.lastPoll', {
                  defaultMessage: 'polled {time}',
                  values: { time: formatTime(status.lastPollAt) },
                })}
              </EuiText>
            )}
            <StatusNotes source={source} />
          </div>
        );
      },
    },
    numberColumn('events', i18n.translate('awsSiem.sources.events', { defaultMessage: 'Events' }), '100px'),
    numberColumn('rejects', i18n.translate('awsSiem.sources.rejects', { defaultMessage: 'Rejects' }), '84px'),
    {
      name: i18n.translate('awsSiem.sources.lag', { defaultMessage: 'Lag' }),
      width: '90px',
      align: 'right',
      render: ({ status }: SourceView) => {
        const lag = lagOf(status.newestEventAt);
        return <span className="siem-number">{lag === undefined ? '–' : formatDuration(lag)}</span>;
      },
    },
  ];
}

function numberColumn(
  key: 'events' | 'rejects',
  name: string,
  width: string,
): EuiBasicTableColumn<SourceView> {
  return {
    name,
    width,
    align: 'right',
    sortable: ({ status }: SourceView) => status[key],
    render: ({ status }: SourceView) => <span className="siem-number">{formatNumber(status[key])}</span>,
  };
}
