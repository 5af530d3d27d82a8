import type { GroupValue } from '../../server/core/detect/rule_type';
import { ruleTypes } from '../../server/core/detect/rule_types';
import { countOf, openWorld, testLists, thresholdRule } from './detect_setup';

jest.setTimeout(60_000);

const run = `${Date.now()}`.slice(-8);
const context = (epoch = 1) => ({ epoch, signal: new AbortController().signal });
type World = Awaited<ReturnType<typeof openWorld>>;

/** Alerts hold a group's values as text. */
const asText = (value: GroupValue['value']) => (value === null ? null : String(value));

/** The order in which windows and groups fire says nothing. */
function inOrder<T extends { window: string; group: unknown[] }>(fired: T[]): T[] {
  const keyOf = ({ window, group }: T) => JSON.stringify([window, group]);
  return [...fired].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

describe('the evaluator on a real OpenSearch', () => {
  const worlds: World[] = [];
  const world = async (name: string, now?: string) => {
    const opened = await openWorld(`${name}_${run}`, now);
    worlds.push(opened);
    return opened;
  };
  afterAll(async () => {
    for (const { client, index } of worlds) {
      await client.indices.delete({ index });
      await client.close();
    }
  });

  it('makes one alert per group that fires, missing values included, and looks back for a new rule', async () => {
    const w = await world('groups');
    const rule = thresholdRule(`groups-${run}`, w.title);
    await w.ingest([
      { at: '11:01:00', times: 4, user: { name: 'alice' } },
      { at: '11:02:00', times: 2, user: { name: 'bob' } },
      { at: '11:03:30', times: 3 },
    ]);
    await w.evaluator().evaluate([rule], context());
    const alerts = await w.alertsOf(rule);
    expect(alerts.map(({ alert }) => [alert.group.key, alert.value, alert.count, alert.windows])).toEqual([
      ['user.name=alice', 4, 4, ['2026-01-15T11:05:00.000Z']],
      ['no user.name', 3, 3, ['2026-01-15T11:05:00.000Z']],
    ]);
    expect(alerts[0]).toMatchObject({
      '@timestamp': '2026-01-15T11:01:00.000Z',
      event: { kind: 'signal' },
      rule: { id: rule.id },
      user: { name: 'alice' },
      alert: { status: 'open', severity: 'high', risk_score: 73, first_seen: '2026-01-15T11:01:00.000Z' },
    });
    expect(await w.states.status(rule)).toMatchObject({ state: 'ok', fired: 2 });
    expect(w.announced).toHaveLength(2);
  });

  it('grows an alert, and merges two that late data bridges into the older one', async () => {
    const w = await world('late');
    const rule = thresholdRule(`late-${run}`, w.title);
    const user = { name: 'alice' };
    await w.evaluator().evaluate([rule], context());
    await w.ingest([
      { at: '10:01:00', times: 3, user },
      { at: '10:21:00', times: 5, user },
    ]);
    await w.clock.advance(60_000);
    await w.evaluator().evaluate([rule], context());
    const [first, second] = await w.alertsOf(rule);
    expect(first?.alert.windows).toEqual(['2026-01-15T10:05:00.000Z']);
    expect(second?.alert.windows).toEqual(['2026-01-15T10:25:00.000Z']);

    // Triage works on the alert in the meantime; the evaluator leaves its fields alone.
    await w.client.update({
      index: 'siem-alerts-2026.01',
      id: first?.alert.id ?? '',
      body: { doc: { alert: { status: 'acknowledged' } } },
    });
    await w.ingest([
      { at: '10:06:00', times: 3, user },
      { at: '10:12:00', times: 3, user },
      { at: '10:17:00', times: 3, user },
    ]);
    await w.clock.advance(60_000);
    await w.evaluator().evaluate([rule], context());
    const [grown, merged, ...others] = await w.alertsOf(rule);
    expect(others).toEqual([]);
    expect(grown?.alert).toMatchObject({
      id: first?.alert.id,
      status: 'acknowledged',
      count: 17,
      value: 5,
      first_seen: '2026-01-15T10:01:00.000Z',
      last_seen: '2026-01-15T10:21:00.000Z',
    });
    expect(grown?.alert.windows).toHaveLength(5);
    expect(merged?.alert).toMatchObject({ id: second?.alert.id, merged_into: first?.alert.id });
  });

  it('keeps episodes that are quiet for long apart', async () => {
    const w = await world('quiet');
    const rule = thresholdRule(`quiet-${run}`, w.title);
    const quietRule = { ...rule, id: `quiet2-${run}`, quietFor: '30m' };
    const user = { name: 'alice' };
    await w.ingest([
      { at: '09:01:00', times: 3, user },
      { at: '09:11:00', times: 3, user },
    ]);
    await w.evaluator().evaluate([rule, quietRule], context());
    expect(await w.alertsOf(rule)).toHaveLength(2);
    expect(await w.alertsOf(quietRule)).toHaveLength(1);
  });

  it('counts exactly where windows overlap', async () => {
    const w = await world('overlap');
    const rule = thresholdRule(`overlap-${run}`, w.title, {
      interval: '1m',
      params: { ...countOf('>', 5), window: '5m', groupBy: [] },
    });
    await w.ingest([
      { at: '08:04:30', times: 3 },
      { at: '08:06:30', times: 3 },
    ]);
    await w.evaluator().evaluate([rule], context());
    const [alert] = await w.alertsOf(rule);
    // Windows that hold both bursts end at 08:07, 08:08 and 08:09.
    expect(alert?.alert.windows.map((end) => end.slice(11, 16))).toEqual(['08:07', '08:08', '08:09']);
    expect(alert?.alert).toMatchObject({ value: 6, count: 6, group: { key: '' } });
  });

  it('repeats a run that was cut off anywhere, and writes nothing twice', async () => {
    const w = await world('cut');
    const rule = thresholdRule(`cut-${run}`, w.title);
    const user = { name: 'alice' };
    await w.evaluator().evaluate([rule], context());
    await w.ingest([{ at: '10:06:00', times: 3, user }]);
    await w.clock.advance(60_000);

    const cut = () => Promise.reject(new Error('cut off'));
    await w.evaluator({ alerts: { write: cut } }).evaluate([rule], context());
    expect(await w.alertsOf(rule)).toHaveLength(0);
    expect(await w.states.status(rule)).toMatchObject({
      state: 'failing',
      lastError: { message: 'cut off' },
    });

    await w.clock.advance(60_000);
    await w.evaluator({ notifier: { announce: cut } }).evaluate([rule], context());
    expect(await w.alertsOf(rule)).toHaveLength(1);

    // Before the run is repeated, late data makes an earlier window fire: still the same alert.
    await w.ingest([{ at: '10:02:00', times: 3, user }]);
    await w.clock.advance(60_000);
    await w.evaluator().evaluate([rule], context());
    const alerts = await w.alertsOf(rule);
    expect(alerts.map(({ alert }) => [alert.count, alert.windows.length])).toEqual([[6, 2]]);
    expect(w.announced).toEqual([alerts[0]?.alert.id]);
    expect(await w.states.status(rule)).toMatchObject({ state: 'ok' });
  });

  it('makes each alert once with two evaluators at once, and fences off the older one', async () => {
    const w = await world('two');
    const rule = thresholdRule(`two-${run}`, w.title);
    await w.ingest([{ at: '10:06:00', times: 3, user: { name: 'alice' } }]);
    await Promise.all([
      w.evaluator().evaluate([rule], context(1)),
      w.evaluator().evaluate([rule], context(2)),
    ]);
    const [alert, ...others] = await w.alertsOf(rule);
    expect(others).toEqual([]);
    expect(alert?.alert.count).toBe(3);

    await w.client.update({
      index: 'siem-alerts-2026.01',
      id: alert?.alert.id ?? '',
      body: { doc: { alert: { epoch: 9 } } },
    });
    await w.ingest([{ at: '10:07:00', times: 3, user: { name: 'alice' } }]);
    await w.clock.advance(60_000);
    await w.evaluator().evaluate([rule], context(3));
    expect((await w.alertsOf(rule))[0]?.alert.count).toBe(3);
    expect(await w.states.status(rule)).toMatchObject({
      state: 'failing',
      lastError: { code: 'conflict' },
    });
  });

  it('lets a broken rule fail alone and keeps its cursor', async () => {
    const w = await world('broken');
    const good = thresholdRule(`good-${run}`, w.title);
    const bad = thresholdRule(`bad-${run}`, w.title, { query: 'user.name:(' });
    const unknown = thresholdRule(`unknown-${run}`, w.title, { type: 'gone' });
    await w.ingest([{ at: '10:06:00', times: 3, user: { name: 'alice' } }]);
    await w.evaluator().evaluate([bad, unknown, good], context());
    expect(await w.alertsOf(good)).toHaveLength(1);
    expect(await w.states.status(bad)).toMatchObject({
      state: 'failing',
      lastError: { code: 'query_invalid' },
    });
    expect(await w.states.status(unknown)).toMatchObject({ lastError: { code: 'invalid_input' } });

    await w.clock.advance(60_000);
    await w.evaluator().evaluate([{ ...bad, query: '' }], context());
    expect(await w.alertsOf(bad)).toHaveLength(1);
  });

  it('searches indices of others by event time, late events within the lookback included', async () => {
    const w = await world('others');
    const alias = `others-${run}`;
    await w.client.indices.putAlias({ index: w.index, name: alias });
    const rule = thresholdRule(`others-${run}`, alias);
    await w.ingest([{ at: '11:56:00', times: 2, user: { name: 'alice' } }]);
    await w.evaluator().evaluate([rule], context());
    expect(await w.alertsOf(rule)).toHaveLength(0);
    await w.clock.advance(5 * 60_000);
    await w.ingest([{ at: '11:57:00', user: { name: 'alice' } }]);
    // Nobody refreshes indices of others for us: the query delay is there for that.
    await w.client.indices.refresh({ index: w.index });
    await w.evaluator().evaluate([rule], context());
    expect((await w.alertsOf(rule)).map(({ alert }) => alert.count)).toEqual([3]);
  });

  it('pages through more groups than one page holds', async () => {
    const w = await world('many');
    const rule = thresholdRule(`many-${run}`, w.title, {
      params: { ...countOf('>=', 2), window: '5m', groupBy: ['user.name'] },
    });
    const users = Array.from({ length: 2_500 }, (_, n) => ({ name: `user-${n}` }));
    await w.ingest(users.map((user, n) => ({ at: '10:06:00', times: n % 500 === 499 ? 2 : 1, user })));
    await w.evaluator().evaluate([rule], context());
    const keys = (await w.alertsOf(rule)).map(({ alert }) => alert.group.values[0]);
    expect(keys.sort()).toEqual(['user-1499', 'user-1999', 'user-2499', 'user-499', 'user-999']);
  });

  describe('the examples of each rule type', () => {
    const examples = ruleTypes.all.flatMap((type) => type.examples.map((example) => ({ type, example })));
    it.each(examples)('$type.id: $example.title', async ({ type, example }) => {
      const number = examples.findIndex((each) => each.example === example);
      const w = await world(`example${number}`, example.now);
      const { params, interval, query = '' } = example;
      for (const [name, list] of Object.entries(example.lists ?? {}))
        testLists.set(name, { name, revision: w.index, ...list });
      const rule = thresholdRule(w.index, w.title, { type: type.id, params, interval, query });
      await w.ingest(example.events);
      await w.evaluator().evaluate([rule], context());
      expect(await w.states.status(rule)).toMatchObject({ state: 'ok' });
      const fired = (await w.alertsOf(rule)).flatMap(({ alert }) =>
        alert.windows.map((window) => ({
          window: window.slice(11, 16),
          group: alert.group.values.map((value) => value || null),
          value: alert.value,
        })),
      );
      expect(inOrder(fired)).toEqual(
        inOrder(example.fires.map((each) => ({ ...each, group: each.group.map(asText) }))),
      );
    });
  });
});
