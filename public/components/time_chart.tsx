import { Axis, type BarSeries, Chart, Position, ScaleType, Settings } from '@elastic/charts';
import moment from 'moment';
import React, { type ComponentProps, type ReactNode } from 'react';
import { formatCompact, formatNumber } from '../services/format';
import type { TimeRange } from '../services/time_range';
import { useChartLook } from './use_chart_look';
import { useTimeFormat } from './use_time_format';

const TWO_DAYS = 2 * 86_400_000;

type BarSeriesProps = ComponentProps<typeof BarSeries>;

const COUNTS: Pick<BarSeriesProps, 'xScaleType' | 'yScaleType' | 'xAccessor' | 'yAccessors'> = {
  xScaleType: ScaleType.Time,
  yScaleType: ScaleType.Linear,
  xAccessor: 'at',
  yAccessors: ['count'],
};

interface Props {
  /** In ISO 8601. */
  range: TimeRange;
  /** Milliseconds of a bar. */
  intervalMs: number;
  /** Dragging over the chart zooms the period. */
  onRange(range: TimeRange): void;
  label: string;
  integersOnly?: boolean;
  /** The series, of points `{ at, count }`, with the properties that all of them share. */
  children(series: typeof COUNTS & { timeZone: string }): ReactNode;
}

/** Counts over a period, in the host's theme and time zone. */
export function TimeChart({ range, intervalMs, onRange, label, integersOnly = false, children }: Props) {
  const { theme, timeZone } = useChartLook();
  const formatTime = useTimeFormat();
  const min = Date.parse(range.from);
  const max = Date.parse(range.to);
  const tickFormat = max - min <= TWO_DAYS ? 'HH:mm' : 'MMM D';
  return (
    <Chart>
      <Settings
        theme={theme}
        animateData={false}
        xDomain={{ min, max, minInterval: intervalMs }}
        onBrushEnd={({ x }) => {
          if (x) onRange({ from: new Date(x[0]).toISOString(), to: new Date(x[1]).toISOString() });
        }}
        tooltip={{ headerFormatter: ({ value }) => formatTime(value) }}
        ariaLabel={label}
      />
      {children({ ...COUNTS, timeZone })}
      <Axis
        id="time"
        position={Position.Bottom}
        tickFormat={(time: number) => moment(time).format(tickFormat)}
      />
      <Axis
        id="count"
        position={Position.Left}
        ticks={4}
        showGridLines
        integersOnly={integersOnly}
        tickFormat={formatNumber}
        labelFormat={formatCompact}
      />
    </Chart>
  );
}
