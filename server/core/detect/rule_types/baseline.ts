import { durationMs } from '../../../../common/duration';
import { SiemError } from '../../errors';
import { baselineFields } from '../baseline_fields';
import { readBaseline } from '../baseline_history';
import {
  type BaselineForm,
  type Current,
  type Judged,
  absentWindows,
  currentWindows,
  distinctGroups,
  judgeWindow,
  mostAbove,
} from '../judge_baseline';
import { metricOf } from '../metrics';
import { type Finding, defineRuleType } from '../rule_type';
import { countWindows } from '../windowed_groups';
import { eventCount, eventsOf, forTheSame, inWords, paceFirst } from '../wording';

const DAY = 86_400_000;

const LAST_WEEKS = { weeks: 3, minWeeks: 2, minValue: 10, minDifference: 5 };

interface BaselineParams extends BaselineForm {
  field: string;
  window: string;
  groupBy: string[];
  weeks: number;
  delay: string;
}

/**
 * Fires when a number made of the events of a window is not what is usual at this hour of the week. Usual is the median of the same window of
 * the last weeks, more or less a multiple of the scaled median absolute deviation: like is compared with like. The same windows are few, so
 * the spread is also taken from the windows up to an hour beside them, each against its own median.
 */
export const baseline = defineRuleType<BaselineParams>({
  id: 'baseline',
  title: 'Baseline',
  description:
    'Alerts when there is far more, or far less, than is usual at this hour of the week, as the last weeks tell.',
  docsUrl: 'https://en.wikipedia.org/wiki/Median_absolute_deviation',
  fields: baselineFields,
  mostNewAlerts: 100,

  windowOf: ({ window }) => window,
  judgedAfter: ({ direction, delay }) => (direction === 'above' ? undefined : delay),

  *judge(params, context) {
    const { windows, ends, withPoints } = context;
    const { groupBy, direction, minValue, weeks, minWeeks } = params;
    const metric = metricOf(params.metric, params.field);
    const floor = () => ({ script: 'params.value >= params.floor', parameters: { floor: minValue } });
    const onlyAbove = direction === 'above' && !withPoints;
    const { buckets, warnings } = yield* countWindows({
      windows,
      groupBy,
      metrics: { value: metric },
      ...(onlyAbove && { keep: floor }),
    });
    let current: readonly Current[] = currentWindows(buckets, params, context);
    if (onlyAbove) {
      const most = mostAbove(current.filter(({ value }) => value >= minValue));
      warnings.push(...most.warnings);
      current = most.current;
      // Most often nothing is above the floor, and the weeks before need not be searched.
      if (current.length === 0) return { findings: [], warnings };
    }
    const starts = onlyAbove
      ? current.map(({ window }) => window.from)
      : [...ends].map((to) => to - windows.length);
    const history = yield* readBaseline({
      windows,
      groupBy,
      metric,
      weeks,
      minWeeks,
      starts: [...new Set(starts)],
      ...(onlyAbove && { groups: distinctGroups(current) }),
    });
    if (history.cut)
      warnings.push('The weeks before hold more groups than can be looked at; narrow the query.');
    if (!onlyAbove && params.metric !== 'avg') {
      current = [
        ...current,
        ...absentWindows(current, groupBy.length === 0 ? [[]] : history.groups, context),
      ];
    }

    const judged = current.flatMap((each) => judgeWindow(each, history, params) ?? []);
    const findings = judged.flatMap((each) => findingOf(each, params));
    if (!withPoints) return { findings, warnings };
    const points = judged.map(({ window, group, value, above, below, side }) => ({
      at: window.to,
      group,
      value,
      limits: { ...(direction !== 'below' && { above }), ...(direction !== 'above' && { below }) },
      fired: side !== undefined,
    }));
    return { findings, points, warnings };
  },

  summary(rule, params) {
    const than = { above: 'more', below: 'less', both: 'more or less' }[params.direction];
    return `${paceFirst(rule)}, takes ${subjectOf(params)} of the ${eventsOf(rule)} within ${params.window}${forTheSame(params.groupBy)}, and alerts when it is far ${than} than usual at this hour of the week in the last ${params.weeks} weeks.`;
  },

  check({ window, weeks, minWeeks }) {
    if (durationMs(window) > DAY) {
      throw new SiemError('invalid_input', 'params.window: must not be longer than a day.');
    }
    if (minWeeks > weeks) {
      throw new SiemError(
        'invalid_input',
        'params.minWeeks: must not be more than the weeks to compare with.',
      );
    }
  },

  examples: [
    {
      title: 'Far more events than at this hour of the last weeks, and not where much is usual',
      params: { ...LAST_WEEKS },
      interval: '1h',
      events: [
        { at: '-29d 10:00' },
        { at: '-21d 10:10', times: 11 },
        { at: '-14d 10:20', times: 10 },
        { at: '-14d 11:30', times: 90 },
        { at: '-7d 10:30', times: 12 },
        { at: '-7d 11:30', times: 99 },
        { at: '08:15', times: 9 },
        { at: '10:15', times: 40 },
        { at: '11:15', times: 80 },
      ],
      fires: [{ window: '11:00', group: [], value: 40 }],
    },
    {
      title: 'A user who sends nothing at an hour that is usually busy',
      params: { ...LAST_WEEKS, direction: 'below', groupBy: ['user.name'] },
      interval: '1h',
      events: [
        { at: '-29d 10:00' },
        ...['-21d 10:10', '-14d 10:20', '-7d 10:30'].flatMap((at) => [
          { at, times: 20, user: { name: 'alice' } },
          { at, times: 21, user: { name: 'bob' } },
        ]),
        { at: '10:15', times: 18, user: { name: 'bob' } },
      ],
      fires: [{ window: '11:00', group: ['alice'], value: 0 }],
    },
    {
      title: 'The sum of a field in either direction, with windows that overlap',
      params: { ...LAST_WEEKS, metric: 'sum', field: 'source.bytes', window: '2h', direction: 'both' },
      interval: '1h',
      events: [
        { at: '-29d 10:00' },
        ...['-21d 06:10', '-14d 06:10', '-7d 06:10'].map((at) => ({ at, source: { bytes: 1_000 } })),
        { at: '06:10', source: { bytes: 998 } },
        { at: '09:10', source: { bytes: 5_000 } },
      ],
      fires: [
        { window: '10:00', group: [], value: 5_000 },
        { window: '11:00', group: [], value: 5_000 },
      ],
    },
    {
      title: 'With logs of too few weeks nothing is abnormal yet, nor is a value without a past',
      params: { ...LAST_WEEKS, groupBy: ['source.ip'] },
      interval: '1h',
      events: [
        { at: '-8d 10:00' },
        { at: '-7d 10:10', times: 3, source: { ip: '192.0.2.7' } },
        { at: '10:15', times: 40, source: { ip: '192.0.2.7' } },
      ],
      fires: [],
    },
  ],
});

function findingOf({ median, above, below, side, ...current }: Judged, params: BaselineParams): Finding[] {
  if (!side) return [];
  const limit = side === 'above' ? above : below;
  const found =
    params.metric === 'count'
      ? eventCount(current.value)
      : `${inWords(current.value)} as ${subjectOf(params)}`;
  const tolerated = `${side === 'above' ? 'at most' : 'at least'} ${inWords(limit)}`;
  const reason = `${found} within ${params.window}; usual at this hour of the week is ${inWords(median)}, tolerated ${tolerated}.`;
  return [{ ...current, limit, reason }];
}

function subjectOf({ metric, field }: BaselineParams): string {
  return {
    count: 'the number',
    sum: `the sum of ${field}`,
    cardinality: `the number of different values of ${field}`,
    avg: `the average of ${field}`,
  }[metric];
}
