import { RISK_SCORES, SEVERITIES, type RuleView } from '../../../common/rule';
import { marksOf, type RuleMark } from './rule_marks';

/** State of the list of rules with its defaults. All but `query` and those of paging are lists, see `joinParts`. */
export const RULE_PARAMS = {
  query: '',
  state: '',
  severity: '',
  type: '',
  tag: '',
  tactic: '',
  page: '0',
  size: '25',
  sort: 'name',
  order: 'asc',
};
export type RuleParams = typeof RULE_PARAMS;

const FILTERS = ['query', 'state', 'severity', 'type', 'tag', 'tactic'] as const;

/** Whether anything narrows the list. */
export function isFiltered(params: RuleParams): boolean {
  return FILTERS.some((name) => params[name] !== '');
}

/** A parameter that is a list: the parts with commas between them; a comma or `%` of their own, as tags may have, stands as `%2C` or `%25`. */
export function joinParts(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[%,]/g, encodeURIComponent)).join(',');
}

/** The parts of a parameter that is a list. */
export function partsOf(value: string): string[] {
  return value === '' ? [] : value.split(',').map((part) => part.replace(/%2[5C]/g, decodeURIComponent));
}

/** The rules that fit: every filter by at least one of its values, and every word of the query. */
export function rulesThatFit(rules: readonly RuleView[], params: RuleParams, now = Date.now()): RuleView[] {
  const words = params.query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (filter: string, values: readonly string[]) => {
    const wanted = partsOf(filter);
    return wanted.length === 0 || wanted.some((value) => values.includes(value));
  };
  return rules.filter(
    (rule) =>
      fits(params.state, marksOf(rule, now)) &&
      fits(params.severity, [rule.severity]) &&
      fits(params.type, [rule.type]) &&
      fits(params.tag, rule.tags ?? []) &&
      fits(params.tactic, tacticsOf(rule)) &&
      (words.length === 0 || containsAll(searchedText(rule), words)),
  );
}

/** Ids of its MITRE ATT&CK tactics, each once. */
export function tacticsOf({ threats }: Pick<RuleView, 'threats'>): string[] {
  return [...new Set((threats ?? []).map(({ tactic }) => tactic))];
}

function searchedText({ id, name, summary, description, query, type, tags, threats, index }: RuleView) {
  const ids = (threats ?? []).flatMap(({ tactic, technique }) => [tactic, technique ?? '']);
  return [id, name, summary, description ?? '', query, type, index.title, ...(tags ?? []), ...ids]
    .join('\n')
    .toLowerCase();
}

function containsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** What the alerts raised by a rule are scored with, unless an event says otherwise. */
export function riskScoreOf({ riskScore, severity }: Pick<RuleView, 'riskScore' | 'severity'>): number {
  return riskScore ?? RISK_SCORES[severity];
}

const BY_NAME = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The worst in front when in descending order. */
const STATE_ORDER: readonly RuleMark[] = ['disabled', 'waiting', 'ok', 'changed_outside', 'failing'];

const KEYS: Record<string, (rule: RuleView, alerts: ReadonlyMap<string, number>) => string | number> = {
  type: ({ type }) => type,
  severity: (rule) => SEVERITIES.indexOf(rule.severity) * 1_000 + riskScoreOf(rule),
  state: (rule) => STATE_ORDER.indexOf(marksOf(rule)[0] as RuleMark),
  lastRun: ({ status }) => status.lastRunAt ?? '',
  lastAlert: ({ status }) => status.lastAlertAt ?? '',
  alerts: ({ id }, alerts) => alerts.get(id) ?? 0,
};

/**
 * In the order that the parameters name; by name where they are equal.
 * @param alerts how many alerts each rule has, by id
 */
export function sortRules(
  rules: readonly RuleView[],
  { sort, order }: Pick<RuleParams, 'sort' | 'order'>,
  alerts: ReadonlyMap<string, number>,
): RuleView[] {
  const key = KEYS[sort];
  const sign = order === 'desc' ? -1 : 1;
  return rules
    .map((rule) => ({ rule, value: key?.(rule, alerts) ?? '' }))
    .sort((a, b) => {
      if (a.value !== b.value) return a.value < b.value ? -sign : sign;
      return BY_NAME.compare(a.rule.name, b.rule.name) * (key ? 1 : sign);
    })
    .map(({ rule }) => rule);
}

/** The rules of the page that is shown; the last page where the parameter names one beyond it. */
export function pageOf<T>(items: readonly T[], { page, size }: Pick<RuleParams, 'page' | 'size'>) {
  const pageSize = [25, 50, 100].includes(Number(size)) ? Number(size) : 25;
  const last = Math.max(0, Math.ceil(items.length / pageSize) - 1);
  const wanted = Number(page);
  const pageIndex = Math.min(Number.isInteger(wanted) && wanted > 0 ? wanted : 0, last);
  const start = pageIndex * pageSize;
  return { pageIndex, pageSize, items: items.slice(start, start + pageSize) };
}
