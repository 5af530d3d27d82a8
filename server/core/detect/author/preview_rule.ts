import { durationMs } from '../../../../common/duration';
import type { PreviewBody, PreviewResponse } from '../../../../common/rule_preview';
import type { RuleInput } from '../../../../common/rule';
import { asSiemError } from '../../errors';
import type { Clock, Search, ValueLists } from '../../ports';
import type { Registry } from '../../registry';
import { groupBy } from '../../group_by';
import { timeClause, type TimeSpan } from '../clauses';
import { episodesOf } from '../episodes';
import { groupKey } from '../group';
import { prepareRule } from '../prepare_rule';
import type { Finding, RuleType, Windows } from '../rule_type';
import { searchWindows } from '../search_windows';
import { windowsBetween } from '../windows';
import { seriesOf } from './preview_series';

const DAY = 86_400_000;
const MOST_GROUPS = 20;
const EVENTS = 10;
const COUNTED = 10_000;

export interface PreviewParts {
  ruleTypes: Registry<RuleType>;
  lists: ValueLists;
  clock: Clock;
  /** The rule with its parameters completed, or an error that names what is wrong. */
  validate(rule: RuleInput, search: Search): Promise<RuleInput>;
}

/**
 * Judges the windows of the last hour, day or week as the evaluator would, without writing anything, as the user behind `search`. Fails as
 * saving the rule would.
 */
export async function previewRule(
  { ruleTypes, lists, clock, validate }: PreviewParts,
  { rule: input, period }: PreviewBody,
  search: Search,
  signal: AbortSignal,
): Promise<PreviewResponse> {
  const rule = await validate(input, search);
  const type = ruleTypes.get(rule.type);
  const length = durationMs(type.windowOf(rule.params, rule.interval));
  const windows: Windows = { timeField: rule.index.timeField, length, every: durationMs(rule.interval) };
  const judgedAfter = type.judgedAfter?.(rule.params);
  const now = clock.now();
  const to = judgedAfter === undefined ? now + windows.every : now - durationMs(judgedAfter);
  const span: TimeSpan = { from: now - durationMs(period), to: now };
  const ends = windowsBetween(span.from + length - 1, to, windows);
  const prepared = await prepareRule(rule, type, lists, now);

  const planned = { rule, type, prepared, windows, ends, withPoints: true };
  const [[judged], events] = await Promise.all([
    searchWindows(search, [planned], signal),
    matchingEvents(rule, prepared.query, span, search, signal),
  ]);
  if (!judged) throw new Error('no verdict');
  if (judged.error && judged.failed.size === ends.size) throw judged.error;

  const days = Math.max(span.to - span.from, length) / DAY;
  const alerts = alertsOf(judged.findings, length, rule.quietFor);
  const total = alerts.reduce((sum, group) => sum + group.alerts, 0);
  const runs = Math.max(1, ends.size);
  return {
    from: new Date(span.from).toISOString(),
    to: new Date(span.to).toISOString(),
    windows: ends.size - judged.failed.size,
    ...seriesOf(judged.points ?? []),
    alerts: {
      total,
      perDay: Math.round((total / days) * 10) / 10,
      groups: alerts.slice(0, MOST_GROUPS),
    },
    ...events,
    took: judged.took,
    tookPerRun: Math.max(1, Math.ceil((judged.took / runs) * (length / windows.every))),
    warnings: [
      ...(judged.warnings ?? []),
      ...(judged.error
        ? [`${judged.failed.size} windows could not be searched: ${judged.error.message}`]
        : []),
    ],
  };
}

/** One line for each group, most alerts first. */
function alertsOf(
  findings: readonly Finding[],
  length: number,
  quietFor: string | undefined,
): PreviewResponse['alerts']['groups'] {
  const groups = groupBy(findings, ({ group }) => groupKey(group));
  const quiet = quietFor === undefined ? length : durationMs(quietFor);
  return [...groups]
    .map(([group, inGroup]) => {
      const worst = inGroup.reduce((a, b) => (b.value > a.value ? b : a));
      const alerts = episodesOf(inGroup, [], { length, quietFor: quiet }).length;
      return { group, alerts, value: worst.value, reason: worst.reason };
    })
    .sort((a, b) => b.alerts - a.alerts || b.value - a.value);
}

async function matchingEvents(
  { index }: RuleInput,
  query: Record<string, unknown>,
  span: TimeSpan,
  search: Search,
  signal: AbortSignal,
): Promise<Pick<PreviewResponse, 'events' | 'matching'>> {
  const body = {
    size: EVENTS,
    track_total_hits: COUNTED + 1,
    timeout: '30s',
    sort: [{ [index.timeField]: 'desc' }],
    query: { bool: { filter: [query, timeClause(index.timeField, [span])] } },
  };
  try {
    const { hits } = await search.search({ index: index.title, body }, signal);
    const more = hits.total > COUNTED;
    return {
      events: hits.hits.map(({ _source }) => _source),
      matching: { count: more ? COUNTED : hits.total, more },
    };
  } catch (error) {
    throw asSiemError(error);
  }
}
