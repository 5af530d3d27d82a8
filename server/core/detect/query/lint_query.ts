import type { LintProblem } from '../../../../common/rule_lint';
import { type Mention, mentionsOf } from '../../../../common/query/mentions';
import { QueryError } from '../../../../common/query/query_error';
import { luceneTraps, type Trap } from '../../../../common/query/traps';
import type { QueryLanguage } from '../../../../common/rule';
import type { ValueLists } from '../../ports';
import { BUILT_IN_LISTS } from './built_in_lists';
import { nearest } from './nearest';
import { referencedList } from './list_references';
import { fitsType } from './value_types';

const TRAPS: Record<Trap['code'], string> = {
  or_not:
    'OR NOT excludes these events from the whole search. Write it with parentheses, such as a OR (*:* NOT b), if it is meant for one side.',
  mixed_operators: 'AND wins over OR here, and what stands before OR has no effect. Set parentheses.',
  bare_word:
    'This word is searched in every field. Put the value in quotation marks if it belongs to the field before.',
};

interface Parts {
  language: QueryLanguage;
  /** OpenSearch's types of all fields of the index pattern, by name; empty where there is no index yet, and then fields are not looked at. */
  fieldTypes: ReadonlyMap<string, string>;
  lists: ValueLists;
}

/** What is wrong with a query, or may not mean what was meant, without searching; errors first. */
export async function lintQuery(
  text: string,
  { language, fieldTypes, lists }: Parts,
): Promise<LintProblem[]> {
  let mentions: Mention[];
  let traps: Trap[];
  try {
    mentions = mentionsOf(language, text);
    traps = language === 'lucene' ? luceneTraps(text) : [];
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return [{ severity: 'error', code: 'syntax', message: `${sentence(error.message)}`, at: error.at }];
  }
  const problems: LintProblem[] = traps.map(({ code, at }) => ({
    severity: 'warning',
    code,
    message: TRAPS[code],
    at,
  }));
  for (const mention of mentions) {
    const problem =
      fieldProblem(mention, fieldTypes) ?? (await listProblem(mention, lists)) ?? wildcardProblem(mention);
    if (problem) problems.push(problem);
  }
  const rank = { error: 0, warning: 1 };
  return problems.sort((a, b) => rank[a.severity] - rank[b.severity] || a.at - b.at);
}

function fieldProblem(
  { field, form, values, at }: Mention,
  types: ReadonlyMap<string, string>,
): LintProblem | undefined {
  if (field === undefined || types.size === 0 || /[*?]/.test(field) || field.startsWith('_'))
    return undefined;
  const type = types.get(field);
  if (type === undefined) {
    // Objects can be asked for with `field: *`, though they have no type of their own.
    if (form === 'exists' && [...types.keys()].some((name) => name.startsWith(`${field}.`))) return undefined;
    if (isInsideFlatObject(field, types)) return undefined;
    const similar = nearest(field, types.keys());
    const hint = similar ? ` Did you mean ${similar}?` : '';
    return {
      severity: 'error',
      code: 'unknown_field',
      message: `There is no field ${field} in these indices.${hint}`,
      at,
    };
  }
  const unfit =
    form === 'value' || form === 'range' ? values.find((value) => !fitsType(value, type)) : undefined;
  if (unfit === undefined) return undefined;
  return {
    severity: 'error',
    code: 'wrong_type',
    message: `${field} is of the type ${type}; ${JSON.stringify(unfit)} is none.`,
    at,
  };
}

/** What is below a `flat_object` can be asked for by its path, and is a field of no type. */
function isInsideFlatObject(field: string, types: ReadonlyMap<string, string>): boolean {
  for (let dot = field.indexOf('.'); dot > 0; dot = field.indexOf('.', dot + 1)) {
    if (types.get(field.slice(0, dot)) === 'flat_object') return true;
  }
  return false;
}

async function listProblem(
  { values, quoted, at }: Mention,
  lists: ValueLists,
): Promise<LintProblem | undefined> {
  const name = quoted ? referencedList(values[0] ?? '') : undefined;
  if (name === undefined || BUILT_IN_LISTS.has(name)) return undefined;
  const list = await lists.get(name);
  if (!list) {
    return {
      severity: 'error',
      code: 'unknown_list',
      message: `There is no list ${name}; make it on the Lists page.`,
      at,
    };
  }
  if (list.entries.length > 0) return undefined;
  return {
    severity: 'warning',
    code: 'empty_list',
    message: `The list ${name} is empty, so this finds nothing.`,
    at,
  };
}

function wildcardProblem({ form, values, at }: Mention): LintProblem | undefined {
  const [value = ''] = values;
  const costly =
    (form === 'wildcard' && /^[*?]/.test(value)) || (form === 'regexp' && /^\/\.[*+?]/.test(value));
  if (!costly) return undefined;
  return {
    severity: 'warning',
    code: 'leading_wildcard',
    message:
      'A value that begins with a wildcard is compared with every value there is, which is slow. Give its beginning if you can.',
    at,
  };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
