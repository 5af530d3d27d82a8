import { describeIndex } from '../../../common/retention';
import { ALERTS_PATTERN, LOGS_PATTERN } from '../../../common/plugin';
import { isSampleRule, SAMPLE_NAMESPACE, type SampleData, sampleRuleId } from '../../../common/sample_data';
import { SiemError } from '../errors';
import type { Actor } from '../manage/managed_objects';
import type { RuleService } from '../manage/rules';
import type { Clock, Search, StateFields, StateStore } from '../ports';
import type { IndexStore } from '../retention/delete_expired';
import { allDone } from './all_done';
import { attackRules } from './attack_rules';
import { type EventParts, writeSampleEvents } from './write_events';

/** There from the beginning of a load to the end of a removal. */
const ID = 'sample_data';
const OF_SAMPLE = `siem.namespace:${SAMPLE_NAMESPACE}`;
const SAMPLE_RULES = sampleRuleId('*');

export interface SampleDataParts extends EventParts {
  state: Pick<StateStore, 'get' | 'create' | 'remove'>;
  rules: Pick<RuleService, 'list' | 'create' | 'remove'>;
  indices: IndexStore;
  /** Sees everything, where the user who asks may see less. */
  search: Search;
  /** Deletes the alerts of rules whose ids match, such as `sample_*`. */
  removeAlerts(ruleIds: string): Promise<void>;
  /** Why nothing can be indexed or judged now; undefined while all is well. */
  obstacle(): string | undefined;
  clock: Clock;
}

export interface SampleDataService {
  /** Quick to tell; false also while that cannot be told. */
  isLoaded(): Promise<boolean>;
  show(): Promise<SampleData>;
  /** Fails with `conflict` where the sample is there already, and leaves nothing behind when it fails. */
  load(actor: Actor, search: Search): Promise<SampleData>;
  /** Removes the sample's events, rules and alerts, and nothing else. */
  remove(): Promise<SampleData>;
}

/** A day of a made-up company's logs with an attack in it, rules that see it, and what came of both. */
export function createSampleData(parts: SampleDataParts): SampleDataService {
  const { state, rules, indices, search, clock } = parts;

  async function show(): Promise<SampleData> {
    const count = (index: string, query: string) => ({
      index,
      body: { size: 0, track_total_hits: true, query: { query_string: { query } } },
    });
    const [mark, list, answers] = await Promise.all([
      state.get(ID),
      rules.list(),
      search.msearch([count(LOGS_PATTERN, OF_SAMPLE), count(ALERTS_PATTERN, `rule.id:${SAMPLE_RULES}`)]),
    ]);
    const [events = 0, alerts = 0] = answers.map((answer) => {
      if (answer instanceof Error) throw answer;
      return answer.hits.total;
    });
    const ruleCount = list.filter(isSampleRule).length;
    return { present: !!mark || events + alerts + ruleCount > 0, events, alerts, rules: ruleCount };
  }

  async function fill(actor: Actor, asUser: Search): Promise<void> {
    await writeSampleEvents(parts, clock.now());
    // A rule looks back a day once, when it is new: the events have to be visible by then. No feed entry tells other rules of them.
    await search.refresh(LOGS_PATTERN);
    await allDone(
      attackRules().map(({ id, rule }) => {
        const query = `(${rule.query}) AND ${OF_SAMPLE}`;
        return rules.create(sampleOf({ ...rule, query }), actor, asUser, sampleRuleId(id));
      }),
    );
  }

  async function remove(): Promise<void> {
    const [ours, all] = await Promise.all([rules.list(), indices.list()]);
    await allDone(ours.filter(isSampleRule).map(({ id }) => rules.remove(id)));
    await allDone(all.filter(isSampleIndex).map(({ name }) => indices.remove(name)));
    await parts.removeAlerts(SAMPLE_RULES);
    await state.remove(ID);
  }

  return {
    isLoaded: () =>
      state.get(ID).then(
        (mark) => mark !== undefined,
        () => false,
      ),
    show,
    async load(actor, asUser) {
      const obstacle = parts.obstacle();
      if (obstacle) throw new SiemError('opensearch_unavailable', `Background work is off: ${obstacle}`);
      const mark: StateFields = { kind: ID, at: clock.now() };
      if ((await state.create(ID, mark)) === 'conflict') {
        throw new SiemError(
          'conflict',
          'The sample data is there already, or being loaded; remove it first.',
        );
      }
      try {
        await fill(actor, asUser);
      } catch (error) {
        await remove();
        throw error;
      }
      return show();
    },
    async remove() {
      await remove();
      return show();
    },
  };
}

function sampleOf<R extends { name: string; tags?: string[] }>(rule: R): R {
  return { ...rule, name: `Sample: ${rule.name}`, tags: [SAMPLE_NAMESPACE] };
}

function isSampleIndex({ name }: { name: string }): boolean {
  const index = describeIndex(name);
  return index?.kind === 'logs' && index.namespace === SAMPLE_NAMESPACE;
}
