import type { RuleStatus } from '../../../common/rule';
import type { RuleRun } from '../../../common/rule_runs';
import type { StateFields, StateStore, StateVersion, Stored } from '../ports';
import type { Gap } from './gaps';
import type { Cursor } from './plan_windows';
import { shareCalls } from './share_calls';

/** States that one call reads or writes. */
const STATES_PER_CALL = 1_000;

/** What `.siem-state` keeps of a rule under `rule:<id>`: how far it has searched, what is left out, and how its last runs went. */
export interface RuleState extends StateFields {
  kind: 'rule';
  rule_id: string;
  /** When the last run began, epoch milliseconds. */
  at: number;
  /** Of the lease under which it was written. */
  epoch: number;
  /** Of the rule. */
  version?: number;
  cursor: Cursor;
  gaps?: Gap[];
  run: RuleStatus;
  /** Newest first. */
  recent?: RuleRun[];
}

interface StateWrite {
  doc: RuleState;
  /** That was read; absent for the first. */
  version?: StateVersion;
}

/** Calls of several slices at a time go together. */
export interface RuleStates {
  read(ids: readonly string[]): Promise<Array<Stored<RuleState> | undefined>>;
  /** A rule whose state was written by another node in the meantime keeps that. */
  write(states: readonly StateWrite[]): Promise<Array<'done' | 'conflict'>>;
  /** How the rule's last run went; undefined before the first. */
  status(id: string): Promise<RuleStatus | undefined>;
  /** Its last runs, newest first. */
  recent(id: string): Promise<RuleRun[]>;
  forget(id: string): Promise<void>;
}

export function createRuleStates(state: StateStore): RuleStates {
  return {
    read: shareCalls((ids: string[]) => state.getMany<RuleState>(ids.map(idOf)), STATES_PER_CALL),
    write: shareCalls(
      (states: StateWrite[]) =>
        state.bulk<RuleState>(
          states.map(({ doc, version }) => {
            const id = idOf(doc.rule_id);
            return version ? { op: 'replace', id, doc, version } : { op: 'create', id, doc };
          }),
        ),
      STATES_PER_CALL,
    ),
    status: async (id) => (await state.get<RuleState>(idOf(id)))?.doc.run,
    recent: async (id) => (await state.get<RuleState>(idOf(id)))?.doc.recent ?? [],
    async forget(id) {
      await state.remove(idOf(id));
    },
  };
}

function idOf(rule: string): string {
  return `rule:${rule}`;
}
