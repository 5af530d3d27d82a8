import * as t from 'io-ts';
import { text } from './codec';
import { Query } from './field';
import { object } from './object_codec';
import { RuleIndex } from './rule';

/** A rule as far as it has been written; its texts may still be empty or wrong. */
export const DescribeBody = object(
  { type: text(50), index: RuleIndex, query: Query, interval: t.string, params: t.UnknownRecord },
  { cron: text(100) },
);
export type DescribeBody = t.TypeOf<typeof DescribeBody>;

/** What can be said of a rule without searching. */
export interface DescribeResponse {
  /** One plain sentence of what the rule does; absent until it is whole. */
  summary?: string;
  /** The next times that the cron line names, ISO; empty without one. */
  runs: string[];
  /** What keeps it from being whole, each with the place in front: `interval: must …`. */
  problems: string[];
}
