import type { SearchAnswer } from '../ports';
import { groupKey } from './group';
import { lastSeen } from './history';
import type { GroupValue, Judging, SearchStep } from './rule_type';

const HOUR = 3_600_000;
const BEFORE = 1_000 * HOUR;

const pairs = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    group: [
      { field: 'a', value: `a${n}` },
      { field: 'b', value: `b${n}` },
    ] as GroupValue[],
  }));

/** Runs a judging to its end; returns its result and the searches it asked for. */
function run<T>(
  judging: Judging<T>,
  answer: (step: SearchStep) => SearchAnswer,
): { result: T; asked: SearchStep[] } {
  const asked: SearchStep[] = [];
  let state = judging.next();
  while (!state.done) {
    asked.push(...state.value);
    state = judging.next(state.value.map(answer));
  }
  return { result: state.value, asked };
}

function answerOf(buckets: unknown[], more: boolean): SearchAnswer {
  const groups = { buckets, ...(more && { after_key: {} }) };
  return { took: 1, hits: { total: 0, hits: [] }, aggregations: { groups } };
}

describe('when groups were last seen', () => {
  it('is searched further back only for those not seen nearer', () => {
    const { result, asked } = run(
      lastSeen([{ before: BEFORE, groups: pairs(2) }], { timeField: 't', reach: 100 * HOUR }),
      ({ span }) =>
        answerOf(
          span?.to === BEFORE
            ? [{ key: { g0: 'a0', g1: 'b0' }, doc_count: 1, last: { value: BEFORE - 5 } }]
            : [],
          false,
        ),
    );
    expect(result[0]).toEqual(new Map([['a=a0, b=b0', BEFORE - 5]]));
    expect(
      asked.map(({ span }) => [(BEFORE - (span?.to ?? 0)) / HOUR, (BEFORE - (span?.from ?? 0)) / HOUR]),
    ).toEqual([
      [0, 1],
      [1, 24],
      [24, 100],
    ]);
    expect(JSON.stringify(asked[1]?.filter)).not.toContain('a0');
  });

  it('is asked in halves where other combinations of the same values are too many', () => {
    const groups = pairs(1_000);
    const { result, asked } = run(
      lastSeen([{ before: BEFORE, groups }], { timeField: 't', reach: HOUR }),
      ({ filter, body }) => {
        const text = JSON.stringify(filter);
        const inside = groups.filter(({ group }) => text.includes(`"${group[0]?.value}"`));
        const { size } = (body.aggs as { groups: { composite: { size: number } } }).groups.composite;
        const other = { key: { g0: 'other', g1: 'other' }, doc_count: 1, last: { value: BEFORE - 1 } };
        if (inside.length > 350) return answerOf(Array<unknown>(size).fill(other), true);
        return answerOf(
          inside.map(({ group: [a, b] }) => ({
            key: { g0: a?.value, g1: b?.value },
            doc_count: 1,
            last: { value: BEFORE - 2 },
          })),
          false,
        );
      },
    );
    expect([...(result[0]?.keys() ?? [])].sort()).toEqual(groups.map(({ group }) => groupKey(group)).sort());
    expect(asked.length).toBeLessThan(50);
  });
});
