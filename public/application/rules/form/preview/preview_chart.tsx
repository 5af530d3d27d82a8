import {
  AnnotationDomainType,
  Axis,
  BarSeries,
  Chart,
  LineAnnotation,
  LineSeries,
  Position,
  ScaleType,
  Settings,
} from '@elastic/charts';
import { i18n } from '@osd/i18n';
import moment from 'moment';
import React from 'react';
import type { PreviewPoint, PreviewResponse } from '../../../../../common/rule_preview';
import { useTimeFormat } from '../../../../components/use_time_format';
import { formatCompact, formatNumber } from '../../../../services/format';
import { useChartLook } from '../../../../components/use_chart_look';
import { groupLabel } from './group_label';

const DAY_MS = 86_400_000;
/** EUI's danger colour, on either theme. */
const FIRED = '#BD271E';
const LIMIT = { line: { stroke: FIRED, strokeWidth: 1, opacity: 1, dash: [4, 4] } };

interface Props {
  preview: PreviewResponse;
}

/**
 * The value of each window, with the limits; windows that fired are red, unless all do. Groups that are compared with a limit are lines, others
 * bars on top of each other.
 */
export function PreviewChart({ preview }: Props) {
  const formatTime = useTimeFormat();
  const { theme, timeZone } = useChartLook();
  const min = Date.parse(preview.from);
  const max = Date.parse(preview.to);
  const limits = Object.entries(preview.limits).filter(([, value]) => value !== undefined);
  const asBars = preview.series.length === 1 || limits.length === 0;
  const allFired = preview.series.every(({ points }) => points.every(({ fired }) => fired));
  const isMarked = ({ fired }: PreviewPoint) => fired && !allFired;
  const common = {
    xScaleType: ScaleType.Time,
    yScaleType: ScaleType.Linear,
    timeZone,
    xAccessor: 'at',
    yAccessors: ['value'],
  };
  return (
    <div className="siem-chart" data-test-subj="siemPreviewChart">
      <Chart>
        <Settings
          theme={theme}
          showLegend={preview.series.length > 1}
          legendPosition={Position.Bottom}
          legendMaxDepth={1}
          xDomain={{ min, max }}
          tooltip={{ headerFormatter: ({ value }) => formatTime(value) }}
          ariaLabel={i18n.translate('awsSiem.preview.chartLabel', {
            defaultMessage: 'Value of each window, and the limit',
          })}
        />
        {asBars &&
          preview.series.map(({ group, points }) => (
            <BarSeries
              key={group}
              {...common}
              id={groupLabel(group)}
              stackAccessors={['at']}
              data={points}
              styleAccessor={({ datum }) => (isMarked(datum as PreviewPoint) ? FIRED : null)}
            />
          ))}
        {!asBars &&
          preview.series.map(({ group, points }) => (
            <LineSeries
              key={group}
              {...common}
              id={groupLabel(group)}
              data={points}
              lineSeriesStyle={{ point: { visible: true, radius: 1 } }}
              pointStyleAccessor={({ datum }) =>
                isMarked(datum as PreviewPoint) ? { fill: FIRED, stroke: FIRED, radius: 3 } : null
              }
            />
          ))}
        {limits.map(([side, value]) => (
          <LineAnnotation
            key={side}
            id={`limit-${side}`}
            domainType={AnnotationDomainType.YDomain}
            dataValues={[{ dataValue: value, details: LIMIT_LABEL }]}
            style={LIMIT}
          />
        ))}
        <Axis
          id="time"
          position={Position.Bottom}
          tickFormat={(time: number) => moment(time).format(max - min <= 2 * DAY_MS ? 'HH:mm' : 'MMM D')}
        />
        <Axis
          id="value"
          position={Position.Left}
          ticks={4}
          showGridLines
          integersOnly={isWhole(preview)}
          // The limit stays in sight where all values are far below it.
          {...(limits.length > 0 && { domain: domainOf(preview) })}
          tickFormat={formatNumber}
          labelFormat={formatCompact}
        />
      </Chart>
    </div>
  );
}

const LIMIT_LABEL = i18n.translate('awsSiem.preview.limit', { defaultMessage: 'Limit' });

/** Counts have no halves; means and shares do. */
function isWhole({ series }: PreviewResponse): boolean {
  return series.every(({ points }) => points.every(({ value }) => Number.isInteger(value)));
}

/** From zero, or the least value, to a little above the greatest value or limit. */
function domainOf({ series, limits }: PreviewResponse): { min: number; max: number } {
  const values = [
    ...series.flatMap(({ points }) => points.map(({ value }) => value)),
    ...Object.values(limits).filter((value): value is number => value !== undefined),
  ];
  const max = values.reduce((a, b) => Math.max(a, b), 0);
  return { min: values.reduce((a, b) => Math.min(a, b), 0), max: max === 0 ? 1 : max * 1.1 };
}
