import type { RuleStatus } from '../../../common/rule';
import type { StateFields, StateStore, StateVersion, Stored } from '../ports';
import type { Cursor } from './plan_windows';

/** What `.siem-state` keeps of a rule under `rule:<id>`: how far it has searched, and how its last run went. */
export interface RuleState extends StateFields {
  kind: 'rule';
  rule_id: string;
  /** When the last run ended, epoch milliseconds. */
  at: number;
  /** Of the lease under which it was written. */
  epoch: number;
  cursor: Cursor;
  run: RuleStatus;
}

export interface RuleStates {
  read(ids: string[]): Promise<Array<Stored<RuleState> | undefined>>;
  /** One bulk for all; a rule whose state was written by another node in the meantime keeps that. */
  write(states: Array<{ doc: RuleState; version?: StateVersion }>): Promise<Array<'done' | 'conflict'>>;
  /** How the rule's last run went; undefined before the first. */
  status(id: string): Promise<RuleStatus | undefined>;
  forget(id: string): Promise<void>;
}

export function createRuleStates(state: StateStore): RuleStates {
  return {
    read: (ids) => state.getMany<RuleState>(ids.map(idOf)),
    write: (states) =>
      state.bulk<RuleState>(
        states.map(({ doc, version }) => {
          const id = idOf(doc.rule_id);
          return version ? { op: 'replace', id, doc, version } : { op: 'create', id, doc };
        }),
      ),
    status: async (id) => (await state.get<RuleState>(idOf(id)))?.doc.run,
    async forget(id) {
      await state.remove(idOf(id));
    },
  };
}

function idOf(rule: string): string {
  return `rule:${rule}`;
}
