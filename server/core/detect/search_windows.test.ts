import type { SearchRequest } from '../ports';
import type { PreparedRule } from './prepare_rule';
import { defineRuleType } from './rule_type';
import { searchWindows } from './search_windows';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The ends that each piece is judged with, of a rule that asks one question and finds nothing. */
async function piecesOf(ends: number[]): Promise<number[][]> {
  const judged: number[][] = [];
  const type = defineRuleType({
    id: 'one_question',
    title: 'One question',
    description: 'Asks once.',
    docsUrl: 'https://opensearch.org',
    fields: [],
    windowOf: () => '5m',
    *judge(_params, context) {
      judged.push([...context.ends]);
      yield [{ body: {} }];
      return { findings: [] };
    },
    summary: () => '',
    examples: [],
  });
  const planned = {
    rule: { index: { title: 'logs', timeField: '@timestamp' }, params: {} },
    type,
    prepared: { query: {} } as PreparedRule,
    windows: { timeField: '@timestamp', length: 5 * MINUTE, every: 5 * MINUTE },
    ends: new Set(ends),
  };
  const search = {
    msearch: async (requests: SearchRequest[]) =>
      requests.map(() => ({ took: 1, hits: { total: 0, hits: [] }, aggregations: {} })),
  };
  await searchWindows(search as never, [planned], new AbortController().signal);
  return judged;
}

describe('the pieces in which windows are judged', () => {
  it('is one where they lie within an hour, also across the turn of it', async () => {
    expect(await piecesOf([HOUR - 5 * MINUTE, HOUR, HOUR + 5 * MINUTE])).toHaveLength(1);
  });

  it('are of an hour each where they span more', async () => {
    const ends = Array.from({ length: 25 }, (_, n) => n * 5 * MINUTE);
    expect(await piecesOf(ends)).toEqual([ends.slice(0, 12), ends.slice(12, 24), ends.slice(24)]);
  });
});
