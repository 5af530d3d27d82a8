import type { Agg } from './aggs';
import { count } from './aggs';
import type { Panel } from './panel';
import { visualization } from './panel';

/** Eight digits fit into an eighth of a window of 1280 pixels. */
const FONT_POINTS = 18;

/**
 * OSD colours ranges from one end of its scale to the other. The ends are too dark for the dark theme, so empty ranges stand there: what is left
 * is a light green for none and a light red for more.
 */
const ALARM_RANGES = ranges(-1, 0, 1, 1, 1, 1e12, 1e12);

interface MetricOptions {
  query?: string;
  /** Whether more than none is bad news, so that the number turns red. */
  alarming?: boolean;
}

/** One big number, and what it counts below it. */
export function metric(id: string, title: string, agg: Agg, options: MetricOptions = {}): Panel {
  const { query, alarming } = options;
  return hidden(
    visualization(id, title, {
      type: 'metric',
      params: metricParams(alarming),
      aggs: [agg],
      query,
    }),
  );
}

/** How many events, in words of their own. */
export function counted(id: string, label: string, query = '', options: MetricOptions = {}): Panel {
  return metric(id, label, count(label), { ...options, query });
}

/** The number has its own words, so that a title above would say it twice. */
function hidden(panel: Panel): Panel {
  return { ...panel, hideTitle: true };
}

function metricParams(alarming = false) {
  return {
    addTooltip: true,
    addLegend: false,
    type: 'metric',
    metric: {
      percentageMode: false,
      useRanges: alarming,
      colorSchema: 'Green to Red',
      metricColorMode: alarming ? 'Labels' : 'None',
      colorsRange: alarming ? ALARM_RANGES : [{ from: 0, to: 10_000 }],
      labels: { show: true },
      invertColors: false,
      style: { bgFill: '#000', bgColor: false, labelColor: alarming, subText: '', fontSize: FONT_POINTS },
    },
  };
}

function ranges(...limits: number[]): Array<{ from: number; to: number }> {
  return limits.slice(1).map((to, index) => ({ from: limits[index] ?? 0, to }));
}
