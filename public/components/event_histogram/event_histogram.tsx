import { Axis, BarSeries, Chart, Position, ScaleType, Settings } from '@elastic/charts';
import { EUI_CHARTS_THEME_DARK, EUI_CHARTS_THEME_LIGHT } from '@elastic/eui/dist/eui_charts_theme';
import { i18n } from '@osd/i18n';
import moment from 'moment';
import React from 'react';
import { TYPE_COLORS } from '../../../common/colors';
import type { OverviewResponse } from '../../../common/overview';
import { useSiem } from '../../application/siem_context';
import { formatCompact, formatNumber } from '../../services/format';
import type { TimeRange } from '../../services/time_range';
import { useTimeFormat } from '../use_time_format';

const DAY_MS = 86_400_000;

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
  const { core } = useSiem();
  const formatTime = useTimeFormat();
  const dark = core.uiSettings.get('theme:darkMode', false);
  const { theme } = dark ? EUI_CHARTS_THEME_DARK : EUI_CHARTS_THEME_LIGHT;
  const min = Date.parse(range.from);
  const max = Date.parse(range.to);
  const titles = new Map(types.map(({ type, title }) => [type, title]));
  const zone = core.uiSettings.get('dateFormat:tz', 'Browser');
  const tickFormat = max - min <= 2 * DAY_MS ? 'HH:mm' : 'MMM D';
  return (
    <div className="siem-histogram" data-test-subj="siemHistogram">
      <Chart>
        <Settings
          theme={theme}
          animateData={false}
          xDomain={{ min, max, minInterval: histogram.intervalMs }}
          onBrushEnd={({ x }) => {
            if (x) onRange({ from: new Date(x[0]).toISOString(), to: new Date(x[1]).toISOString() });
          }}
          tooltip={{ headerFormatter: ({ value }) => formatTime(value) }}
          ariaLabel={i18n.translate('awsSiem.histogram.label', {
            defaultMessage: 'Events over time by log type',
          })}
        />
        <BarSeries
          id="events"
          name={({ splitAccessors }) => {
            const type = String(splitAccessors.get('type'));
            return titles.get(type) ?? type;
          }}
          xScaleType={ScaleType.Time}
          timeZone={zone === 'Browser' ? 'local' : zone}
          yScaleType={ScaleType.Linear}
          xAccessor="at"
          yAccessors={['count']}
          stackAccessors={['at']}
          splitSeriesAccessors={['type']}
          color={({ splitAccessors }) => typeColor(String(splitAccessors.get('type')))}
          data={histogram.points}
        />
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
          tickFormat={formatNumber}
          labelFormat={formatCompact}
        />
      </Chart>
    </div>
  );
}
