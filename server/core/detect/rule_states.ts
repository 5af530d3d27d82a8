import type { RuleStatus } from '../../../common/rule';
import type { RuleRun } from '../../../common/rule_runs';
import type { RunnableRule } from '../manage/rules';
import { groupBy } from '../group_by';
import type { StateFields, StateOperation, StateStore, StateVersion, Stored } from '../ports';
import type { RuleState } from './rule_state';
import { shareCalls } from './share_calls';
import {
  ruleByRule,
  type RunsTogether,
  together,
  type UneventfulRuns,
  uneventfulOf,
  withUneventful,
} from './uneventful_runs';

/** Documents that one call reads or writes. */
const DOCUMENTS_PER_CALL = 1_000;

/** A document of `.siem-state`, under `rule_slice:<slice>`, beside those of its rules, `rule:<id>`. */
interface SliceDocument extends StateFields {
  kind: 'rule_slice';
  together: RunsTogether[];
}

type RuleIdentity = Pick<RunnableRule, 'id' | 'createdAt'>;

/** What is known of a slice since this node has claimed it without another in between. */
interface KnownSlice {
  epoch: number;
  version?: StateVersion;
  runs: Map<string, UneventfulRuns>;
  rules: Map<string, KnownRule>;
}

interface KnownRule {
  /** Its own document; undefined where there is none. May be that of a deleted rule with the same id. */
  own: Stored<RuleState> | undefined;
  /** What this node has written last, so that it need not be made again of `own` and the slice's `runs` at each pass. */
  written?: RuleState;
}

export interface StateWrite {
  state: RuleState;
  /** The run found nothing and changed nothing but how far the rule has searched. */
  uneventful: boolean;
}

export interface RuleStates {
  /**
   * The states of rules whose slices are claimed with `epoch`, in order; undefined before a rule's first run. Read from the store unless
   * this node made the claim before, too: then nobody else has written.
   */
  read(rules: readonly RuleIdentity[], epoch: number): Promise<Array<RuleState | undefined>>;
  /** A rule whose state was written by another node in the meantime keeps that. */
  write(writes: readonly StateWrite[], epoch: number): Promise<Array<'done' | 'conflict'>>;
  /** How the rule's last run went; undefined before the first. */
  status(rule: RuleIdentity): Promise<RuleStatus | undefined>;
  /** Its last runs, newest first. */
  recent(rule: RuleIdentity): Promise<RuleRun[]>;
  forget(id: string): Promise<void>;
}

/**
 * Keeps how far rules have searched. Most runs find nothing: of those a slice has one document for all its rules, so that a pass over many
 * rules costs few writes. Losing one costs no more than searching again, since each cursor in it was true when written.
 */
export function createRuleStates(
  store: StateStore,
  sliceOf: (ruleId: string) => number | string,
): RuleStates {
  const known = new Map<string, KnownSlice>();
  const get = shareCalls(
    (ids: string[]) => store.getMany<RuleState | SliceDocument>(ids),
    DOCUMENTS_PER_CALL,
  );
  const bulk = shareCalls(
    (operations: Array<StateOperation<RuleState | SliceDocument>>) => store.bulk(operations),
    DOCUMENTS_PER_CALL,
  );
  const ownDocuments = async (ids: readonly string[]) =>
    (await get(ids.map(ruleKey))) as Array<Stored<RuleState> | undefined>;

  const sliceKey = (ruleId: string) => `rule_slice:${sliceOf(ruleId)}`;

  async function load(key: string, asked: readonly RuleIdentity[], epoch: number): Promise<KnownSlice> {
    const ids = asked.map(({ id }) => id);
    const before = known.get(key);
    known.delete(key);
    if (before?.epoch === epoch - 1) {
      // Of a rule that was deleted and made again, its own document went with the deletion.
      const missing = asked.filter((rule) => !isOf(before.rules.get(rule.id)?.own, rule)).map(({ id }) => id);
      const read = new Map(zip(missing, await ownDocuments(missing)));
      for (const [id, own] of read) before.rules.set(id, { own });
      if (before.rules.size > ids.length) {
        const there = new Set(ids);
        for (const id of before.rules.keys()) if (!there.has(id)) before.rules.delete(id);
      }
      return { ...before, epoch };
    }
    const [[slice], own] = await Promise.all([
      get([key]) as Promise<Array<Stored<SliceDocument> | undefined>>,
      ownDocuments(ids),
    ]);
    const runs = ruleByRule(slice?.doc.together ?? []);
    const others = [...runs.keys()].filter((id) => !ids.includes(id));
    for (const [id, stored] of zip(others, await ownDocuments(others))) if (!stored) runs.delete(id);
    const rules = new Map(zip(ids, own).map(([id, stored]) => [id, { own: stored }]));
    return { epoch, ...(slice && { version: slice.version }), runs, rules };
  }

  async function writeSlice(
    key: string,
    writes: readonly StateWrite[],
    epoch: number,
  ): Promise<Array<'done' | 'conflict'>> {
    const slice = known.get(key);
    if (slice?.epoch !== epoch) return writes.map(() => 'conflict');
    // Known again once all is written.
    known.delete(key);
    const beside = writes.map(
      ({ state, uneventful }) => uneventful && slice.rules.get(state.rule_id)?.own !== undefined,
    );
    const ownStates = writes.flatMap(({ state }, index) => (beside[index] ? [] : [state]));
    writes.forEach(({ state }, index) => {
      if (beside[index]) slice.runs.set(state.rule_id, uneventfulOf(state));
      else slice.runs.delete(state.rule_id);
    });
    const sliceDocument: SliceDocument = { kind: 'rule_slice', together: together(slice.runs) };
    const [sliceOutcome, ...ownOutcomes] = await bulk([
      operationOf(key, sliceDocument, slice.version),
      ...ownStates.map((state) =>
        operationOf(ruleKey(state.rule_id), state, slice.rules.get(state.rule_id)?.own?.version),
      ),
    ]);
    const outcomes = new Map(zip(ownStates, ownOutcomes));
    if (sliceOutcome !== 'conflict' && !ownOutcomes.includes('conflict')) {
      for (const { state } of writes) {
        const id = state.rule_id;
        const version = outcomes.get(state) as StateVersion | undefined;
        const own = version ? { id: ruleKey(id), doc: state, version } : slice.rules.get(id)?.own;
        slice.rules.set(id, { own, written: state });
      }
      known.set(key, { ...slice, ...(sliceOutcome && { version: sliceOutcome }) });
    }
    return writes.map(({ state }, index) =>
      (beside[index] ? sliceOutcome : outcomes.get(state)) === 'conflict' ? 'conflict' : 'done',
    );
  }

  const look = shareCalls(async (asked: RuleIdentity[]): Promise<Array<RuleState | undefined>> => {
    const ids = asked.map(({ id }) => id);
    const keys = [...new Set(ids.map(sliceKey))];
    const [own, slices] = await Promise.all([
      ownDocuments(ids),
      get(keys) as Promise<Array<Stored<SliceDocument> | undefined>>,
    ]);
    const runs = ruleByRule(slices.flatMap((slice) => slice?.doc.together ?? []));
    return zip(asked, own).map(([rule, stored]) =>
      isOf(stored, rule) ? withUneventful(stored.doc, runs.get(rule.id)) : undefined,
    );
  }, DOCUMENTS_PER_CALL);
  const stateOf = async (rule: RuleIdentity) => (await look([rule]))[0];

  return {
    async read(rules, epoch) {
      const states = new Map<string, RuleState>();
      await Promise.all(
        [...groupBy(rules, ({ id }) => sliceKey(id))].map(async ([key, inSlice]) => {
          const slice = await load(key, inSlice, epoch);
          known.set(key, slice);
          for (const rule of inSlice) {
            const { own, written } = slice.rules.get(rule.id) ?? {};
            if (!isOf(own, rule)) continue;
            states.set(rule.id, written ?? withUneventful(own.doc, slice.runs.get(rule.id)));
          }
        }),
      );
      return rules.map(({ id }) => states.get(id));
    },
    async write(writes, epoch) {
      const outcomes = new Map<StateWrite, 'done' | 'conflict'>();
      await Promise.all(
        [...groupBy(writes, ({ state }) => sliceKey(state.rule_id))].map(async ([key, inSlice]) => {
          for (const [write, outcome] of zip(inSlice, await writeSlice(key, inSlice, epoch))) {
            outcomes.set(write, outcome ?? 'conflict');
          }
        }),
      );
      return writes.map((write) => outcomes.get(write) ?? 'conflict');
    },
    status: async (rule) => (await stateOf(rule))?.run,
    recent: async (rule) => (await stateOf(rule))?.recent ?? [],
    async forget(id) {
      await store.remove(ruleKey(id));
    },
  };
}

function isOf(own: Stored<RuleState> | undefined, rule: RuleIdentity): own is Stored<RuleState> {
  return own?.doc.rule_created_at === rule.createdAt;
}

function ruleKey(id: string): string {
  return `rule:${id}`;
}

function operationOf<T extends StateFields>(
  id: string,
  doc: T,
  version: StateVersion | undefined,
): StateOperation<T> {
  return version ? { op: 'replace', id, doc, version } : { op: 'create', id, doc };
}

function zip<A, B>(left: readonly A[], right: readonly B[]): Array<[A, B | undefined]> {
  return left.map((item, index) => [item, right[index]]);
}
