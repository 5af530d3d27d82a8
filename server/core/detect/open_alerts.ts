import type { AlertDocument } from '../../../common/alert';
import type { Search } from '../ports';
import { ALERT_INDEX_PREFIX } from './alert_document';
import type { OpenAlert } from './episodes';
import { groupKey } from './group';
import type { Finding } from './rule_type';

const ALERTS = `${ALERT_INDEX_PREFIX}*`;
const GROUPS_PER_SEARCH = 500;
const MOST_ALERTS = 10_000;

/** A rule's findings, and how far from them an alert may lie to be touched by them. */
export interface Fired {
  ruleId: string;
  findings: readonly Finding[];
  /** Milliseconds. */
  reach: number;
}

/** For each rule its alerts, by group key, that findings may touch, or why they could not be read. What earlier runs wrote is seen, since the indices are refreshed first. */
export async function findOpenAlerts(
  search: Search,
  fired: readonly Fired[],
): Promise<Array<Map<string, OpenAlert[]> | Error>> {
  const found: Array<Map<string, OpenAlert[]> | Error> = fired.map(() => new Map());
  const requests = fired.flatMap((each, index) => requestsOf(each).map((body) => ({ index, body })));
  if (requests.length === 0) return found;

  await search.refresh(ALERTS);
  const answers = await search.msearch(requests.map(({ body }) => ({ index: ALERTS, body })));
  answers.forEach((answer, place) => {
    const index = requests[place]?.index ?? -1;
    const groups = found[index];
    if (!groups || groups instanceof Error) return;
    if (answer instanceof Error) {
      found[index] = answer;
      return;
    }
    for (const { _id, _index, _source } of answer.hits.hits) {
      const document = _source as AlertDocument;
      const { key } = document.alert.group;
      const alerts = groups.get(key) ?? [];
      alerts.push({ id: _id, index: _index, document });
      groups.set(key, alerts);
    }
  });
  return found;
}

function requestsOf({ ruleId, findings, reach }: Fired): Array<Record<string, unknown>> {
  const keys = [...new Set(findings.map(({ group }) => groupKey(group)))];
  const from = findings.reduce((least, { window }) => Math.min(least, window.from), Infinity) - reach;
  const to = findings.reduce((most, { window }) => Math.max(most, window.to), -Infinity) + reach;
  const bodies = [];
  for (let start = 0; start < keys.length; start += GROUPS_PER_SEARCH) {
    const filter = [
      { term: { 'rule.id': ruleId } },
      { terms: { 'alert.group.key': keys.slice(start, start + GROUPS_PER_SEARCH) } },
      // By its windows, not its last event: one of a longer window, as the rule had before it was changed, may reach far beyond that.
      { range: { 'alert.windows': { gte: from, format: 'epoch_millis' } } },
      { range: { 'alert.first_seen': { lte: to, format: 'epoch_millis' } } },
    ];
    const query = { bool: { filter, must_not: [{ exists: { field: 'alert.merged_into' } }] } };
    bodies.push({ size: MOST_ALERTS, query });
  }
  return bodies;
}
