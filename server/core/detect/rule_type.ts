import { defaultsOf, type FieldValues } from '../../../common/field';
import type { RuleTypeDeclaration } from '../../../common/kinds';
import type { RuleInput } from '../../../common/rule';

/** The windows of a rule: one of `length` ends at every multiple of `every`, which divides it. Milliseconds. */
export interface Windows {
  timeField: string;
  length: number;
  every: number;
}

/** One field of a finding's group; null stands for events without the field, which are a group of their own. */
export interface GroupValue {
  field: string;
  value: string | number | boolean | null;
}

/** One window of one group in which a rule's condition holds. Times are epoch milliseconds. */
export interface Finding {
  /** From, which is in the window, to the end, which is not. */
  window: { from: number; to: number };
  group: GroupValue[];
  /** What was compared with `limit`. */
  value: number;
  limit: number;
  /** Events of the group in the window, and the times of the first and last one. */
  count: number;
  firstSeen: number;
  lastSeen: number;
  /** Why it fired, in a sentence without the group. */
  reason: string;
}

/** What a rule type puts into a search body, beside the query and `size: 0`. */
export interface SearchPart {
  aggs: Record<string, unknown>;
}

export interface Evaluation {
  findings: Finding[];
  /** The search that brings the next page, where the answer was not all. */
  next?: SearchPart;
}

/** Events, what a rule of the type makes of them; shown in the reference and run by a test on a real OpenSearch. */
export interface RuleExample<P> {
  title: string;
  params: P;
  interval: string;
  /** `@timestamp` is added from `at`, the time of day. */
  events: Array<{ at: string; times?: number } & Record<string, unknown>>;
  /** `window` is the time of day at which it ends. */
  fires: Array<{ window: string; group: Array<GroupValue['value']>; value: number }>;
}

/**
 * A kind of rule. Pure: it says what to search and what an answer means; query, windows to search, alerts and notifications are the
 * same for all kinds.
 */
export interface RuleType<P = FieldValues> extends RuleTypeDeclaration {
  /** Length of the window, a duration. */
  windowOf(params: P): string;
  search(params: P, windows: Windows): SearchPart;
  /** `aggregations` of an answer, or undefined where no index matched. */
  evaluate(params: P, aggregations: Record<string, unknown> | undefined, windows: Windows): Evaluation;
  /** What the rule does, in one plain sentence. */
  summary(rule: Pick<RuleInput, 'query' | 'index' | 'interval'>, params: P): string;
  examples: Array<RuleExample<P>>;
}

/**
 * A rule type whose `params` are what its `fields` declare, checked by `fieldsCodec(fields)` before they are stored. Those left out, or not
 * yet known when a rule was stored, take their defaults.
 */
export function defineRuleType<P>(type: RuleType<P>): RuleType {
  const complete = (params: FieldValues) => ({ ...defaultsOf(type.fields), ...params }) as P;
  return {
    ...type,
    windowOf: (params) => type.windowOf(complete(params)),
    search: (params, windows) => type.search(complete(params), windows),
    evaluate: (params, aggregations, windows) => type.evaluate(complete(params), aggregations, windows),
    summary: (rule, params) => type.summary(rule, complete(params)),
    examples: type.examples as unknown as Array<RuleExample<FieldValues>>,
  };
}
