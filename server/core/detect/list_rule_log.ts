import type { RuleLogEntry, RuleLogQuery, RuleLogResponse } from '../../../common/rule_runs';
import { RULE_LOG_PATTERN } from '../../../common/plugin';
import { SiemError } from '../errors';
import { compileEventQuery, type EventQueryParts } from '../overview/event_query';
import type { Search } from '../ports';
import type { Clause } from './clauses';

const MAX_WINDOW = 10_000;

/** One page of the execution log of rules, newest first. */
export async function listRuleLog(
  parts: EventQueryParts & { search: Search },
  { from, to, query = '', language, ruleId, event, page = 0, size = 25 }: RuleLogQuery,
  signal?: AbortSignal,
): Promise<RuleLogResponse> {
  if ((page + 1) * size > MAX_WINDOW) {
    throw new SiemError(
      'invalid_input',
      `Only the first ${MAX_WINDOW} entries can be paged through: narrow the time or the filters.`,
    );
  }
  const filter: Clause[] = [await compileEventQuery({ query, language }, parts)];
  if (from || to) filter.push({ range: { '@timestamp': { gte: from, lte: to } } });
  if (ruleId) filter.push({ term: { 'rule.id': ruleId } });
  if (event) filter.push({ term: { 'event.action': event } });
  const { hits } = await parts.search.search(
    {
      index: RULE_LOG_PATTERN,
      body: {
        from: page * size,
        size,
        track_total_hits: true,
        query: { bool: { filter } },
        sort: [{ '@timestamp': { order: 'desc', unmapped_type: 'date' } }],
      },
    },
    signal,
  );
  return { total: hits.total, items: hits.hits.map(({ _source }) => _source as unknown as RuleLogEntry) };
}
