import type { LintBody, LintResponse } from '../../../../common/rule_lint';
import { mentionsOf } from '../../../../common/query/mentions';
import type { Search, ValueLists } from '../../ports';
import { knownFields, type KnownField } from '../known_fields';
import { checkCase } from './check_case';
import { lintQuery } from './lint_query';

export interface LintParts {
  lists: ValueLists;
  declaredFields(pattern: string): readonly KnownField[];
}

/** All that is wrong or doubtful with a query, for the form, looked up as the user behind `search`. */
export async function lintRuleQuery(
  { lists, declaredFields }: LintParts,
  { query, language, index: { title } }: LintBody,
  search: Search,
  signal?: AbortSignal,
): Promise<LintResponse> {
  const fields = await knownFields(title, search, declaredFields);
  const fieldTypes = new Map([...fields].map(([name, { type }]) => [name, type]));
  const problems = await lintQuery(query, { language, fieldTypes, lists });
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  const mentions = mentionsOf(language, query);
  return {
    problems: [...problems, ...(await checkCase(mentions, { fieldTypes, index: title, search }, signal))],
  };
}
