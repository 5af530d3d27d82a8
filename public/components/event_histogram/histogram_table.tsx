import { EuiBasicTable, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { OverviewResponse } from '../../../common/overview';
import { formatNumber } from '../../services/format';
import { useTimeFormat } from '../use_time_format';
import type { HistogramProps } from './event_histogram';

interface Row {
  at: number;
  counts: Record<string, number>;
}

/** The histogram's numbers, a row per bar and a column per log type that has events. */
export function HistogramTable({ histogram, types }: HistogramProps) {
  const formatTime = useTimeFormat();
  const columns: Array<EuiBasicTableColumn<Row>> = [
    {
      name: i18n.translate('awsSiem.histogramTable.time', { defaultMessage: 'From' }),
      render: ({ at }: Row) => formatTime(at),
    },
    ...types
      .filter(({ type }) => histogram.points.some((point) => point.type === type))
      .map(({ type, title }) => ({
        name: title,
        align: 'right' as const,
        render: ({ counts }: Row) => <span className="siem-number">{formatNumber(counts[type] ?? 0)}</span>,
      })),
  ];
  return (
    <div className="siem-scroll siem-histogram" tabIndex={0} role="group" aria-label={CAPTION}>
      <EuiBasicTable items={rowsOf(histogram.points)} columns={columns} compressed tableCaption={CAPTION} />
    </div>
  );
}

const CAPTION = i18n.translate('awsSiem.histogramTable.caption', {
  defaultMessage: 'Events over time by log type',
});

/** One row per bar, oldest first. */
function rowsOf(points: OverviewResponse['histogram']['points']): Row[] {
  const rows = new Map<number, Row>();
  for (const { at, type, count } of points) {
    const row = rows.get(at) ?? { at, counts: {} };
    row.counts[type] = (row.counts[type] ?? 0) + count;
    rows.set(at, row);
  }
  return [...rows.values()].sort((a, b) => a.at - b.at);
}
