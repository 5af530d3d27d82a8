import { SiemError } from '../../server/core/errors';
import type { RunnableRule } from '../../server/core/manage/rules';
import type { Search } from '../../server/core/ports';
import { countOf, openWorld, testTime, thresholdRule } from './detect_setup';

jest.setTimeout(60_000);

const run = `${Date.now()}`.slice(-8);
const MINUTE = 60_000;
const context = (epoch = 1) => ({ epoch, signal: new AbortController().signal });
type World = Awaited<ReturnType<typeof openWorld>>;

let places = 0;
const event = (at: string, name: string, more: Record<string, unknown> = {}) => ({
  id: `e${places++}`,
  source: { '@timestamp': testTime(at), user: { name }, ...more },
});
const three = (at: string, name: string) => [event(at, name), event(at, name), event(at, name)];

/** Answers as if a shard of the events had failed. */
function failingSearch(w: World, broken: () => boolean): Search {
  return {
    ...w.search,
    msearch: async (requests, signal) => {
      const answers = await w.search.msearch(requests, signal);
      const shards = new SiemError('search_incomplete', '1 shards failed: no reason given.');
      return answers.map((answer, n) => (broken() && requests[n]?.index === w.title ? shards : answer));
    },
  };
}

describe('the engine of rules on a real OpenSearch', () => {
  const worlds: World[] = [];
  async function world(name: string, changes: Partial<RunnableRule> = {}) {
    const w = await openWorld(`${name}_${run}`);
    worlds.push(w);
    const rule = thresholdRule(`${name}-${run}`, w.title, changes);
    const evaluator = w.evaluator();
    await evaluator.evaluate([rule], context());
    const next = async (by = evaluator, changed = rule) => {
      await w.clock.advance(MINUTE);
      await by.evaluate([changed], context());
    };
    return { w, rule, next };
  }
  afterAll(async () => {
    for (const { client, index } of worlds) {
      await client.indices.delete({ index });
      await client.close();
    }
  });

  it('judges what a backfill brought whatever its age, marks it and tells nobody until new events join', async () => {
    const { w, rule, next } = await world('backfill');
    await w.deliver(three('-9d 10:01', 'alice'), { backfill: true });
    await next();
    const [old] = await w.alertsOf(rule);
    expect(old?.alert).toMatchObject({ backfill: true, first_seen: '2026-01-06T10:01:00.000Z' });
    expect(w.announced).toEqual([]);
    expect(await w.states.status(rule)).not.toHaveProperty('gaps');

    await w.deliver(three('11:51', 'bob'), { backfill: true });
    await next();
    await w.deliver(three('11:56', 'bob'));
    await next();
    const [, joined] = await w.alertsOf(rule);
    expect(joined?.alert).toMatchObject({ backfill: false });
    expect(joined?.alert.windows).toHaveLength(2);
    expect(w.announced).toEqual([joined?.alert.id]);
  });

  it('tells nobody in test mode and while a rule is snoozed', async () => {
    const { w, rule, next } = await world('quiet', {
      testMode: true,
      tags: ['a'],
      threats: [{ tactic: 'TA0001' }],
    });
    await w.deliver(three('11:51', 'alice'));
    await next();
    const snoozed = { ...rule, testMode: false, snoozedUntil: new Date(testTime('13:00')).toISOString() };
    await w.deliver(three('11:46', 'bob'));
    await next(undefined, snoozed);
    expect(w.announced).toEqual([]);
    const [second, first] = await w.alertsOf(rule);
    expect(first).toMatchObject({
      alert: { test: true },
      tags: ['a'],
      threat: { tactic: { id: ['TA0001'] } },
    });
    expect(second?.alert).not.toHaveProperty('test');
    await w.clock.advance(90 * MINUTE);
    await w.deliver(three('11:55', 'carol'));
    await next(undefined, snoozed);
    expect(w.announced).toEqual([(await w.alertsOf(rule))[2]?.alert.id]);
  });

  it('leaves an alert alone that it finds again as it is stored; a node that has not told of it does', async () => {
    const { w, rule, next } = await world('again');
    await w.deliver(three('11:51', 'alice'));
    await next();
    const stored = async () => {
      const { hits } = await w.search.search({
        index: 'siem-alerts-*',
        body: { query: { term: { 'rule.id': rule.id } }, seq_no_primary_term: true },
      });
      return hits.hits;
    };
    const before = await stored();
    expect(before).toHaveLength(1);
    await w.deliver([event('11:52', 'bob')]);
    await next();
    expect(await stored()).toEqual(before);
    expect(w.announced).toEqual([before[0]?._id]);
    const [again, first] = await w.states.recent(rule);
    expect(again).toMatchObject({ events: 3, made: 0, grown: 0 });
    expect(first).toMatchObject({ events: 3, made: 1 });

    await w.deliver([event('11:53', 'bob')]);
    await next(w.evaluator());
    expect(await stored()).toEqual(before);
    expect(w.announced).toEqual([before[0]?._id, before[0]?._id]);
  });

  it('lets an alert of longer windows grow when the rule has been given shorter ones', async () => {
    const long = { params: { ...countOf('>=', 3), window: '1h', groupBy: ['user.name'] }, interval: '1h' };
    const { w, rule, next } = await world('shorter', long);
    await w.deliver(three('11:05', 'alice'));
    await next();
    const short = { ...long.params, window: '5m' };
    await w.deliver(three('11:57', 'alice'));
    await next(undefined, { ...rule, params: short, interval: '5m', version: 2 });
    expect((await w.alertsOf(rule)).map(({ alert }) => [alert.first_seen, alert.last_seen])).toEqual([
      ['2026-01-15T11:05:00.000Z', '2026-01-15T11:57:00.000Z'],
    ]);
  });

  it('takes the risk score from a field of the events', async () => {
    const { w, rule, next } = await world('risk', { riskScore: 30, riskScoreField: 'source.bytes' });
    const scored = (bytes: number) => event('11:51', 'alice', { source: { bytes } });
    await w.deliver([scored(12), scored(88), scored(3), ...three('11:51', 'bob')]);
    await next();
    expect((await w.alertsOf(rule)).map(({ alert }) => alert.risk_score).sort()).toEqual([30, 88]);
  });

  it('keeps windows that could not be searched, goes on with new ones and fills the gap by itself', async () => {
    const { w, rule, next } = await world('gaps');
    let broken = true;
    const evaluator = w.evaluator({ search: failingSearch(w, () => broken) });
    await w.deliver(three('11:41', 'alice'));
    await next(evaluator);
    expect(await w.states.status(rule)).toMatchObject({
      state: 'failing',
      lastError: { code: 'search_incomplete' },
      gaps: [{ from: '2026-01-15T11:40:00.000Z', to: '2026-01-15T11:45:00.000Z' }],
    });
    broken = false;
    await next(evaluator);
    expect((await w.alertsOf(rule)).map(({ alert }) => alert.group.key)).toEqual(['user.name=alice']);
    const status = await w.states.status(rule);
    expect(status).toMatchObject({ state: 'ok' });
    expect(status).not.toHaveProperty('gaps');
    expect(w.logged.map(({ event: { action } }) => action)).toEqual([
      'failed',
      'gap_opened',
      'fired',
      'recovered',
      'gap_filled',
    ]);
    expect((await w.states.recent(rule)).map(({ made, error }) => [made, error?.code])).toEqual([
      [1, undefined],
      [0, 'search_incomplete'],
      [0, undefined],
    ]);
  });

  it('searches all the time of a gap when the rule has been given shorter windows', async () => {
    const long = { params: { ...countOf('>=', 3), window: '1h', groupBy: ['user.name'] }, interval: '1h' };
    const { w, rule, next } = await world('gap_shorter', long);
    await w.deliver(three('11:07', 'alice'));
    await next(w.evaluator({ search: failingSearch(w, () => true) }));
    const gaps = [{ from: '2026-01-15T11:00:00.000Z', to: '2026-01-15T12:00:00.000Z' }];
    expect(await w.states.status(rule)).toMatchObject({ gaps });
    const short = { params: { ...long.params, window: '5m' }, interval: '5m', version: 2 };
    await next(w.evaluator({ search: failingSearch(w, () => true) }), { ...rule, ...short });
    expect(await w.states.status(rule)).toMatchObject({ gaps });
    await next(undefined, { ...rule, ...short, version: 3 });
    expect((await w.alertsOf(rule)).map(({ alert }) => alert.windows)).toEqual([
      ['2026-01-15T11:10:00.000Z'],
    ]);
  });

  it('makes no more new alerts than the type allows, and says so', async () => {
    const { w, rule, next } = await world('capped', { type: 'match', params: { groupBy: ['user.name'] } });
    await w.deliver(Array.from({ length: 130 }, (_, n) => event('11:51', `user-${n}`)));
    await next();
    const { hits } = await w.search.search({
      index: 'siem-alerts-*',
      body: { size: 0, track_total_hits: true, query: { term: { 'rule.id': rule.id } } },
    });
    expect(hits.total).toBe(100);
    expect((await w.states.status(rule))?.warnings).toEqual([expect.stringMatching(/^30 more alerts/)]);
    expect(w.logged.map(({ event: { action } }) => action)).toEqual(['fired', 'capped']);
  });

  it('runs a rule with a cron line at its times only, over all that came since', async () => {
    const { w, rule, next } = await world('cron', { cron: '30 * * * *' });
    expect(await w.states.status(rule)).toMatchObject({ state: 'waiting' });
    await w.deliver(three('11:51', 'alice'));
    await next();
    expect(await w.alertsOf(rule)).toEqual([]);
    await w.clock.advance(28 * MINUTE);
    await next();
    expect(await w.alertsOf(rule)).toHaveLength(1);
  });

  it('fills the gaps of a rule with a cron line between its times, and searches nothing else then', async () => {
    const { w, rule, next } = await world('cron_gaps', { cron: '30 * * * *' });
    const toItsTime = () =>
      w.clock.advance(60 * MINUTE - ((w.clock.now() - testTime('12:30')) % (60 * MINUTE)));
    await w.clock.advance(29 * MINUTE);
    await next();
    await w.deliver(three('11:51', 'alice'));
    await toItsTime();
    await next(w.evaluator({ search: failingSearch(w, () => true) }));
    expect(await w.states.status(rule)).toMatchObject({ state: 'failing', gaps: [expect.anything()] });
    await w.deliver(three('12:21', 'bob'));
    for (let minute = 0; minute < 3; minute++) await next();
    const found = async () => (await w.alertsOf(rule)).map(({ alert }) => alert.group.key);
    expect(await found()).toEqual(['user.name=alice']);
    expect(await w.states.status(rule)).toMatchObject({ state: 'ok' });
    await toItsTime();
    await next();
    expect(await found()).toEqual(['user.name=alice', 'user.name=bob']);
  });

  it('repeats the run of a rule with a cron line that failed as a whole, and does not wait for its next time', async () => {
    const { w, rule, next } = await world('cron_fails', { cron: '30 6 * * *' });
    await w.deliver(three('11:51', 'alice'));
    await w.clock.advance(19 * 60 * MINUTE);
    const away = async () => {
      throw new SiemError('opensearch_unavailable', 'OpenSearch is not available.');
    };
    await next(w.evaluator({ alerts: { write: away } }));
    expect(await w.states.status(rule)).toMatchObject({ state: 'failing' });
    await next();
    expect(await w.alertsOf(rule)).toHaveLength(1);
    expect(await w.states.status(rule)).toMatchObject({ state: 'ok' });
  });
});
