import { Axis, BarSeries, Chart, Position, ScaleType, Settings } from '@elastic/charts';
import { EUI_CHARTS_THEME_DARK, EUI_CHARTS_THEME_LIGHT } from '@elastic/eui/dist/eui_charts_theme';
import { i18n } from '@osd/i18n';
import moment from 'moment';
import React from 'react';
import type { AlertCountsResponse } from '../../../../common/alert_counts';
import { useTimeFormat } from '../../../components/use_time_format';
import { formatCompact, formatNumber } from '../../../services/format';
import type { TimeRange } from '../../../services/time_range';
import { useSiem } from '../../siem_context';

const TWO_DAYS = 2 * 86_400_000;
const COLOR = '#D36086';

interface Props {
  /** Of one rule. */
  counts: AlertCountsResponse;
  /** In ISO 8601. */
  range: TimeRange;
  onRange(range: TimeRange): void;
}

/** Bars of a rule's alerts; dragging over them zooms the period. */
export function AlertsChart({ counts: { from, intervalMs, rules }, range, onRange }: Props) {
  const { core } = useSiem();
  const formatTime = useTimeFormat();
  const dark = core.uiSettings.get('theme:darkMode', false);
  const { theme } = dark ? EUI_CHARTS_THEME_DARK : EUI_CHARTS_THEME_LIGHT;
  const zone = core.uiSettings.get('dateFormat:tz', 'Browser');
  const start = Date.parse(from);
  const min = Date.parse(range.from);
  const max = Date.parse(range.to);
  const tickFormat = max - min <= TWO_DAYS ? 'HH:mm' : 'MMM D';
  const name = i18n.translate('awsSiem.ruleAlerts.series', { defaultMessage: 'Alerts' });
  // Without a bar the chart would draw no axes.
  const counts = rules[0]?.counts ?? [0];
  return (
    <div className="siem-chart" data-test-subj="siemRuleAlertsChart">
      <Chart>
        <Settings
          theme={theme}
          xDomain={{ min, max, minInterval: intervalMs }}
          onBrushEnd={({ x }) => {
            if (x) onRange({ from: new Date(x[0]).toISOString(), to: new Date(x[1]).toISOString() });
          }}
          tooltip={{ headerFormatter: ({ value }) => formatTime(value) }}
          ariaLabel={name}
        />
        <BarSeries
          id="alerts"
          name={name}
          color={COLOR}
          xScaleType={ScaleType.Time}
          timeZone={zone === 'Browser' ? 'local' : zone}
          yScaleType={ScaleType.Linear}
          xAccessor="at"
          yAccessors={['count']}
          data={counts.map((count, part) => ({ at: start + part * intervalMs, count }))}
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
          integersOnly
          tickFormat={formatNumber}
          labelFormat={formatCompact}
        />
      </Chart>
    </div>
  );
}
