import { describeErrors } from '../../../common/codec';
import { durationMs } from '../../../common/duration';
import { fieldsCodec, type FieldValues } from '../../../common/field';
import type { RuleInput } from '../../../common/rule';
import { SiemError, asSiemError } from '../errors';
import type { Search, ValueLists } from '../ports';
import type { Registry } from '../registry';
import { type PreparedRule, prepareRule } from './prepare_rule';
import type { RuleType, Windows } from './rule_type';

const SHORTEST_INTERVAL = 60_000;
/** Windows that overlap are as many aggregations of one search. */
const MOST_OVERLAPPING = 60;

/**
 * Checks a rule before it is kept: its parameters, its windows, and by trying the search as the user behind `search`, that the query
 * parses and the fields can be grouped by. Returns it with the parameters that were left out filled in. Fails with `invalid_input`, `query_invalid` or what OpenSearch says; messages name the field.
 */
export function createRuleValidator(ruleTypes: Registry<RuleType>, lists: ValueLists) {
  return async function validateRule(rule: RuleInput, search: Search): Promise<RuleInput> {
    const type = ruleTypes.get(rule.type);
    const params = fieldsCodec(type.fields).decode(rule.params);
    if (params._tag === 'Left') {
      const lines = describeErrors(params.left).map((line) => `params.${line}`);
      throw new SiemError('invalid_input', lines.join('; '));
    }
    const windows = {
      timeField: rule.index.timeField,
      length: durationMs(type.windowOf(params.right, rule.interval)),
      every: durationMs(rule.interval),
    };
    checkWindows(windows, rule.interval, type.windowOf(params.right, rule.interval));
    await checkFields(rule, type, params.right, search);
    type.check?.(params.right);
    const checked = { ...rule, params: params.right };
    await trySearch(checked, type, windows, await prepareRule(checked, type, lists), search);
    return checked;
  };
}

function checkWindows(
  { length, every }: { length: number; every: number },
  interval: string,
  window: string,
): void {
  if (every < SHORTEST_INTERVAL) {
    throw new SiemError('invalid_input', `interval: ${interval} is too short; the shortest is 1m.`);
  }
  if (every > length || length % every !== 0) {
    throw new SiemError(
      'invalid_input',
      `interval: ${interval} must go into the window of ${window} without a rest, such as 1m or 5m into 10m.`,
    );
  }
  if (length / every > MOST_OVERLAPPING) {
    throw new SiemError(
      'invalid_input',
      `interval: ${interval} is too short for a window of ${window}; it must be at least a ${MOST_OVERLAPPING}th of it.`,
    );
  }
}

/** Fields that are not there are let pass: the logs that bring them may not have come yet. */
async function checkFields(
  { index }: RuleInput,
  type: RuleType,
  params: FieldValues,
  search: Search,
): Promise<void> {
  const known = new Map((await search.fields(index.title)).map((field) => [field.name, field]));
  const time = known.get(index.timeField);
  if (time && time.type !== 'date' && time.type !== 'date_nanos') {
    throw new SiemError(
      'invalid_input',
      `index.timeField: ${index.timeField} is of the type ${time.type}, not a date.`,
    );
  }
  for (const { name } of type.fields.filter((field) => field.type === 'event_fields')) {
    const names = (params[name] ?? []) as string[];
    const unfit = names.find((field) => known.get(field)?.aggregatable === false);
    if (unfit !== undefined) {
      throw new SiemError(
        'invalid_input',
        `params.${name}: ${unfit} is of the type ${known.get(unfit)?.type}, which cannot be grouped by; choose a keyword, number or address.`,
      );
    }
  }
}

/** No time range: OpenSearch does not parse the rest of a query where a range alone rules every document out. */
async function trySearch(
  { index, params }: RuleInput,
  type: RuleType,
  windows: Windows,
  { query, ...prepared }: PreparedRule,
  search: Search,
): Promise<void> {
  const steps = type.judge(params, { windows, ends: new Set(), withPoints: false, ...prepared }).next();
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
