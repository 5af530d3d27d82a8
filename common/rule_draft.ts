import { isRight } from 'fp-ts/lib/Either';
import * as t from 'io-ts';
import { oneOf, text } from './codec';
import { maxItems } from './field';
import { object } from './object_codec';
import { Filter, QUERY_LANGUAGES, RuleIndex } from './rule';

/** What "Create alert" takes over from a page of the host into the rule form. */
export const RuleDraft = object(
  {
    /** Empty means every event. */
    query: t.string,
    filters: maxItems(t.array(Filter), 50),
    indexPattern: RuleIndex,
    /** As the time picker has it: dates or date math such as `now-24h`. */
    time: object({ from: t.string, to: t.string }),
  },
  {
    /** Of the query; Lucene unless given. */
    language: oneOf(QUERY_LANGUAGES),
    /** Of dates in the query that name none, such as `Europe/Berlin`. */
    timeZone: text(60),
  },
);
export type RuleDraft = t.TypeOf<typeof RuleDraft>;

/** The path, below the app, of the rule form filled with `draft`. */
export function ruleDraftPath(draft: RuleDraft): string {
  return `/rules/new?from=discover&state=${encodeURIComponent(JSON.stringify(draft))}`;
}

/** The draft in a URL's query string; undefined when there is none or it is not one of ours. */
export function readRuleDraft(search: string): RuleDraft | undefined {
  const state = new URLSearchParams(search).get('state');
  if (!state) return undefined;
  try {
    const result = RuleDraft.decode(JSON.parse(state));
    return isRight(result) ? result.right : undefined;
  } catch {
    return undefined;
  }
}
