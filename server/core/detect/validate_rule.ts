import type { Field, FieldValues } from '../../../common/field';
import { mentionsOf } from '../../../common/query/mentions';
import type { RuleInput } from '../../../common/rule';
import { SiemError, asSiemError } from '../errors';
import type { Clock, Search, ValueLists } from '../ports';
import type { Registry } from '../registry';
import { checkSamples, type SampleMatcher } from './author/check_samples';
import { checkShape } from './check_shape';
import { type PreparedRule, prepareRule } from './prepare_rule';
import { lintQuery } from './query/lint_query';
import { type FieldTypes, knownFields, type KnownField } from './known_fields';
import { queriesOf } from './rule_queries';
import type { RuleType, Windows } from './rule_type';

interface Parts {
  ruleTypes: Registry<RuleType>;
  lists: ValueLists;
  clock: Clock;
  samples: SampleMatcher;
  /** Fields that events of our own indices can have, though none has come yet. */
  declaredFields(pattern: string): readonly KnownField[];
}

/**
 * Checks a rule before it is kept: its parameters, its windows, its queries (syntax, fields, lists), and by trying the search as the user behind
 * `search`. Returns it with parameters that were left out filled in, and the types of the fields it mentions. Fails with `invalid_input`,
 * `query_invalid` or what OpenSearch says; messages name the field, and the place in it.
 */
export function createRuleValidator({ ruleTypes, lists, clock, samples, declaredFields }: Parts) {
  return async function validateRule(rule: RuleInput, search: Search): Promise<RuleInput> {
    const type = ruleTypes.get(rule.type);
    const { params, windows } = checkShape(rule, type);
    const fields = await knownFields(rule.index.title, search, declaredFields);
    const complete = { ...rule, params };
    checkFields(complete, type, fields);
    await checkQueries(complete, type, fields, lists);
    const checked = {
      ...complete,
      index: { ...rule.index, fieldTypes: mentionedTypes(complete, type, fields) },
    };
    const prepared = await prepareRule(checked, type, lists, clock.now());
    await trySearch(checked, type, windows, prepared, search);
    await checkSamples(samples, rule.index.title, rule.samples ?? [], prepared.query);
    return checked;
  };
}

function checkFields({ index, params }: RuleInput, type: RuleType, fields: FieldTypes): void {
  const time = fields.get(index.timeField);
  if (time && time.type !== 'date' && time.type !== 'date_nanos') {
    throw new SiemError(
      'invalid_input',
      `index.timeField: ${index.timeField} is of the type ${time.type}, not a date.`,
    );
  }
  checkFieldNames(type.fields, params, 'params', fields);
}

/** Names of fields to group by or to calculate with, in rows too. */
function checkFieldNames(
  declared: readonly Field[],
  values: FieldValues,
  path: string,
  known: FieldTypes,
): void {
  for (const field of declared) {
    const place = `${path}.${field.name}`;
    const value = values[field.name];
    if (field.type === 'rows') {
      (value as FieldValues[] | undefined)?.forEach((row, index) =>
        checkFieldNames(field.fields, row, `${place}.${index}`, known),
      );
    } else if (field.type === 'event_fields' || field.type === 'event_field') {
      for (const name of [value ?? []].flat() as string[]) checkFieldName(name, place, known, field);
    }
  }
}

function checkFieldName(
  name: string,
  place: string,
  known: FieldTypes,
  { types, mayBeAbsent }: { types?: readonly string[]; mayBeAbsent?: true },
): void {
  if (known.size === 0) return;
  const field = known.get(name);
  if (!field && mayBeAbsent) return;
  if (!field) throw new SiemError('invalid_input', `${place}: there is no field ${name} in these indices.`);
  if (types && !types.includes(field.type)) {
    throw new SiemError(
      'invalid_input',
      `${place}: ${name} is of the type ${field.type}; it must be one of ${types.join(', ')}.`,
    );
  }
  if (!field.aggregatable) {
    throw new SiemError(
      'invalid_input',
      `${place}: ${name} is of the type ${field.type}, which cannot be grouped by; choose a keyword, number or address.`,
    );
  }
}

async function checkQueries(
  rule: RuleInput,
  type: RuleType,
  fields: FieldTypes,
  lists: ValueLists,
): Promise<void> {
  const language = rule.language ?? 'lucene';
  const fieldTypes = new Map([...fields].map(([name, field]) => [name, field.type]));
  for (const { place, text } of queriesOf(rule, type)) {
    const problem = (await lintQuery(text, { language, fieldTypes, lists })).find(
      ({ severity }) => severity === 'error',
    );
    if (problem) {
      throw new SiemError('query_invalid', `${place}: at character ${problem.at + 1}: ${problem.message}`);
    }
  }
}

/** Types of the fields that the queries mention; they decide what DQL means. */
function mentionedTypes(rule: RuleInput, type: RuleType, fields: FieldTypes): Record<string, string> {
  const mentioned: Record<string, string> = {};
  for (const { text } of queriesOf(rule, type)) {
    for (const { field } of mentionsOf(rule.language ?? 'lucene', text)) {
      if (field === undefined) continue;
      const [start = ''] = field.split('*', 1);
      const names = field.includes('*')
        ? [...fields.keys()].filter((name) => name.startsWith(start))
        : [field];
      for (const name of names) {
        const known = fields.get(name);
        if (known) mentioned[name] = known.type;
      }
    }
  }
  return mentioned;
}

/** No time range: OpenSearch does not parse the rest of a query where a range alone rules every document out. */
async function trySearch(
  { index, params }: RuleInput,
  type: RuleType,
  windows: Windows,
  { query, clause, list }: PreparedRule,
  search: Search,
): Promise<void> {
  const steps = type.judge(params, { windows, ends: new Set(), withPoints: false, clause, list }).next();
  for (const { filter = [], body } of steps.done ? [] : steps.value) {
    const whole = {
      size: 0,
      terminate_after: 1,
      timeout: '30s',
      query: { bool: { filter: [query, ...filter] } },
      ...body,
    };
    try {
      await search.search({ index: index.title, body: whole });
    } catch (thrown) {
      const error = asSiemError(thrown);
      const place = error.code === 'query_invalid' ? 'query' : 'index';
      throw new SiemError(error.code, `${place}: ${error.message}`, { cause: error });
    }
  }
}
