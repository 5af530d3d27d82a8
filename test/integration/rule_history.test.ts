import { durationMs } from '../../common/duration';
import { createRandom } from '../../common/random';
import { groupKey } from '../../server/core/detect/group';
import { prepareRule } from '../../server/core/detect/prepare_rule';
import type { RuleType } from '../../server/core/detect/rule_type';
import { ruleTypes } from '../../server/core/detect/rule_types';
import { type PlannedSearch, searchWindows } from '../../server/core/detect/search_windows';
import { limitSearches } from '../../server/core/detect/search_budget';
import { windowsBetween } from '../../server/core/detect/windows';
import type { Search } from '../../server/core/ports';
import { lists, openWorld, testTime, thresholdRule } from './detect_setup';
import { NAIVE_KINDS, type NaiveEvent, randomEvents } from './naive_rules';

jest.setTimeout(120_000);

const STREAMS = process.env['SIEM_SOAK'] ? 200 : 20;
/** `ORACLE_SEED` repeats a run. */
const SEED = Number(process.env['ORACLE_SEED'] ?? Date.now() % 1_000_000);
const HOUR = 3_600_000;
const NOON = testTime('12:00');
const run = `${Date.now()}`.slice(-8);

type World = Awaited<ReturnType<typeof openWorld>>;
type Plan = { type: string; params: Record<string, unknown>; interval: string; query: string };

describe(`rule types that look back (ORACLE_SEED=${SEED})`, () => {
  let world: World;
  beforeAll(async () => (world = await openWorld(`history_${run}`)));
  afterAll(async () => {
    await world.client.indices.delete({ index: world.index });
    await world.client.close();
  });

  async function index(
    stream: string,
    events: ReadonlyArray<Omit<NaiveEvent, 'bytes'> & { bytes?: number }>,
  ) {
    for (let start = 0; start < events.length; start += 10_000) {
      const body = events.slice(start, start + 10_000).flatMap(({ at, user, action, bytes }) => [
        { create: { _index: world.index } },
        {
          '@timestamp': at,
          type: stream,
          event: { action },
          ...(user !== undefined && { user: { name: user } }),
          source: { bytes },
        },
      ]);
      await world.client.bulk({ body });
    }
  }

  async function plan(
    { type: id, params, interval, query }: Plan,
    ends?: Set<number>,
  ): Promise<PlannedSearch> {
    const type: RuleType = ruleTypes.get(id);
    const rule = thresholdRule('x', world.title, { type: id, params, interval, query });
    type.check?.(params, interval);
    const length = durationMs(type.windowOf(params, interval));
    const windows = { timeField: '@timestamp', length, every: durationMs(interval) };
    return {
      rule,
      type,
      prepared: await prepareRule(rule, type, lists, NOON),
      windows,
      ends: ends ?? windowsBetween(NOON - 4 * HOUR, NOON, windows),
    };
  }

  const judge = (planned: PlannedSearch[], search: Search = world.search) =>
    searchWindows(limitSearches(search, 2), planned, new AbortController().signal);

  it.each(Object.entries(NAIVE_KINDS))(
    '%s fires as plain code does that sees everything',
    async (kind, make) => {
      const streams = Array.from({ length: STREAMS }, (_, n) => {
        const random = createRandom(SEED * 1_000 + n);
        return { stream: `${kind}${n}`, rule: make(random), events: randomEvents(random, NOON), random };
      });
      for (const { stream, events } of streams) await index(stream, events);
      await world.search.refresh(world.title);
      const planned = await Promise.all(
        streams.map(({ rule, stream }) => plan({ ...rule, query: `type:${stream}` })),
      );
      // Judged alone or with others, a window fires alike.
      for (const each of planned.slice(0, STREAMS / 2)) {
        each.ends = new Set([...each.ends].filter((end) => end % (4 * HOUR) === 0));
      }
      const verdicts = await judge(planned);
      let fired = 0;
      streams.forEach(({ rule, events, stream }, n) => {
        const { windows, ends } = planned[n] as PlannedSearch;
        const expected = [...ends].flatMap((end) =>
          rule.fires(events, end - windows.length, end).map((key) => `${new Date(end).toISOString()} ${key}`),
        );
        const { findings = [], error } = verdicts[n] ?? {};
        const found = findings.map(
          ({ window, group }) => `${new Date(window.to).toISOString()} ${groupKey(group)}`,
        );
        expect({ stream, rule, error, found: found.sort() }).toEqual({
          stream,
          rule,
          error: undefined,
          found: expected.sort(),
        });
        fired += found.length;
      });
      expect(fired).toBeGreaterThan(0);
    },
  );

  describe('search little where little is going on', () => {
    /** Searches that a rule asks for, one number for each time it asks. */
    async function asked(changes: Plan): Promise<number[]> {
      const calls: number[] = [];
      const counting: Search = {
        ...world.search,
        msearch: (requests, signal) => {
          calls.push(requests.length);
          return world.search.msearch(requests, signal);
        },
      };
      const [verdict] = await judge([await plan(changes, new Set([NOON]))], counting);
      expect(verdict).toMatchObject({ findings: [], failed: new Set() });
      return calls;
    }

    it.each([
      ['new_terms', { fields: ['event.action'] }, [1]],
      ['baseline', {}, [1]],
      ['baseline', { minValue: 0 }, [1]],
      ['sequence', { steps: [step('a'), step('b')], groupBy: ['user.name'], within: '1h' }, [1]],
    ])('%s with %j, no event', async (type, params, calls) => {
      expect(await asked({ type, params, interval: '1h', query: 'type:none' })).toEqual(calls);
    });

    it('and what was seen a moment ago is not looked up further', async () => {
      const events = [0, 10, 70].map((minutes) => ({ at: NOON - (minutes + 1) * 60_000, action: 'a' }));
      await index('moment', events);
      await world.search.refresh(world.title);
      const common = { interval: '10m', query: 'type:moment' };
      expect(await asked({ ...common, type: 'new_terms', params: { fields: ['event.action'] } })).toEqual([
        1, 1,
      ]);
      expect(await asked({ ...common, type: 'baseline', params: { window: '10m' } })).toEqual([1]);
      // There are no logs of the weeks before.
      expect(await asked({ ...common, type: 'baseline', params: { window: '10m', minValue: 1 } })).toEqual([
        1, 1,
      ]);
      const params = { steps: [step('a'), step('b')], groupBy: ['user.name'] };
      expect(await asked({ ...common, type: 'sequence', params })).toEqual([1]);
    });
  });

  describe('cope with much', () => {
    it('is sent those of many groups that may fire, and two a page that tell where it ends', async () => {
      const events = Array.from({ length: 4_500 }, (_, n) => ({ action: 'a', user: `u${n}`, at: NOON - 1 }));
      await index('sent', [...events, ...events.slice(3_000, 3_002)]);
      await world.search.refresh(world.title);
      const sent: number[] = [];
      const counting: Search = {
        ...world.search,
        async msearch(requests, signal) {
          const answers = await world.search.msearch(requests, signal);
          for (const answer of answers) {
            if (answer instanceof Error) throw answer;
            sent.push((answer.aggregations?.['w0'] as { buckets: unknown[] }).buckets.length);
          }
          return answers;
        },
      };
      const rule = {
        type: 'threshold',
        interval: '5m',
        query: 'type:sent',
        params: {
          conditions: [{ metric: 'count', operator: '>=', limit: 2 }],
          window: '5m',
          groupBy: ['user.name'],
        },
      };
      const [verdict] = await judge([await plan(rule, new Set([NOON]))], counting);
      expect(verdict?.findings.map(({ group }) => groupKey(group))).toEqual([
        'user.name=u3000',
        'user.name=u3001',
      ]);
      // Names in their order: u3000 and u3001 are neither the first nor the last of a page.
      expect(sent.map((buckets) => buckets > 0)).toEqual([true, true]);
      expect(sent.reduce((sum, buckets) => sum + buckets, 0)).toBe(2 + 1 + 2);
    });

    it('finds a few new values among thousands, one by one and in combination', async () => {
      const names = Array.from({ length: 6_000 }, (_, n) => ({ action: `a${n}`, user: `u${n}` }));
      const today = NOON - 60_000;
      await index('many', [
        ...names.filter((_, n) => n % 3_000 !== 7).map((name) => ({ ...name, at: NOON - 30 * HOUR })),
        ...names.map((name) => ({ ...name, at: today })),
      ]);
      await world.search.refresh(world.title);
      const common = { type: 'new_terms', interval: '10m', query: 'type:many' };
      const params = { history: 14, minHistory: 1 };
      const verdicts = await judge([
        await plan({ ...common, params: { ...params, fields: ['event.action'] } }, new Set([NOON])),
        await plan(
          { ...common, params: { ...params, fields: ['event.action', 'user.name'] } },
          new Set([NOON]),
        ),
      ]);
      for (const { findings, warnings, error } of verdicts) {
        expect({ warnings, error }).toEqual({ warnings: undefined, error: undefined });
        const found = findings.map(({ group }) => group[0]?.value).sort();
        expect(found).toEqual(['a3007', 'a7']);
      }
    });

    it('reads a sequence of more events than one search returns', async () => {
      const noise = Array.from({ length: 12_000 }, (_, n) => ({
        at: NOON - HOUR + n * 100,
        action: 'a',
        user: 'u',
      }));
      await index('long', [...noise, { at: NOON - 60_000, action: 'b', user: 'u' }]);
      await world.search.refresh(world.title);
      const params = { steps: [step('a'), step('a'), step('b')], groupBy: ['user.name'], within: '1h' };
      const common = { type: 'sequence', interval: '1h', query: 'type:long' };
      const [verdict] = await judge([await plan({ ...common, params }, new Set([NOON]))]);
      expect(verdict?.warnings).toBeUndefined();
      expect(verdict?.findings).toMatchObject([{ value: 3, count: 12_001 }]);
    });

    it('says so where groups are too many to compare', async () => {
      const users = Array.from({ length: 600 }, (_, n) => `u${n}`);
      const times = [0, 7, 14, 21].map((days) => NOON - days * 24 * HOUR - 60_000);
      await index(
        'groups',
        times.flatMap((at) =>
          users.map((user, n) => ({ at, action: 'a', user, bytes: at > NOON - HOUR ? n : 0 })),
        ),
      );
      await index('groups', [{ at: NOON - 30 * 24 * HOUR, action: 'a' }]);
      await world.search.refresh(world.title);
      const params = {
        metric: 'sum',
        field: 'source.bytes',
        groupBy: ['user.name'],
        minValue: 0,
        minDifference: 590,
      };
      const common = { type: 'baseline', interval: '1h', query: 'type:groups' };
      const [verdict] = await judge([await plan({ ...common, params }, new Set([NOON]))]);
      expect(verdict?.findings.map(({ value }) => value).sort()).toEqual([
        591, 592, 593, 594, 595, 596, 597, 598, 599,
      ]);
      expect(verdict?.warnings).toEqual([
        expect.stringMatching(/^600 groups are above the floor.*Raise the floor/),
      ]);
    });
  });
});

function step(action: string) {
  return { name: action, query: `event.action:${action}` };
}
