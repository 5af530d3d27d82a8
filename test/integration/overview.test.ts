import { Client } from '@opensearch-project/opensearch';
import type { AlertDocument } from '../../common/alert';
import type { EventFilter } from '../../common/event_filter';
import type { OverviewBody } from '../../common/overview';
import type { SignalId } from '../../common/signal';
import { createSearch } from '../../server/adapters/opensearch/search';
import { installTemplates } from '../../server/adapters/opensearch/templates';
import { alertMappingProperties } from '../../server/core/detect/alert_mapping';
import { readExplore } from '../../server/core/explore/explore';
import { logTypes } from '../../server/core/ingest/log_types';
import { searchableFields } from '../../server/core/ingest/searchable_fields';
import { readOverview } from '../../server/core/overview/overview';
import type { SearchRequest } from '../../server/core/ports';

/** A day of a year that no other test uses. */
const FROM = Date.parse('2021-05-05T12:00:00Z');
const HOUR = 3_600_000;
const MINUTE = 60_000;
const NAMESPACE = `overviewtest${Date.now()}`;
const OUTSIDE = '203.0.113.9';

const client = new Client({ node: process.env.OPENSEARCH_URL ?? '' });
const search = createSearch(client);
const period = { from: new Date(FROM).toISOString(), to: new Date(FROM + HOUR).toISOString() };
let sent: SearchRequest[][] = [];

jest.setTimeout(60_000);

const parts = {
  search: {
    ...search,
    msearch(requests: SearchRequest[], signal?: AbortSignal) {
      sent.push(requests);
      return search.msearch(requests, signal);
    },
  },
  logTypes: logTypes.all,
  attention: async () => ({
    items: [],
    sources: [{ id: '1', name: 'Names', logType: 'route53resolver', state: 'ok' }],
  }),
  lists: {
    get: async (name: string) =>
      name === 'scanners'
        ? { name, kind: 'ip' as const, entries: ['203.0.113.0/24'], revision: '1' }
        : undefined,
  },
  fields: logTypes.all.flatMap(searchableFields),
};

const read = (body: Partial<OverviewBody> = {}) => readOverview(parts, { ...period, query: '', ...body });
const countsOf = async (body: Partial<OverviewBody>) =>
  Object.fromEntries(
    (await read(body)).types.filter(({ count }) => count > 0).map(({ type, count }) => [type, count]),
  );
const signalOf = async (id: SignalId) => (await read()).signals.find((signal) => signal.id === id);

const event = (type: string, minute: number, fields: object) => ({
  index: `siem-logs-${type}-${NAMESPACE}-2021.05`,
  document: { '@timestamp': new Date(FROM + minute * MINUTE).toISOString(), type, ...fields },
});

const flow = (minute: number, action: string, bytes: number, port: number) =>
  event('vpcflow', minute, {
    event: { action },
    source: { ip: OUTSIDE, geo: { country_iso_code: 'FR' }, as: { organization: { name: 'Example Net' } } },
    destination: { ip: '10.0.0.5', port },
    related: { ip: [OUTSIDE, '10.0.0.5'] },
    network: { bytes },
    cloud: { account: { id: '111122223333' } },
    ...(port === 22 && { threat: { feed: { name: ['tor'] }, indicator: { ip: [OUTSIDE] } } }),
  });

const signIn = (minute: number, name: string, outcome: string) =>
  event('cloudtrail', minute, {
    event: { action: 'ConsoleLogin', outcome, provider: 'signin.amazonaws.com' },
    user: { name },
    source: { ip: OUTSIDE },
    related: { ip: [OUTSIDE], user: [name] },
    aws: { cloudtrail: { user_identity: { type: name === 'root' ? 'Root' : 'IAMUser' } } },
  });

const download = (minute: number, requester: string | undefined) =>
  event('s3access', minute, {
    event: { action: 'REST.GET.OBJECT', outcome: 'success' },
    source: { ip: OUTSIDE },
    related: { ip: [OUTSIDE] },
    aws: { s3access: { bucket: 'exports', key: `part-${minute}`, ...(requester && { requester }) } },
  });

const alert = (id: string, minute: number, severity: string, status: string, values: string[]) => ({
  index: `siem-alerts-2021.05`,
  document: {
    '@timestamp': new Date(FROM + minute * MINUTE).toISOString(),
    event: { kind: 'signal', module: 'aws_siem' },
    rule: { id: 'r', name: 'Rule' },
    message: id,
    alert: { id: `${NAMESPACE}-${id}`, severity, status, group: { key: id, fields: ['x'], values } },
  },
});

const DOCUMENTS = [
  flow(1, 'accept', 100, 443),
  flow(2, 'reject', 40, 22),
  flow(3, 'reject', 40, 23),
  flow(-10, 'reject', 7, 22),
  signIn(5, 'alice', 'failure'),
  signIn(6, 'alice', 'failure'),
  signIn(7, 'root', 'success'),
  download(8, '-'),
  download(9, undefined),
  download(10, 'arn:aws:iam::111122223333:user/alice'),
  event('elblogs', 11, {
    source: { ip: '10.0.0.9' },
    http: { response: { status_code: 502 } },
    aws: { elb: { name: 'app/web/1f' } },
  }),
  alert('old', -5, 'high', 'open', []),
  alert('one', 20, 'high', 'open', [OUTSIDE]),
  alert('two', 30, 'critical', 'open', ['alice']),
  alert('three', 40, 'high', 'closed', ['bob']),
];

beforeAll(async () => {
  await installTemplates(client, { logTypes: logTypes.all, alertProperties: alertMappingProperties });
  await client.bulk({
    refresh: true,
    body: DOCUMENTS.flatMap(({ index, document }) => [{ index: { _index: index } }, document]),
  });
});

afterAll(async () => {
  await client.indices.delete({ index: `siem-logs-*-${NAMESPACE}-*` });
  await client.deleteByQuery({
    index: 'siem-alerts-2021.05',
    ignore_unavailable: true,
    body: { query: { prefix: { 'alert.id': NAMESPACE } } },
    refresh: true,
  });
  await client.close();
});

beforeEach(() => {
  sent = [];
});

describe('the overview', () => {
  it('asks OpenSearch once', async () => {
    await read();
    expect(sent).toHaveLength(1);
  });

  it('counts each type that is used, against the period before', async () => {
    const { types, histogram } = await read();
    expect(types.map(({ type, count, before }) => [type, count, before])).toEqual([
      ['cloudtrail', 3, 0],
      ['vpcflow', 3, 1],
      ['elblogs', 1, 0],
      ['s3access', 3, 0],
      ['route53resolver', 0, 0],
    ]);
    expect(histogram.intervalMs).toBe(MINUTE);
    expect(histogram.points).toContainEqual({ at: FROM + MINUTE, type: 'vpcflow', count: 1 });
  });

  it('sums flows by source and destination', async () => {
    expect((await read()).flows).toEqual([
      { source: OUTSIDE, destination: '10.0.0.5', flows: 3, bytes: 180, accepted: 1, rejected: 2 },
    ]);
  });

  it('names who sends most from outside, and what is known of them', async () => {
    expect((await read()).talkers).toEqual([
      {
        ip: OUTSIDE,
        count: 9,
        country: 'FR',
        network: 'Example Net',
        feeds: ['tor'],
        types: expect.arrayContaining(['vpcflow', 'cloudtrail', 's3access']),
      },
    ]);
  });

  it('counts signals, with their trend and whom they are about', async () => {
    const rejected = await signalOf('rejected');
    expect(rejected).toMatchObject({ count: 2, before: 1, rows: [{ values: [OUTSIDE], distinct: 2 }] });
    expect(rejected?.trend).toHaveLength(60);
    expect(rejected?.trend.slice(0, 5)).toEqual([0, 0, 1, 1, 0]);
    expect(await signalOf('failed_sign_ins')).toMatchObject({
      count: 2,
      rows: [{ values: ['alice', OUTSIDE], count: 2, last: new Date(FROM + 6 * MINUTE).toISOString() }],
    });
    expect(await signalOf('root_use')).toMatchObject({ count: 1 });
    expect(await signalOf('server_errors')).toMatchObject({ rows: [{ values: ['app/web/1f', '502'] }] });
    expect(await signalOf('public_reads')).toMatchObject({ count: 2, rows: [{ distinct: 2 }] });
    expect(await signalOf('exposures')).toMatchObject({ count: 0, rows: [] });
  });

  it('counts alerts by severity against the period before, and shows the newest open ones', async () => {
    const { alerts } = await read();
    expect(alerts).toMatchObject({
      total: 3,
      open: 2,
      bySeverity: {
        low: { count: 0, before: 0, open: 0 },
        high: { count: 2, before: 1, open: 1 },
        critical: { count: 1, before: 0, open: 1 },
      },
    });
    expect(alerts.items.map((item: AlertDocument) => item.message)).toEqual(['two', 'one']);
    expect(alerts.histogram).toHaveLength(3);
  });

  it.each<[string, Partial<OverviewBody>, Record<string, number>]>([
    ['Lucene', { query: 'event.action:reject' }, { vpcflow: 2 }],
    ['DQL', { query: 'user.name : alice', language: 'kuery' }, { cloudtrail: 2 }],
    ['a value list', { query: 'source.ip:"@scanners"' }, { cloudtrail: 3, vpcflow: 3, s3access: 3 }],
  ])('is narrowed by %s', async (_name, body, expected) => expect(await countsOf(body)).toEqual(expected));

  it.each<[string, EventFilter[], Record<string, number>]>([
    ['a value', [{ field: 'type', value: 'vpcflow' }], { vpcflow: 3 }],
    [
      'one of two values of a field',
      [
        { field: 'type', value: 'vpcflow' },
        { field: 'type', value: 'elblogs' },
      ],
      { vpcflow: 3, elblogs: 1 },
    ],
    ['all but a network', [{ field: 'source.ip', value: '203.0.113.0/24', negate: true }], { elblogs: 1 }],
    ['a signal', [{ field: 'signal', value: 'public_reads' }], { s3access: 2 }],
    [
      'all but a signal',
      [{ field: 'signal', value: 'public_reads', negate: true }],
      { cloudtrail: 3, vpcflow: 3, elblogs: 1, s3access: 1 },
    ],
  ])('is narrowed by a filter for %s', async (_name, filters, expected) =>
    expect(await countsOf({ filters })).toEqual(expected),
  );

  it.each<[string, Partial<OverviewBody>, string]>([
    ['Lucene that cannot be parsed', { query: 'type:(' }, 'query_invalid'],
    ['DQL that cannot be parsed', { query: 'type : (', language: 'kuery' }, 'query_invalid'],
    ['a list that is not there', { query: 'source.ip:"@nothere"' }, 'invalid_input'],
    ['a period that ends before it begins', { to: new Date(FROM - 1).toISOString() }, 'invalid_input'],
  ])('refuses %s', async (_name, body, code) => expect(read(body)).rejects.toMatchObject({ code }));
});

describe('Explore', () => {
  const explore = (kind: 'ip' | 'user' | 'bucket' | 'account' | 'load_balancer', value: string) =>
    readExplore(parts, { kind, value, ...period });

  it('tells all that is known of an address, by one request', async () => {
    const known = await explore('ip', OUTSIDE);
    expect(sent).toHaveLength(1);
    expect(known).toMatchObject({
      firstSeen: new Date(FROM - 10 * MINUTE).toISOString(),
      lastSeen: new Date(FROM + 10 * MINUTE).toISOString(),
      count: 9,
      before: 1,
      facts: { countries: ['FR'], networks: ['Example Net'], feeds: ['tor'] },
      alerts: { total: 1, items: [{ message: 'one' }] },
    });
    expect(known.related).toContainEqual({
      field: 'user.name',
      values: [
        { value: 'alice', count: 2, last: new Date(FROM + 6 * MINUTE).toISOString() },
        expect.objectContaining({ value: 'root' }),
      ],
    });
    expect(known.related.map(({ field }) => field)).not.toContain('source.ip');
    expect(known.signals).toContainEqual({ id: 'rejected', count: 2 });
    expect(known.events[0]).toMatchObject({ type: 's3access' });
    expect(known.events).toHaveLength(9);
  });

  it.each([
    ['user', 'alice', 2, 1],
    ['bucket', 'exports', 3, 0],
    ['account', '111122223333', 3, 0],
    ['load_balancer', 'app/web/1f', 1, 0],
    ['user', 'nobody', 0, 0],
  ] as const)('finds the events of %s %s', async (kind, value, count, alerts) => {
    const known = await explore(kind, value);
    expect(known.count).toBe(count);
    expect(known.alerts.total).toBe(alerts);
    expect(known.firstSeen === undefined).toBe(count === 0);
  });

  it('refuses an address that is none', async () => {
    await expect(explore('ip', '10.0.0.0/8')).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
