import { EuiInMemoryTable, EuiLink, EuiTextColor, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { SourceHealth } from '../../../common/health';
import { StateBadge } from '../../components/badges';
import { subjectPath } from '../../components/health_subject';
import { useLinkTo, type LinkProps } from '../../components/use_link_to';
import { useTimeFormat } from '../../components/use_time_format';
import { formatDuration, formatNumber } from '../../services/format';
import { Panel } from './panel';

const TITLE = i18n.translate('awsSiem.health.sources', { defaultMessage: 'Sources' });

/** Every source beside what is usual for it. */
export function SourcesPanel({ sources }: { sources: SourceHealth[] }) {
  const linkTo = useLinkTo();
  const formatTime = useTimeFormat();
  return (
    <Panel title={TITLE} testSubject="siemHealthSources">
      <EuiInMemoryTable
        items={sources}
        itemId="id"
        columns={columnsOf(linkTo, formatTime)}
        sorting={{ sort: { field: 'name', direction: 'asc' } }}
        pagination={sources.length > 10 ? { initialPageSize: 10, pageSizeOptions: [10, 25, 100] } : false}
        message={i18n.translate('awsSiem.health.noSources', { defaultMessage: 'There are no sources yet.' })}
        tableCaption={TITLE}
      />
    </Panel>
  );
}

function columnsOf(
  linkTo: (path: string) => LinkProps,
  formatTime: (time: string) => string,
): Array<EuiBasicTableColumn<SourceHealth>> {
  return [
    {
      field: 'name',
      name: i18n.translate('awsSiem.health.name', { defaultMessage: 'Name' }),
      sortable: true,
      render: (name: string, { id }: SourceHealth) => (
        <EuiLink {...linkTo(subjectPath({ kind: 'source', id }))}>{name}</EuiLink>
      ),
    },
    {
      field: 'state',
      name: i18n.translate('awsSiem.health.state', { defaultMessage: 'State' }),
      width: '190px',
      sortable: true,
      render: (state: string, { errorCode }: SourceHealth) => (
        <StateBadge state={state} error={errorCode === undefined ? undefined : { code: errorCode }} />
      ),
    },
    {
      field: 'lag',
      name: i18n.translate('awsSiem.health.lag', { defaultMessage: 'Lag' }),
      width: '110px',
      align: 'right',
      sortable: true,
      render: (lag: number | undefined, { lagLimit }: SourceHealth) => (
        <EuiTextColor
          className="siem-number siem-nowrap"
          color={lag !== undefined && lagLimit !== undefined && lag > lagLimit ? 'danger' : 'default'}
        >
          {durationText(lag)}
        </EuiTextColor>
      ),
    },
    {
      field: 'lagLimit',
      name: i18n.translate('awsSiem.health.lagLimit', { defaultMessage: 'Usually at most' }),
      width: '132px',
      align: 'right',
      render: (limit?: number) => <span className="siem-number siem-nowrap">{durationText(limit)}</span>,
    },
    {
      field: 'usualDelay',
      name: i18n.translate('awsSiem.health.delay', { defaultMessage: 'Delivery by AWS' }),
      width: '132px',
      align: 'right',
      sortable: true,
      render: (delay?: number) => <span className="siem-number siem-nowrap">{durationText(delay)}</span>,
    },
    {
      field: 'eventsPerMinute',
      name: i18n.translate('awsSiem.health.rate', { defaultMessage: 'Events a minute' }),
      width: '132px',
      align: 'right',
      sortable: true,
      render: (rate?: number) => (
        <span className="siem-number">{rate === undefined ? '–' : formatNumber(rate)}</span>
      ),
    },
    {
      field: 'rejectRatio',
      name: i18n.translate('awsSiem.health.rejects', { defaultMessage: 'Rejects' }),
      width: '90px',
      align: 'right',
      sortable: true,
      render: (ratio?: number) => (
        <span className="siem-number">{ratio === undefined ? '–' : `${(100 * ratio).toFixed(1)} %`}</span>
      ),
    },
    {
      field: 'lastObjectAt',
      name: i18n.translate('awsSiem.health.lastObject', { defaultMessage: 'Last object' }),
      width: '190px',
      sortable: true,
      render: (at?: string) => (
        <span className="siem-number siem-nowrap">{at === undefined ? '–' : formatTime(at)}</span>
      ),
    },
  ];
}

function durationText(ms: number | undefined): string {
  return ms === undefined ? '–' : formatDuration(ms);
}
