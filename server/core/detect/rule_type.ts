import { defaultsOf, type FieldValues } from '../../../common/field';
import type { RuleTypeDeclaration } from '../../../common/kinds';
import type { ListKind } from '../../../common/list';
import type { RuleInput } from '../../../common/rule';
import type { SearchAnswer, ValueList } from '../ports';
import type { Clause, TimeSpan } from './clauses';

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

/** One search of a rule: its query and time come from the rule, the rest of the body from its type. */
export interface SearchStep {
  /** Query DSL that events must match besides. */
  filter?: readonly Clause[];
  /** The time to search instead of that of the windows to judge. */
  span?: TimeSpan;
  /** `aggs` and the like; `size` is 0 unless given. */
  body: Record<string, unknown>;
  /** Whether the answer may be large, so that few such searches are sent together. */
  large?: boolean;
}

export interface RuleContext {
  windows: Windows;
  /** Ends of the windows to judge. Findings of others are dropped. */
  ends: ReadonlySet<number>;
  /** The DSL of a query among the params, in the rule's language. */
  clause(query: string): Clause;
  /** The value list of this name; an empty one is a list like any other. */
  list(name: string): ValueList;
  /** Whether `points` are wanted, for a preview. */
  withPoints: boolean;
}

/** What was compared with what in one window of one group, whether it fired or not. */
export interface Point {
  /** End of the window, epoch milliseconds. */
  at: number;
  group: GroupValue[];
  value: number;
  /** The limit or limits; a value fires beyond one of them, or between them where `above` is less than `below`. */
  limits: { above?: number; below?: number };
  fired: boolean;
}

export interface Verdict {
  findings: Finding[];
  /** For a preview, where the context asks for them. */
  points?: Point[];
  /** What could not be judged in full, in sentences: more groups than fit. */
  warnings?: string[];
}

/** Searches to be answered before the judging goes on; the answers come in the same order. */
export type Judging<T = Verdict> = Generator<SearchStep[], T, SearchAnswer[]>;

/** Events, what a rule of the type makes of them; shown in the reference and run by a test on a real OpenSearch. */
export interface RuleExample<P> {
  title: string;
  /** Those left out take their defaults. */
  params: Partial<P>;
  interval: string;
  query?: string;
  /** Lists that the params or the query name, with their entries. */
  lists?: Record<string, { kind: ListKind; entries: string[] }>;
  /** `@timestamp` is added from `at`: a time of day, or days before and one, such as `-2d 10:15`. */
  events: Array<{ at: string; times?: number } & Record<string, unknown>>;
  /** The time of day at which the rule is run; noon unless given. */
  now?: string;
  /** `window` is the time of day at which it ends. */
  fires: Array<{ window: string; group: Array<GroupValue['value']>; value: number }>;
}

/**
 * A kind of rule. Pure: it says what to search and what the answers mean; query, windows to judge, alerts and notifications are the
 * same for all kinds.
 */
export interface RuleType<P = FieldValues> extends RuleTypeDeclaration {
  /** Length of the window, a duration; `interval` is the rule's. */
  windowOf(params: P, interval: string): string;
  /**
   * Of types that judge windows by what is missing: how long after its end a window is judged, a duration. Windows are then judged once, by
   * the clock. Undefined for all others, whose windows are judged when events in them have changed.
   */
  judgedAfter?(params: P): string | undefined;
  /** Alerts a run may newly make; further ones are counted and reported, not made. */
  mostNewAlerts?: number;
  judge(params: P, context: RuleContext): Judging;
  /** What the rule does, in one plain sentence. */
  summary(rule: Pick<RuleInput, 'query' | 'index' | 'interval' | 'cron'>, params: P): string;
  /** Fails with `invalid_input` where values that are right one by one do not go together; `interval` is the rule's. */
  check?(params: P, interval: string): void;
  examples: Array<RuleExample<P>>;
}

/**
 * A rule type whose `params` are what its `fields` declare, checked by `fieldsCodec(fields)` before they are stored. Those left out, or not
 * yet known when a rule was stored, take their defaults.
 */
export function defineRuleType<P>(type: RuleType<P>): RuleType {
  const defaults = defaultsOf(type.fields);
  const complete = (params: FieldValues) => ({ ...defaults, ...params }) as P;
  return {
    ...type,
    windowOf: (params, interval) => type.windowOf(complete(params), interval),
    judgedAfter: (params) => type.judgedAfter?.(complete(params)),
    judge: (params, context) => type.judge(complete(params), context),
    summary: (rule, params) => type.summary(rule, complete(params)),
    check: (params, interval) => type.check?.(complete(params), interval),
    examples: type.examples as unknown as Array<RuleExample<FieldValues>>,
  };
}
