import { groupBy } from '../group_by';
import type { RunnableRule } from '../manage/rules';
import type { FoundWindow } from './found_window';
import { groupKey } from './group';
import { type FiredRule, isSnoozed, type Recorded } from './record_alerts';

/** Groups that are remembered, of all rules together: some megabytes. */
const MOST_GROUPS = 20_000;

export type RecordFired = (fired: readonly FiredRule[]) => Promise<Array<Recorded | Error | 'outdated'>>;

/** What a rule's run found, as text by group key. */
type Found = ReadonlyMap<string, string>;

/**
 * `record` of what this node has not recorded just so in the rule's run before. Events come late, so that the same windows are searched again
 * and again and mostly hold what they held; to read every open alert for that cost more than to search. Remembered is only what was recorded
 * and announced in full, since to forget costs no more than to look again.
 */
export function recordOnce(record: RecordFired, mostGroups = MOST_GROUPS): RecordFired {
  const remembered = createFoundMemory(mostGroups);

  return async (fired) => {
    const asked = fired.map((each) => {
      const before = remembered.get(each.rule);
      const groups = groupBy(each.findings, ({ group }) => groupKey(group));
      const found = new Map([...groups].map(([key, findings]) => [key, textOf(findings)]));
      const isNew = (key: string) => before?.get(key) !== found.get(key);
      return {
        ...each,
        found,
        findings: [...groups].flatMap(([key, inGroup]) => (isNew(key) ? inGroup : [])),
      };
    });
    const news = asked.filter(({ findings }) => findings.length > 0);
    const answers = news.length > 0 ? await record(news) : [];
    const outcomes = new Map(news.map((each, place) => [each, answers[place]]));
    return asked.map((each) => {
      if (!outcomes.has(each)) return { made: 0, grown: 0, left: 0 };
      const outcome = outcomes.get(each) ?? new Error('no outcome');
      if (isInFull(outcome) && !isSnoozed(each)) remembered.set(each.rule, each.found);
      else remembered.forget(each.rule);
      return outcome;
    });
  };
}

/** By rule as it is at present; those of which was heard the longest ago are forgotten first. */
function createFoundMemory(mostGroups: number) {
  const known = new Map<string, { version: number; createdAt: string; found: Found }>();
  let groups = 0;

  function forget({ id }: Pick<RunnableRule, 'id'>): void {
    groups -= known.get(id)?.found.size ?? 0;
    known.delete(id);
  }

  return {
    get({ id, version, createdAt }: RunnableRule): Found | undefined {
      const last = known.get(id);
      return last?.version === version && last.createdAt === createdAt ? last.found : undefined;
    },
    set({ id, version, createdAt }: RunnableRule, found: Found): void {
      forget({ id });
      known.set(id, { version, createdAt, found });
      groups += found.size;
      for (const oldest of known.keys()) {
        if (groups <= mostGroups) return;
        forget({ id: oldest });
      }
    },
    forget,
  };
}

/** What is left is due again in the next run. */
function isInFull(outcome: Recorded | Error | 'outdated'): boolean {
  return outcome !== 'outdated' && !(outcome instanceof Error) && outcome.left === 0;
}

/** All of a finding that an alert is made of. */
function textOf(findings: readonly FoundWindow[]): string {
  return JSON.stringify(findings.map(({ group: _, ...finding }) => finding));
}
