import { Axis, BarSeries, Chart, Position, ScaleType, Settings } from '@elastic/charts';
import { EUI_CHARTS_THEME_DARK, EUI_CHARTS_THEME_LIGHT } from '@elastic/eui/dist/eui_charts_theme';
import { i18n } from '@osd/i18n';
import moment from 'moment';
import React from 'react';
import type { RuleRun } from '../../../../common/rule_runs';
import { useTimeFormat } from '../../../components/use_time_format';
import { useSiem } from '../../siem_context';
import { tookText } from '../took_text';

const SUCCEEDED = i18n.translate('awsSiem.runsChart.succeeded', { defaultMessage: 'Searched' });
const FAILED = i18n.translate('awsSiem.runsChart.failed', { defaultMessage: 'Failed' });
const COLORS = { [SUCCEEDED]: '#6092C0', [FAILED]: '#BD271E' };

/** How long each of the last runs searched, oldest first; the table beside it has the numbers. */
export function RunsChart({ runs }: { runs: readonly RuleRun[] }) {
  const { core } = useSiem();
  const formatTime = useTimeFormat();
  const dark = core.uiSettings.get('theme:darkMode', false);
  const { theme } = dark ? EUI_CHARTS_THEME_DARK : EUI_CHARTS_THEME_LIGHT;
  const data = [...runs]
    .reverse()
    .map(({ at, took, error }) => ({ at, took, outcome: error ? FAILED : SUCCEEDED }));
  return (
    <div className="siem-chart siem-chartLow" data-test-subj="siemRunsChart">
      <Chart>
        <Settings
          theme={theme}
          tooltip={{ headerFormatter: ({ value }) => formatTime(value) }}
          ariaLabel={i18n.translate('awsSiem.runsChart.label', {
            defaultMessage: 'Duration of the last runs',
          })}
        />
        <BarSeries
          id="runs"
          xScaleType={ScaleType.Ordinal}
          yScaleType={ScaleType.Linear}
          xAccessor="at"
          yAccessors={['took']}
          stackAccessors={['at']}
          splitSeriesAccessors={['outcome']}
          color={({ splitAccessors }) => COLORS[String(splitAccessors.get('outcome'))] ?? null}
          data={data}
        />
        <Axis id="at" position={Position.Bottom} tickFormat={(at: string) => moment(at).format('HH:mm:ss')} />
        <Axis id="took" position={Position.Left} ticks={3} showGridLines tickFormat={tookText} />
      </Chart>
    </div>
  );
}
