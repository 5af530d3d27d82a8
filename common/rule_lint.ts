import type * as t from 'io-ts';
import { oneOf } from './codec';
import { Query } from './field';
import { object } from './object_codec';
import { QUERY_LANGUAGES, RuleIndex } from './rule';

/** A query to be looked over before it is kept. */
export const LintBody = object({ query: Query, language: oneOf(QUERY_LANGUAGES), index: RuleIndex });
export type LintBody = t.TypeOf<typeof LintBody>;

export interface LintProblem {
  /** A rule with an error is not kept; a warning tells that the query may not mean what was meant, or costs much. */
  severity: 'error' | 'warning';
  code:
    | 'syntax'
    | 'unknown_field'
    | 'wrong_type'
    | 'unknown_list'
    | 'empty_list'
    | 'leading_wildcard'
    | 'wrong_case'
    | 'or_not'
    | 'mixed_operators'
    | 'bare_word';
  /** A sentence that says what is wrong and what to do. */
  message: string;
  /** Where in the query, from 0. */
  at: number;
}

export interface LintResponse {
  problems: LintProblem[];
}
