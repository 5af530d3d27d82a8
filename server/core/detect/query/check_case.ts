import type { LintProblem } from '../../../../common/rule_lint';
import type { Mention } from '../../../../common/query/mentions';
import type { Search } from '../../ports';

/** So many values of a query are looked up. */
const MOST = 50;

interface Looked {
  exact: { doc_count: number };
  other: { doc_count: number; spelt: { buckets: Array<{ key: string }> } };
}

/**
 * Values of keyword fields that no event has as they are written, while some have them in other letters: a query for them finds nothing, and
 * looks right. Looks at all events of the pattern, as the user behind `search`.
 */
export async function checkCase(
  mentions: readonly Mention[],
  parts: { fieldTypes: ReadonlyMap<string, string>; index: string; search: Search },
  signal?: AbortSignal,
): Promise<LintProblem[]> {
  const { fieldTypes, index, search } = parts;
  const looked = mentions
    .filter(
      ({ field, form, values: [value = ''] }) =>
        isWord(form, value) && fieldTypes.get(field ?? '') === 'keyword',
    )
    .slice(0, MOST);
  if (looked.length === 0) return [];
  const aggs = Object.fromEntries(looked.map((mention, place) => [`m${place}`, aggregationOf(mention)]));
  const { aggregations } = await search.search({ index, body: { size: 0, timeout: '10s', aggs } }, signal);
  return looked.flatMap(({ field, values: [value = ''], at }, place): LintProblem[] => {
    const answer = aggregations?.[`m${place}`] as Looked | undefined;
    const spelt = answer?.other.spelt.buckets[0]?.key;
    if (!answer || answer.exact.doc_count > 0 || spelt === undefined) return [];
    const message = `No event has ${JSON.stringify(value)} in ${field}, but some have ${JSON.stringify(spelt)}: upper and lower case count.`;
    return [{ severity: 'warning', code: 'wrong_case', message, at }];
  });
}

function isWord(form: Mention['form'], value: string): boolean {
  return form === 'value' && value.toLowerCase() !== value.toUpperCase();
}

function aggregationOf({ field = '', values: [value = ''] }: Mention) {
  const term = (options: object) => ({ term: { [field]: { value, ...options } } });
  return {
    filter: { match_all: {} },
    aggs: {
      exact: { filter: term({}) },
      other: {
        filter: term({ case_insensitive: true }),
        aggs: { spelt: { terms: { field, size: 1 } } },
      },
    },
  };
}
