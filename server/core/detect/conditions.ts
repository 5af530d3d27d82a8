import type { Field } from '../../../common/field';
import {
  type Comparison,
  comparisonFields,
  comparisonScript,
  comparisonWords,
  holds,
  needsCompleteWindow,
} from './comparison';
import { type Metric, type MetricName, metricOf } from './metrics';
import type { BucketSelector, WindowBucket } from './windowed_groups';
import { eventCount, inWords } from './wording';

/** A comparison of one number made of a bucket's events. */
export interface Condition extends Comparison {
  metric: MetricName;
  field?: string;
  percent?: number;
}

/** Several conditions over the same events. */
export interface Conditions {
  conditions: Condition[];
  join: 'and' | 'or';
}

/** What of a bucket made the conditions hold. */
export interface Outcome {
  fired: boolean;
  /** The number that is shown, and the condition it belongs to: the first that holds, else the first. */
  value: number;
  condition: Condition;
  /** In words: `12 events and 4 different values of user.name`, and what was asked for. */
  found: string;
  wanted: string;
}

const FIELD_METRICS: MetricName[] = ['sum', 'avg', 'min', 'max', 'percentile', 'cardinality'];

/** The inputs of one condition. */
export const conditionFields: Field[] = [
  {
    name: 'metric',
    type: 'select',
    label: 'What',
    default: 'count',
    options: [
      { value: 'count', label: 'number of events' },
      { value: 'cardinality', label: 'number of different values' },
      { value: 'sum', label: 'sum' },
      { value: 'avg', label: 'average' },
      { value: 'min', label: 'smallest value' },
      { value: 'max', label: 'greatest value' },
      { value: 'percentile', label: 'percentile' },
    ],
  },
  {
    name: 'field',
    type: 'event_field',
    label: 'Of the field',
    help: 'A number, or for different values also a keyword or an address. Without any event that has the field the condition does not hold.',
    visibleIf: { field: 'metric', in: FIELD_METRICS },
  },
  {
    name: 'percent',
    type: 'number',
    label: 'Percentile',
    help: '95: the value that 95 % of the events do not exceed.',
    default: 95,
    min: 0,
    max: 100,
    decimals: true,
    unit: '%',
    visibleIf: { field: 'metric', in: ['percentile'] },
  },
  ...comparisonFields({ limit: 10, min: -1e15, max: 1e15 }),
];

/** The metrics of the conditions, `c0`, `c1` … in their order. */
export function metricsOf(conditions: readonly Condition[]): Record<string, Metric> {
  const metrics: Record<string, Metric> = {};
  conditions.forEach(({ metric, field, percent, limit, upTo = limit }, index) => {
    metrics[nameOf(index)] = metricOf(metric, field, { percent, limit: Math.max(limit, upTo) });
  });
  return metrics;
}

/** Keeps the buckets in which the conditions may hold. */
export function selectorOf({ conditions, join }: Conditions): BucketSelector {
  const parts = conditions.map((condition, index) => comparisonScript(nameOf(index), condition));
  return {
    script: parts.map(({ script }) => `(${script})`).join(join === 'and' ? ' && ' : ' || '),
    parameters: Object.assign({}, ...parts.map(({ parameters }) => parameters)) as Record<string, number>,
  };
}

/** Whether the conditions hold in a bucket whose `values` are those of `metricsOf`. A metric of no value never holds. */
export function conditionsHold({ conditions, join }: Conditions, values: WindowBucket['values']): boolean {
  // A loop, since this is asked of each group of each rule.
  for (let index = 0; index < conditions.length; index++) {
    const value = values[nameOf(index)] ?? null;
    const met = value !== null && holds(conditions[index] as Condition, value);
    if (met === (join === 'or')) return met;
  }
  return join !== 'or';
}

/** The same, with the number that is shown and the words for it. */
export function judgeBucket(asked: Conditions, { values }: Pick<WindowBucket, 'values'>): Outcome {
  const all = asked.conditions.map((condition, index) => {
    const value = values[nameOf(index)] ?? null;
    return { condition, value, holds: value !== null && holds(condition, value) };
  });
  const holding = all.filter((each) => each.holds);
  const shown = holding[0] ?? all[0];
  if (!shown) throw new Error('There is no condition.');
  return {
    fired: conditionsHold(asked, values),
    value: shown.value ?? 0,
    condition: shown.condition,
    found: holding.map(({ condition, value }) => foundWords(condition, value ?? 0)).join(' and '),
    wanted: holding.map(({ condition }) => comparisonWords(condition)).join(' and '),
  };
}

/** Whether events that are still to come could make the conditions hold no longer. */
export function needCompleteWindow(conditions: readonly Condition[]): boolean {
  return conditions.some(needsCompleteWindow);
}

/** Values of a window without events. */
export function emptyValues(conditions: readonly Condition[]): WindowBucket['values'] {
  return Object.fromEntries(
    conditions.map(({ metric }, index) => [nameOf(index), metric === 'count' ? 0 : null]),
  );
}

export function conditionsWords({ conditions, join }: Conditions): string {
  return conditions
    .map((condition) => `${subjectOf(condition)} ${comparisonWords(condition)}`)
    .join(` ${join} `);
}

function subjectOf({ metric, field, percent }: Condition): string {
  switch (metric) {
    case 'count':
      return 'their number is';
    case 'cardinality':
      return `the number of different values of ${field} is`;
    case 'sum':
      return `the sum of ${field} is`;
    case 'avg':
      return `the average of ${field} is`;
    case 'min':
      return `the smallest ${field} is`;
    case 'max':
      return `the greatest ${field} is`;
    case 'percentile':
      return `the percentile ${percent} of ${field} is`;
  }
}

function foundWords(condition: Condition, value: number): string {
  const { metric, field } = condition;
  if (metric === 'count') return eventCount(value);
  if (metric === 'cardinality')
    return `${inWords(value)} different ${value === 1 ? 'value' : 'values'} of ${field}`;
  return `${inWords(value)} as ${subjectOf(condition).replace(/ is$/, '')}`;
}

function nameOf(index: number): string {
  return `c${index}`;
}
