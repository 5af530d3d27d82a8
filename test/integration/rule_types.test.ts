import type { FieldValues } from '../../common/field';
import { openWorld, testLists, thresholdRule } from './detect_setup';

jest.setTimeout(60_000);

const run = `${Date.now()}`.slice(-8);
type World = Awaited<ReturnType<typeof openWorld>>;
type Event = Parameters<World['ingest']>[0][number];

describe('rule types on a real OpenSearch', () => {
  const worlds: World[] = [];
  afterAll(async () => {
    for (const { client, index } of worlds) {
      await client.indices.delete({ index });
      await client.close();
    }
  });

  /** Keys of the groups that a rule of each kind finds in the events, in order. */
  async function firedBy(
    name: string,
    events: Event[],
    rules: Record<string, { type: string; query?: string; interval?: string; params: FieldValues }>,
  ) {
    const world = await openWorld(`${name}_${run}`);
    worlds.push(world);
    await world.ingest(events);
    const entries = Object.entries(rules).map(
      ([title, changes]) => [title, thresholdRule(`${name}-${title}-${run}`, world.title, changes)] as const,
    );
    await world.evaluator().evaluate(
      entries.map(([, rule]) => rule),
      { epoch: 1, signal: new AbortController().signal },
    );
    const fired: Record<string, string[]> = {};
    for (const [title, rule] of entries) {
      expect(await world.states.status(rule)).toMatchObject({ state: 'ok' });
      fired[title] = (await world.alertsOf(rule)).map(({ alert }) => alert.group.key).sort();
    }
    return fired;
  }

  const list = (name: string, entries: string[]) =>
    testLists.set(name, { name, kind: 'ip', entries, revision: run });

  describe('the rules of the article that the project began with', () => {
    it('GET requests on a load balancer over a threshold', async () => {
      const get = { type: 'elblogs', http: { request: { method: 'GET' } } };
      const post = { type: 'elblogs', http: { request: { method: 'POST' } } };
      const fired = await firedBy(
        'article_elb',
        [
          { at: '11:01', times: 6, ...get, source: { ip: '192.0.2.7' } },
          { at: '11:02', times: 5, ...get, source: { ip: '192.0.2.8' } },
          { at: '11:03', times: 9, ...post, source: { ip: '192.0.2.9' } },
        ],
        {
          'more than 5 from one address': {
            type: 'threshold',
            query: 'type:elblogs AND http.request.method:GET',
            params: {
              conditions: [{ metric: 'count', operator: '>', limit: 5 }],
              window: '5m',
              groupBy: ['source.ip'],
            },
          },
        },
      );
      expect(fired).toEqual({ 'more than 5 from one address': ['source.ip=192.0.2.7'] });
    });

    it('a source address on a block list, or not on an allow list, in VPC flow logs', async () => {
      list('article-block', ['203.0.113.0/24', '2001:db8:bad::/48']);
      list('article-allow', ['198.51.100.7', '203.0.113.99']);
      const flow = (ip: string): Event => ({ at: '11:01', type: 'vpcflow', source: { ip } });
      const fired = await firedBy(
        'article_vpc',
        [
          ...['203.0.113.99', '2001:db8:bad::1', '198.51.100.7', '10.0.0.1', '192.0.2.1'].map(flow),
          { at: '11:02', type: 'elblogs', source: { ip: '203.0.113.1' } },
        ],
        {
          blocked: { type: 'ip_list', query: 'type:vpcflow', params: { lists: ['article-block'] } },
          'not allowed': {
            type: 'ip_list',
            query: 'type:vpcflow',
            params: { mode: 'outside', lists: ['article-allow'], addresses: ['@private'] },
          },
        },
      );
      expect(fired).toEqual({
        blocked: ['source.ip=2001:db8:bad::1', 'source.ip=203.0.113.99'],
        'not allowed': ['source.ip=192.0.2.1', 'source.ip=2001:db8:bad::1'],
      });
    });

    it('abnormal against a baseline', async () => {
      const usual = ['-28d', '-21d', '-14d', '-7d'].flatMap((day): Event[] =>
        ['192.0.2.7', '192.0.2.8'].map((ip) => ({
          at: `${day} 10:20`,
          times: 10,
          type: 'elblogs',
          source: { ip },
        })),
      );
      const fired = await firedBy(
        'article_baseline',
        [
          { at: '-29d 10:00', type: 'elblogs' },
          ...usual,
          { at: '10:20', times: 80, type: 'elblogs', source: { ip: '192.0.2.7' } },
          { at: '10:20', times: 11, type: 'elblogs', source: { ip: '192.0.2.8' } },
        ],
        {
          'more than usual': {
            type: 'baseline',
            query: 'type:elblogs',
            interval: '1h',
            params: { groupBy: ['source.ip'] },
          },
        },
      );
      expect(fired).toEqual({ 'more than usual': ['source.ip=192.0.2.7'] });
    });
  });

  it('finds the groups that fire on every page, where OpenSearch leaves out those that cannot', async () => {
    const user = (n: number) => ({ name: `user-${n}` });
    const events: Event[] = Array.from({ length: 2_500 }, (_, n) => ({
      at: '11:01',
      user: user(n),
      source: { bytes: 10 },
      event: { outcome: 'success' },
    }));
    for (const n of [3, 2_400]) {
      events.push({
        at: '11:02',
        times: 3,
        user: user(n),
        source: { bytes: 500 },
        event: { outcome: 'failure' },
      });
    }
    const both = ['user.name=user-2400', 'user.name=user-3'];
    const rule = (...conditions: FieldValues[]) => ({
      type: 'threshold',
      params: { conditions, join: 'or', window: '5m', groupBy: ['user.name'] },
    });
    const field = 'source.bytes';
    const rules = {
      sum: rule({ metric: 'sum', field, operator: '>', limit: 1_000 }),
      average: rule({ metric: 'avg', field, operator: 'between', limit: 377.5, upTo: 377.5 }),
      greatest: rule({ metric: 'max', field, operator: '>=', limit: 500 }),
      percentile: rule({ metric: 'percentile', percent: 99.5, field, operator: '>', limit: 100 }),
      different: rule(
        { metric: 'cardinality', field, operator: '>', limit: 1 },
        { metric: 'count', operator: '>', limit: 99 },
      ),
      share: {
        type: 'ratio',
        params: {
          part: 'event.outcome:failure',
          limit: 75,
          atLeast: 4,
          window: '5m',
          groupBy: ['user.name'],
        },
      },
    };
    const fired = await firedBy('pages', events, rules);
    expect(fired).toEqual(Object.fromEntries(Object.keys(rules).map((title) => [title, both])));
  });

  it('takes a list of 100,000 addresses, and one of more blocks than a query can have', async () => {
    const place = (n: number) => `${n >> 8}.${n & 255}`;
    const addresses = Array.from(
      { length: 100_000 },
      (_, n) => `${20 + (n >> 15)}.${(n >> 8) & 127}.${n & 255}.9`,
    );
    const blocks = Array.from(
      { length: 5_000 },
      (_, n) => `${40 + (n >> 12)}.${place((n & 4_095) * 8)}.0/22`,
    );
    list('many-addresses', addresses);
    list('many-blocks', blocks);
    const asked = [
      '20.0.0.9',
      '20.0.0.8',
      '23.5.7.9',
      '40.0.3.255',
      '40.0.4.0',
      '41.8.1.1',
      '41.255.1.1',
      '::1',
    ];
    // The last day in few searches, so that such large ones are not sent for each hour of it.
    const interval = '12h';
    const fired = await firedBy(
      'large_lists',
      asked.map((ip) => ({ at: '11:01', source: { ip } })),
      {
        'on the list': { type: 'ip_list', interval, params: { lists: ['many-addresses'] } },
        'in a block': { type: 'ip_list', interval, params: { lists: ['many-blocks'] } },
        'in neither': {
          type: 'ip_list',
          interval,
          params: { lists: ['many-blocks', 'many-addresses'], mode: 'outside' },
        },
        indicator: { type: 'indicator', interval, params: { lists: ['many-blocks', 'many-addresses'] } },
      },
    );
    const keys = (...ips: string[]) => ips.map((ip) => `source.ip=${ip}`);
    expect(fired).toEqual({
      'on the list': keys('20.0.0.9', '23.5.7.9'),
      'in a block': keys('40.0.3.255', '41.8.1.1'),
      'in neither': keys('20.0.0.8', '40.0.4.0', '41.255.1.1', '::1'),
      indicator: keys('20.0.0.9', '23.5.7.9', '40.0.3.255', '41.8.1.1'),
    });
  });
});
