import type { RuleInput } from '../../../common/rule';

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** The events a rule is about: `events that match "…" in siem-logs-*`. */
export function eventsOf({ query, index }: Pick<RuleInput, 'query' | 'index'>): string {
  return query ? `events that match "${query}" in ${index.title}` : `events in ${index.title}`;
}

/** `every 5m`, or at which times instead. */
export function pace({ interval, cron }: Pick<RuleInput, 'interval' | 'cron'>): string {
  return cron === undefined ? `every ${interval}` : `at the times of the cron line "${cron}"`;
}

/** The same at the beginning of a sentence. */
export function paceFirst(rule: Pick<RuleInput, 'interval' | 'cron'>): string {
  const words = pace(rule);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** ` for the same source.ip and user.name`; nothing without a group. */
export function forTheSame(groupBy: readonly string[] | undefined): string {
  return groupBy?.length ? ` for the same ${groupBy.join(' and ')}` : '';
}

/** `, once for each source.ip and user.name`; nothing without a group. */
export function onceForEach(groupBy: readonly string[]): string {
  return groupBy.length > 0 ? `, once for each ${groupBy.join(' and ')}` : '';
}

export function eventCount(count: number): string {
  if (count === 0) return 'no event';
  return count === 1 ? '1 event' : `${inWords(count)} events`;
}

/** A number as people write it, rounded to hundredths. */
export function inWords(value: number): string {
  return NUMBER.format(value);
}
