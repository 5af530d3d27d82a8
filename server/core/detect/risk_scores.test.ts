import { SiemError } from '../errors';
import type { SearchRequest } from '../ports';
import { recordRuns, searchRuns } from './execute_runs';
import type { FiredRule } from './record_alerts';
import type { Run } from './rule_run';
import type { WeighedSearch } from './search_budget';

const WINDOW = { from: 0, to: 60_000 };
const shards = new SiemError('search_incomplete', '1 shards failed: no reason given.');

/** A run of a rule over an index of its own, in whose only window one group fires. */
function firingRun(id: string, riskScoreField?: string): Run {
  const windows = { timeField: '@timestamp', length: 60_000, every: 60_000 };
  const rule = { id, index: { title: id, timeField: '@timestamp' }, params: {}, riskScoreField };
  const finding = { group: [{ field: 'user.name', value: 'alice' }], window: WINDOW, count: 1 };
  const type = {
    // eslint-disable-next-line require-yield -- nothing is judged here
    *judge() {
      return { findings: [finding] };
    },
  };
  const prepared = { query: { match_all: {} } };
  const planned = { rule, type, prepared, windows, ends: new Set([WINDOW.to]) };
  const rest = {
    startedAt: 0,
    cursor: {},
    taken: [],
    gaps: [],
    backfill: new Set(),
    made: 0,
    grown: 0,
    left: 0,
  };
  return { rule, windows, planned, ...rest } as unknown as Run;
}

async function execute(runs: Run[], answerOf: (request: SearchRequest) => number | null | Error) {
  const recorded: FiredRule[] = [];
  const search = {
    msearch: async (requests: SearchRequest[]) =>
      requests.map((request) => {
        const value = answerOf(request);
        return value instanceof Error
          ? value
          : { took: 1, hits: { total: 1, hits: [] }, aggregations: { score: { value } } };
      }),
  };
  const parts = {
    search: search as unknown as WeighedSearch,
    refresh: async () => {},
    record: async (fired: readonly FiredRule[]) => {
      recorded.push(...fired);
      return fired.map(() => ({ made: 1, grown: 0, left: 0 }));
    },
  };
  const lease = { signal: new AbortController().signal, epoch: 1 };
  await searchRuns(parts, runs, lease);
  await recordRuns(parts, runs, lease);
  return recorded.map(({ rule, findings }) => [rule.id, findings[0]?.riskScore]);
}

it('takes scores from 0 to 100, and the rule’s own where no event has the field', async () => {
  const scores: Record<string, number | null> = { a: 41.6, b: 250, c: -3, d: null };
  const runs = Object.keys(scores).map((id) => firingRun(id, 'risk'));
  expect(await execute(runs, ({ index }) => scores[index] ?? null)).toEqual([
    ['a', 42],
    ['b', 100],
    ['c', 0],
    ['d', undefined],
  ]);
});

it('fails only the rule whose score cannot be searched', async () => {
  const runs = [firingRun('a', 'risk'), firingRun('b', 'risk'), firingRun('c')];
  expect(await execute(runs, ({ index }) => (index === 'a' ? shards : 7))).toEqual([
    ['b', 7],
    ['c', undefined],
  ]);
  expect(runs.map(({ error, made }) => [error, made])).toEqual([
    [shards, 0],
    [undefined, 1],
    [undefined, 1],
  ]);
});

it('fails the rules with scores, and no other, where the whole call fails', async () => {
  const away = new SiemError('opensearch_unavailable', 'OpenSearch does not answer.');
  const runs = [firingRun('a', 'risk'), firingRun('b')];
  const recorded = await execute(runs, () => {
    throw away;
  });
  expect(recorded).toEqual([['b', undefined]]);
  expect(runs.map(({ error }) => error)).toEqual([away, undefined]);
});
