import type { Agg } from './aggs';
import { byTime, count, terms } from './aggs';
import type { Panel } from './panel';
import { visualization } from './panel';

interface ChartOptions {
  query?: string;
  /** Field whose values the bars or lines are split by; its colours, where values are known. */
  split?: { field: string; label: string; size?: number };
  colors?: Readonly<Record<string, string>>;
  metric?: Agg;
}

type Shape = 'histogram' | 'line' | 'area';

/** Bars over time, one on the other. */
export function timeBars(id: string, title: string, options: ChartOptions = {}): Panel {
  return overTime(id, title, 'histogram', options);
}

/** Areas over time, one on the other. */
export function timeAreas(id: string, title: string, options: ChartOptions = {}): Panel {
  return overTime(id, title, 'area', options);
}

/** Lines over time, such as of percentiles. */
export function timeLines(id: string, title: string, options: ChartOptions = {}): Panel {
  return overTime(id, title, 'line', options);
}

/** Bars over time whose split is an aggregation of its own. */
export function splitBars(
  id: string,
  title: string,
  aggs: readonly Agg[],
  colors: Readonly<Record<string, string>>,
): Panel {
  return visualization(id, title, {
    type: 'histogram',
    params: params('histogram', 'histogram', true),
    aggs,
    colors,
  });
}

/** Lying bars of the most frequent values of a field. */
export function topBars(
  id: string,
  title: string,
  field: string,
  { query, metric = count('Events'), split, colors, size = 8 }: ChartOptions & { size?: number } = {},
): Panel {
  const segment = terms(field, ' ', 'segment', size);
  return visualization(id, title, {
    type: 'horizontal_bar',
    params: params('horizontal_bar', 'histogram', split !== undefined),
    aggs: [metric, segment, ...groupOf(split)],
    query,
    colors: colors ?? (split ? undefined : { [labelOf(metric)]: BLUE }),
  });
}

/** A ring of the shares of a field's values. */
export function ring(
  id: string,
  title: string,
  field: string,
  { query, metric = count('Events'), colors, size = 6 }: ChartOptions & { size?: number } = {},
): Panel {
  return visualization(id, title, {
    type: 'pie',
    params: {
      type: 'pie',
      addTooltip: true,
      addLegend: true,
      legendPosition: 'right',
      isDonut: true,
      labels: { show: false, values: true, last_level: true, truncate: 100 },
    },
    aggs: [metric, terms(field, title, 'segment', size)],
    query,
    colors,
  });
}

/** The colour of series that need none of their own. */
export const BLUE = '#6092C0';

function overTime(id: string, title: string, shape: Shape, options: ChartOptions): Panel {
  const { query, split, colors, metric = count('Events') } = options;
  const hasLegend = split !== undefined || metric.type === 'percentiles';
  return visualization(id, title, {
    type: shape,
    params: params(shape, shape, hasLegend),
    aggs: [metric, byTime(), ...groupOf(split)],
    query,
    colors: colors ?? (hasLegend ? undefined : { [labelOf(metric)]: BLUE }),
  });
}

function groupOf(split: ChartOptions['split']): Agg[] {
  return split ? [terms(split.field, split.label, 'group', split.size ?? 6)] : [];
}

function labelOf({ params: { customLabel } }: Agg & { params: { customLabel?: string } }): string {
  return customLabel ?? 'Count';
}

function params(type: string, seriesType: Shape, addLegend: boolean) {
  const lying = type === 'horizontal_bar';
  const noTitle = { text: '' };
  return {
    type,
    grid: { categoryLines: false, valueAxis: 'ValueAxis-1' },
    categoryAxes: [
      {
        id: 'CategoryAxis-1',
        type: 'category',
        position: lying ? 'left' : 'bottom',
        show: true,
        style: {},
        scale: { type: 'linear' },
        labels: { show: true, rotate: 0, filter: !lying, truncate: lying ? 40 : 100 },
        title: noTitle,
      },
    ],
    valueAxes: [
      {
        id: 'ValueAxis-1',
        name: lying ? 'BottomAxis-1' : 'LeftAxis-1',
        type: 'value',
        position: lying ? 'bottom' : 'left',
        show: true,
        style: {},
        scale: { type: 'linear', mode: 'normal' },
        labels: { show: true, rotate: 0, filter: true, truncate: 100 },
        title: noTitle,
      },
    ],
    seriesParams: [
      {
        show: true,
        type: seriesType,
        mode: seriesType === 'line' ? 'normal' : 'stacked',
        data: { label: 'Events', id: '1' },
        valueAxis: 'ValueAxis-1',
        drawLinesBetweenPoints: true,
        lineWidth: 2,
        showCircles: false,
        interpolate: 'linear',
      },
    ],
    addTooltip: true,
    addLegend,
    legendPosition: type === 'line' ? 'bottom' : 'right',
    times: [],
    addTimeMarker: false,
    labels: { show: false },
    thresholdLine: { show: false, value: 10, width: 1, style: 'full', color: '#E7664C' },
  };
}
