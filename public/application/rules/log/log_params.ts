import { RULE_LOG_EVENTS, type RuleLogQuery } from '../../../../common/rule_runs';
import { languageOf } from '../../../services/query_language';
import { resolveRange, TIME_DEFAULTS } from '../../../services/time_range';

/** State of the execution log with its defaults; `rule` is an id. */
export const LOG_PARAMS = {
  ...TIME_DEFAULTS,
  query: '',
  language: 'lucene',
  rule: '',
  event: '',
  page: '0',
  size: '25',
};
export type LogParams = typeof LOG_PARAMS;

/** What the server is asked for a state of the page. */
export function logQuery(
  { query, language, rule, event, page, size, ...range }: Omit<LogParams, 'refresh' | 'live'>,
  now = new Date(),
): RuleLogQuery {
  const known = RULE_LOG_EVENTS.find((each) => each === event);
  const { from, to } = resolveRange(range, now);
  return {
    from,
    to,
    page: wholeNumber(page, 0),
    size: Math.min(Math.max(wholeNumber(size, 25), 1), 100),
    ...(query && { query, language: languageOf({ language }) }),
    ...(rule && { ruleId: rule }),
    ...(known && { event: known }),
  };
}

/** Whether anything but the period narrows the log. */
export function isLogFiltered({ query, rule, event }: LogParams): boolean {
  return query !== '' || rule !== '' || event !== '';
}

function wholeNumber(text: string, fallback: number): number {
  const value = Number(text);
  return text !== '' && Number.isInteger(value) && value >= 0 ? value : fallback;
}
