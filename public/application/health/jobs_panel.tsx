import { EuiHealth, EuiInMemoryTable, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useMemo } from 'react';
import type { JobHealth, SourceHealth } from '../../../common/health';
import { useTimeFormat } from '../../components/use_time_format';
import { type JobRow, jobRows } from './job_rows';
import { Panel } from './panel';

const TITLE = i18n.translate('awsSiem.jobs.title', { defaultMessage: 'Background jobs' });

/** What runs in the background, each job on one node at a time. */
export function JobsPanel({ jobs, sources }: { jobs: JobHealth[]; sources: SourceHealth[] }) {
  const formatTime = useTimeFormat();
  const rows = useMemo(
    () => jobRows(jobs, new Map(sources.map(({ id, name }) => [id, name]))),
    [jobs, sources],
  );
  const columns: Array<EuiBasicTableColumn<JobRow>> = [
    {
      field: 'name',
      name: i18n.translate('awsSiem.jobs.job', { defaultMessage: 'Job' }),
      sortable: true,
      render: (name: string) => <span className="siem-break">{name}</span>,
    },
    {
      field: 'running',
      name: i18n.translate('awsSiem.jobs.state', { defaultMessage: 'State' }),
      width: '110px',
      sortable: true,
      render: (running: boolean) => (
        <EuiHealth color={running ? 'primary' : 'subdued'}>
          {running
            ? i18n.translate('awsSiem.jobs.running', { defaultMessage: 'Running' })
            : i18n.translate('awsSiem.jobs.idle', { defaultMessage: 'Waiting' })}
        </EuiHealth>
      ),
    },
    {
      field: 'startedAt',
      name: i18n.translate('awsSiem.jobs.last', { defaultMessage: 'Last run' }),
      width: '200px',
      sortable: true,
      render: (startedAt: string, { node }: JobRow) => (
        <span className="siem-number siem-nowrap" title={node}>
          {formatTime(startedAt)}
        </span>
      ),
    },
  ];
  return (
    <Panel title={TITLE} testSubject="siemHealthJobs">
      <EuiInMemoryTable
        items={rows}
        itemId="id"
        columns={columns}
        sorting={{ sort: { field: 'startedAt', direction: 'desc' } }}
        pagination={rows.length > 10 ? { initialPageSize: 10, pageSizeOptions: [10, 50, 200] } : false}
        message={i18n.translate('awsSiem.jobs.none', { defaultMessage: 'Nothing has run yet.' })}
        tableCaption={TITLE}
      />
    </Panel>
  );
}
