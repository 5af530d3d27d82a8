import { Axis, BarSeries, Chart, Position, ScaleType, Settings } from '@elastic/charts';
import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiPanel, EuiText, EuiTitle } from '@elastic/eui';
import { EUI_CHARTS_THEME_DARK, EUI_CHARTS_THEME_LIGHT } from '@elastic/eui/dist/eui_charts_theme';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import moment from 'moment';
import React, { useState } from 'react';
import type { OverviewResponse } from '../../../common/api';
import { formatCompact, formatDuration, formatNumber } from '../../services/format';
import type { TimeRange } from '../../services/time_range';
import { useTimeFormat } from '../../components/use_time_format';
import { useSiem } from '../siem_context';
import { HistogramTable } from './histogram_table';

const DAY_MS = 86_400_000;

interface Props {
  overview: OverviewResponse;
  /** In ISO 8601. */
  range: TimeRange;
  onRange(range: TimeRange): void;
}

/** Events over time, stacked by log type; dragging over it zooms the period. The same numbers are there as a table. */
export function EventHistogram({ overview, range, onRange }: Props) {
  const [asTable, setAsTable] = useState(false);
  const { points, intervalMs } = overview.histogram;
  return (
    <EuiPanel hasShadow={false} paddingSize="m">
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
        <EuiFlexItem>
          <EuiTitle size="xs">
            <h2>
              <FormattedMessage id="awsSiem.histogram.title" defaultMessage="Events over time" />
            </h2>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiText size="xs" color="subdued">
            {i18n.translate('awsSiem.histogram.interval', {
              defaultMessage: 'per {interval}',
              values: { interval: formatDuration(intervalMs) },
            })}
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="xs"
            iconType={asTable ? 'visBarVerticalStacked' : 'tableDensityNormal'}
            onClick={() => setAsTable(!asTable)}
            data-test-subj="siemHistogramToggle"
          >
            {asTable ? (
              <FormattedMessage id="awsSiem.histogram.asChart" defaultMessage="Show as chart" />
            ) : (
              <FormattedMessage id="awsSiem.histogram.asTable" defaultMessage="Show as table" />
            )}
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
      {points.length === 0 && <NoEvents />}
      {points.length > 0 && asTable && <HistogramTable overview={overview} />}
      {points.length > 0 && !asTable && (
        <HistogramChart overview={overview} range={range} onRange={onRange} />
      )}
    </EuiPanel>
  );
}

function NoEvents() {
  return (
    <div className="siem-loading siem-chart">
      <EuiText size="s" color="subdued" textAlign="center">
        <FormattedMessage
          id="awsSiem.histogram.empty"
          defaultMessage="No events in this period. Choose a longer one, clear the search, or look at the sources."
        />
      </EuiText>
    </div>
  );
}

function HistogramChart({ overview, range, onRange }: Props) {
  const { core } = useSiem();
  const formatTime = useTimeFormat();
  const { histogram, types } = overview;
  const dark = core.uiSettings.get('theme:darkMode', false);
  const { theme } = dark ? EUI_CHARTS_THEME_DARK : EUI_CHARTS_THEME_LIGHT;
  const palette = theme.colors?.vizColors ?? [];
  const min = Date.parse(range.from);
  const max = Date.parse(range.to);
  const titles = new Map(types.map(({ type, title }) => [type, title]));
  const data = histogram.points.map(({ at, type, count }) => ({ at, count, type: titles.get(type) ?? type }));
  const order = [...titles.values()];
  const zone = core.uiSettings.get('dateFormat:tz', 'Browser');
  const tickFormat = max - min <= 2 * DAY_MS ? 'HH:mm' : 'MMM D';
  return (
    <div className="siem-chart" data-test-subj="siemHistogram">
      <Chart>
        <Settings
          theme={theme}
          showLegend
          legendPosition={Position.Right}
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
          name={i18n.translate('awsSiem.histogram.series', { defaultMessage: 'Events' })}
          xScaleType={ScaleType.Time}
          timeZone={zone === 'Browser' ? 'local' : zone}
          yScaleType={ScaleType.Linear}
          xAccessor="at"
          yAccessors={['count']}
          stackAccessors={['at']}
          splitSeriesAccessors={['type']}
          // By the place in the list of types, so that a type keeps its colour whatever is filtered.
          color={({ splitAccessors }) => {
            const place = order.indexOf(String(splitAccessors.get('type')));
            return palette[Math.max(0, place) % palette.length] ?? null;
          }}
          data={data}
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
