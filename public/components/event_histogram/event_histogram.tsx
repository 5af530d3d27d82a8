import { BarSeries } from '@elastic/charts';
import { i18n } from '@osd/i18n';
import React from 'react';
import { TYPE_COLORS } from '../../../common/colors';
import type { OverviewResponse } from '../../../common/overview';
import type { TimeRange } from '../../services/time_range';
import { TimeChart } from '../time_chart';

export interface HistogramProps {
  histogram: OverviewResponse['histogram'];
  /** Log types with their titles, in the order of the stack. */
  types: ReadonlyArray<{ type: string; title: string }>;
}

interface Props extends HistogramProps {
  /** In ISO 8601. */
  range: TimeRange;
  /** Dragging over the chart zooms the period. */
  onRange(range: TimeRange): void;
}

/** Colour of a log type, wherever it is drawn. */
export function typeColor(type: string): string {
  return (TYPE_COLORS as Readonly<Record<string, string>>)[type] ?? TYPE_COLORS.json;
}

/** Events over time, stacked by log type. A list of the types beside it is its legend. */
export function EventHistogram({ histogram, types, range, onRange }: Props) {
  const titles = new Map(types.map(({ type, title }) => [type, title]));
  return (
    <div className="siem-histogram" data-test-subj="siemHistogram">
      <TimeChart
        range={range}
        intervalMs={histogram.intervalMs}
        onRange={onRange}
        label={i18n.translate('awsSiem.histogram.label', {
          defaultMessage: 'Events over time by log type',
        })}
      >
        {(series) => (
          <BarSeries
            {...series}
            id="events"
            name={({ splitAccessors }) => {
              const type = String(splitAccessors.get('type'));
              return titles.get(type) ?? type;
            }}
            stackAccessors={['at']}
            splitSeriesAccessors={['type']}
            color={({ splitAccessors }) => typeColor(String(splitAccessors.get('type')))}
            data={histogram.points}
          />
        )}
      </TimeChart>
    </div>
  );
}
