import type { AlertsQuery } from '../../../common/api';
import { languageOf } from '../../services/query_language';
import { LIVE_DEFAULTS, resolveRange } from '../../services/time_range';

/** State of the alerts page with its defaults. `severity` and `status` are lists with commas; `alert` is the one that is open. */
export const ALERT_PARAMS = {
  ...LIVE_DEFAULTS,
  query: '',
  language: 'lucene',
  severity: '',
  status: '',
  rule: '',
  page: '0',
  size: '25',
  sort: '@timestamp',
  order: 'desc',
  alert: '',
};
export type AlertParams = typeof ALERT_PARAMS;

type QueryParams = Omit<AlertParams, 'alert' | 'refresh' | 'live'>;

/** What the server is asked for a state of the page. */
export function alertsQuery(params: QueryParams, now = new Date()): AlertsQuery {
  const { from, to } = resolveRange(params, now);
  const { query, language, severity, status, rule, page, size, sort, order } = params;
  return {
    from,
    to,
    page: wholeNumber(page, 0),
    size: wholeNumber(size, 25),
    sort,
    order,
    ...(query && { query, language: languageOf({ language }) }),
    ...(severity && { severity }),
    ...(status && { status }),
    ...(rule && { ruleId: rule }),
  };
}

/** Whether anything but the period narrows the list. */
export function isFiltered({ query, severity, status, rule }: AlertParams): boolean {
  return [query, severity, status, rule].some((value) => value !== '');
}

function wholeNumber(text: string, fallback: number): number {
  const value = Number(text);
  return Number.isInteger(value) && value >= 0 ? value : fallback;
}
