import type { SearchAnswer } from '../ports';
import type { TimeSpan } from './clauses';
import { type CompositeAnswer, groupOfKey, groupSources, pageThrough } from './composite_pages';
import { groupKey } from './group';
import { groupChunks, groupsClause } from './group_filter';
import type { GroupValue, Judging, SearchStep } from './rule_type';

const HOUR = 3_600_000;
/** What is common was seen lately: the far past is searched only for the rare rest, which has few events. */
const NEARER_REACHES = [HOUR, 24 * HOUR];
const MOST_BUCKETS = 100_000;

export interface HistoryQuestion {
  /** Epoch milliseconds; events at this time or later do not count. */
  before: number;
  /** Groups of the same fields, none with a missing value. */
  groups: Array<{ group: GroupValue[] }>;
}

/**
 * For each question, when each group was last seen in the `reach` milliseconds before its time, by group key. Groups that were not seen are
 * left out.
 */
export function* lastSeen(
  questions: readonly HistoryQuestion[],
  { timeField, reach }: { timeField: string; reach: number },
): Judging<Array<Map<string, number>>> {
  const seen = questions.map(() => new Map<string, number>());
  let nearer = 0;
  for (const far of [...NEARER_REACHES.filter((each) => each < reach), reach]) {
    let open = questions.flatMap(({ before, groups }, index) => {
      const unseen = groups.filter(({ group }) => !seen[index]?.has(groupKey(group)));
      const span = { from: before - far, to: before - nearer };
      return groupChunks(unseen, 'roughly').map((chunk) => ({ index, chunk, span }));
    });
    while (open.length > 0) {
      const answers = yield* pageThrough(
        open.map(({ chunk, span }) => ({
          span,
          filter: [groupsClause(chunk)],
          sources: groupSources(fieldsOf(chunk)),
          aggs: { last: { max: { field: timeField } } },
        })),
        MOST_BUCKETS,
      );
      open = open.flatMap((part, place) => {
        const { buckets, cut } = answers[place] as CompositeAnswer;
        const half = Math.ceil(part.chunk.length / 2);
        // Other combinations of the same values may be many; fewer groups let fewer of them through.
        if (cut && half < part.chunk.length) {
          return [part.chunk.slice(0, half), part.chunk.slice(half)].map((chunk) => ({ ...part, chunk }));
        }
        // Events with several values bring buckets of groups that were not asked for, too.
        const asked = new Set(part.chunk.map(({ group }) => groupKey(group)));
        for (const { key, last } of buckets) {
          const group = groupKey(groupOfKey(fieldsOf(part.chunk), key));
          if (asked.has(group)) seen[part.index]?.set(group, (last as { value: number }).value);
        }
        return [];
      });
    }
    nearer = far;
  }
  return seen;
}

/** Finds the oldest event that the rule's query leaves in the span, which sorting makes cheap. */
export function oldestEventStep(timeField: string, span: TimeSpan): SearchStep {
  return {
    span,
    body: {
      size: 1,
      sort: [{ [timeField]: 'asc' }],
      _source: false,
      docvalue_fields: [{ field: timeField, format: 'epoch_millis' }],
    },
  };
}

/** Time of the event that `oldestEventStep` found, epoch milliseconds; infinite where there is none. */
export function oldestTime(answer: SearchAnswer | undefined, timeField: string): number {
  const value = answer?.hits.hits[0]?.fields?.[timeField]?.[0];
  return value === undefined ? Infinity : Number(value);
}

function fieldsOf([first]: ReadonlyArray<{ group: GroupValue[] }>): string[] {
  return first?.group.map(({ field }) => field) ?? [];
}
