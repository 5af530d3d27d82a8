import type { ListInput } from '../../common/list';
import type { RuleView } from '../../common/rule';
import { createDownload } from '../adapters/outbound';
import { BUILT_IN_LISTS } from '../core/detect/query/built_in_lists';
import { ruleTypes } from '../core/detect/rule_types';
import type { IndicatorList } from '../core/ingest/enrich/indicators';
import { createListContent } from '../core/lists/list_content';
import { listsOfRule } from '../core/lists/list_use';
import { createListService } from '../core/lists/lists';
import { createListJobs, createListRefresh } from '../core/lists/refresh_list';
import { createValueLists } from '../core/lists/value_lists';
import type { ValueList } from '../core/ports';
import { SIEM_LIST_TYPE } from '../saved_objects';
import type { Foundation } from './foundation';

/** Value lists: what people do with them, what rules and enrichment read, and what fetches them. */
export function composeLists(
  { clock, newId, logger, state, guard, managed }: Foundation,
  { rules }: { rules(): Promise<RuleView[]> },
) {
  const objects = managed<ListInput>(SIEM_LIST_TYPE, 'list');
  const content = createListContent({ state, clock, newId });
  const refresh = createListRefresh({ content, download: createDownload(guard), clock });
  const values = createValueLists({ objects, content, clock, logger });
  const lists = createListService({
    objects,
    content,
    clock,
    refresh,
    reserved: new Set(BUILT_IN_LISTS.keys()),
    users: async () =>
      (await rules()).map((rule) => ({
        name: rule.name,
        lists: listsOfRule(rule, ruleTypes.get(rule.type).fields),
      })),
  });
  return {
    lists,
    values,
    indicators: asTexts(() => values.indicators()),
    jobs: createListJobs(() => values.fetched(), refresh),
  };
}

/** Lists as they travel to threads; made anew only when one of them has changed. */
function asTexts(indicators: () => Promise<readonly ValueList[]>): () => Promise<readonly IndicatorList[]> {
  let known: { of: readonly ValueList[]; texts: readonly IndicatorList[] } | undefined;
  return async () => {
    const of = await indicators();
    if (known?.of !== of) {
      const texts = of.map(({ name, kind, entries }) => ({ name, kind, values: entries.join('\n') }));
      known = { of, texts };
    }
    return known.texts;
  };
}
