import { Axis, BarSeries, Chart, Position, ScaleType, Settings } from '@elastic/charts';
import { EuiText } from '@elastic/eui';
import { EUI_CHARTS_THEME_DARK, EUI_CHARTS_THEME_LIGHT } from '@elastic/eui/dist/eui_charts_theme';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import moment from 'moment';
import React from 'react';
import type { RateResponse } from '../../../../common/source_detail';
import { useTimeFormat } from '../../../components/use_time_format';
import { formatCompact, formatNumber } from '../../../services/format';
import type { TimeRange } from '../../../services/time_range';
import { useSiem } from '../../siem_context';

const TWO_DAYS = 2 * 86_400_000;

interface Props {
  rate: RateResponse;
  /** In ISO 8601. */
  range: TimeRange;
  onRange(range: TimeRange): void;
}

/** Bars of a source's events; dragging over them zooms the period. */
export function RateChart({ rate: { points, intervalMs }, range, onRange }: Props) {
  const { core } = useSiem();
  const formatTime = useTimeFormat();
  if (points.length === 0) {
    return (
      <div className="siem-loading siem-chart">
        <EuiText size="s" color="subdued" textAlign="center">
          <FormattedMessage
            id="awsSiem.rate.empty"
            defaultMessage="No events in this period. Choose a longer one, or look at the objects that were read."
          />
        </EuiText>
      </div>
    );
  }
  const dark = core.uiSettings.get('theme:darkMode', false);
  const { theme } = dark ? EUI_CHARTS_THEME_DARK : EUI_CHARTS_THEME_LIGHT;
  const zone = core.uiSettings.get('dateFormat:tz', 'Browser');
  const min = Date.parse(range.from);
  const max = Date.parse(range.to);
  const tickFormat = max - min <= TWO_DAYS ? 'HH:mm' : 'MMM D';
  const name = i18n.translate('awsSiem.rate.series', { defaultMessage: 'Events' });
  return (
    <div className="siem-chart" data-test-subj="siemRateChart">
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
          id="events"
          name={name}
          xScaleType={ScaleType.Time}
          timeZone={zone === 'Browser' ? 'local' : zone}
          yScaleType={ScaleType.Linear}
          xAccessor="at"
          yAccessors={['count']}
          data={points}
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
