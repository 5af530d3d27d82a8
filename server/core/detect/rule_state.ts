import type { RuleStatus } from '../../../common/rule';
import type { RuleRun } from '../../../common/rule_runs';
import type { StateFields } from '../ports';
import type { Gap } from './gaps';
import type { Cursor } from './plan_windows';

/** Runs that a rule's history keeps. */
export const RUNS_KEPT = 20;

/** How far a rule has searched, what is left out, and how its last runs went. */
export interface RuleState extends StateFields {
  kind: 'rule';
  rule_id: string;
  /** A rule with the id of a deleted one, as an imported one may have, is told from it by this; ISO 8601. */
  rule_created_at: string;
  /** When the last run began, epoch milliseconds. */
  at: number;
  /** Of the lease under which it was written. */
  epoch: number;
  /** Of the rule. */
  version?: number;
  cursor: Cursor;
  gaps?: readonly Gap[];
  /** Length of the windows that `gaps` are made of, milliseconds; the rule may have been given others since. */
  gapLength?: number;
  run: RuleStatus;
  /** Newest first. */
  recent?: RuleRun[];
}
