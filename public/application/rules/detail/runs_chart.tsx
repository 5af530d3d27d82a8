import { Axis, BarSeries, Chart, Position, ScaleType, Settings } from '@elastic/charts';
import { i18n } from '@osd/i18n';
import moment from 'moment';
import React from 'react';
import type { RuleRun } from '../../../../common/rule_runs';
import { useChartLook } from '../../../components/use_chart_look';
import { useTimeFormat } from '../../../components/use_time_format';
import { tookText } from '../took_text';

const SUCCEEDED = i18n.translate('awsSiem.runsChart.succeeded', { defaultMessage: 'Searched' });
const FAILED = i18n.translate('awsSiem.runsChart.failed', { defaultMessage: 'Failed' });
const COLORS = { [SUCCEEDED]: '#6092C0', [FAILED]: '#BD271E' };

/** As many as the server keeps. */
const MOST_RUNS = 20;

/** How long each of the last runs searched, oldest first; the table beside it has the numbers. */
export function RunsChart({ runs }: { runs: readonly RuleRun[] }) {
  const { theme } = useChartLook();
  const formatTime = useTimeFormat();
  const oldestFirst = [...runs].reverse();
  // Few runs leave room for those to come, so that bars keep their width.
  const data = Array.from({ length: Math.max(MOST_RUNS, runs.length) }, (_, place) => {
    const run = oldestFirst[place];
    return { place, took: run?.took ?? 0, outcome: run?.error ? FAILED : SUCCEEDED };
  });
  const timeOf = (place: number) => oldestFirst[place]?.at;
  const startOf = (place: number) => {
    const at = timeOf(place);
    return at === undefined ? '' : moment(at).format('HH:mm');
  };
  return (
    <div className="siem-chart siem-chartLow" data-test-subj="siemRunsChart">
      <Chart>
        <Settings
          theme={theme}
          tooltip={{ headerFormatter: ({ value }) => formatTime(timeOf(value as number) ?? '') }}
          ariaLabel={i18n.translate('awsSiem.runsChart.label', {
            defaultMessage: 'Duration of the last runs',
          })}
        />
        <BarSeries
          id="runs"
          xScaleType={ScaleType.Ordinal}
          yScaleType={ScaleType.Linear}
          xAccessor="place"
          yAccessors={['took']}
          stackAccessors={['place']}
          splitSeriesAccessors={['outcome']}
          color={({ splitAccessors }) => COLORS[String(splitAccessors.get('outcome'))] ?? null}
          data={data}
        />
        <Axis id="at" position={Position.Bottom} tickFormat={startOf} />
        <Axis id="took" position={Position.Left} ticks={3} showGridLines tickFormat={tookText} />
      </Chart>
    </div>
  );
}
