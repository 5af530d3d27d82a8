import { Client } from '@opensearch-project/opensearch';
import { createCluster } from '../../server/adapters/opensearch/cluster';
import { createHealthLog } from '../../server/adapters/opensearch/health_log';
import { createSearch } from '../../server/adapters/opensearch/search';
import { createStateStore, ensureStateIndex } from '../../server/adapters/opensearch/state_store';
import { installTemplates } from '../../server/adapters/opensearch/templates';
import { alertMappingProperties } from '../../server/core/detect/alert_mapping';
import { type CheckParts, checkHealth } from '../../server/core/health/check_health';
import { createHealthBook } from '../../server/core/health/health_book';
import { createNodeBeat } from '../../server/core/health/nodes';
import { readHealth, readHistory, readSourceHealth } from '../../server/core/health/read_health';
import { doneEntry } from '../../server/core/ingest/ledger';
import { logTypes } from '../../server/core/ingest/log_types';
import type { SourceView } from '../../common/source';
import { waitFor } from '../../dev/embedded/wait';
import { fakeClock } from '../fakes/clock';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const client = new Client({ node: process.env['OPENSEARCH_URL'] ?? '' });
const state = createStateStore(client);
const search = createSearch(client);
const clock = fakeClock(Date.parse('2019-05-10T12:00:00Z'));
const book = createHealthBook({ state, log: createHealthLog(client), clock });
const cluster = createCluster(client);
const never = new AbortController().signal;
const silent = { debug() {}, info() {}, warn() {}, error() {} };

const source: SourceView = {
  id: `health${Date.now().toString(36)}`,
  name: 'flows',
  logType: 'vpcflow',
  bucket: 'acme-logs',
  region: 'eu-central-1',
  credentials: { kind: 'host' },
  pollInterval: '1m',
  enabled: true,
  createdAt: '',
  updatedAt: '',
  updatedBy: '',
  status: { state: 'ok', objects: 0, events: 0, rejects: 0, bytes: 0 },
};

const parts: CheckParts & { cluster: typeof cluster } = {
  state,
  clock,
  book,
  cluster,
  sources: async () => [source],
  rules: async () => [],
  channels: async () => [],
  lists: async () => [],
};

/** An object came a minute ago and was read just now; its newest event is ten minutes older. */
async function objectArrives(): Promise<void> {
  const modified = clock.now() - MINUTE;
  const newest = modified - 10 * MINUTE;
  const counts = { events: 100, duplicates: 0, rejects: 0, skips: 0, bytes: 1_000, newest };
  const object = { key: `o${modified}`, etag: 'e', size: 1_000, lastModified: modified };
  await state.put(`ledger:${source.id}:${modified}`, doneEntry(source.id, object, counts, clock.now()));
  source.status.events += 100;
  source.status.newestEventAt = new Date(newest).toISOString();
}

async function check(): Promise<void> {
  await state.refresh();
  await checkHealth(parts, never);
}

async function openKinds(): Promise<string[]> {
  await state.refresh();
  return (await book.open()).filter(({ subject }) => subject.id === source.id).map(({ kind }) => kind);
}

/** What is over, with its minutes. */
async function history() {
  await client.indices.refresh({ index: 'siem-health-*' });
  const period = { from: '2019-05-01T00:00:00.000Z', to: '2019-06-01T00:00:00.000Z' };
  const { items } = await readHistory({ book, search }, period);
  return items.map(({ kind, since, until }) => ({
    kind,
    minutes: until === undefined ? undefined : (Date.parse(until) - Date.parse(since)) / MINUTE,
  }));
}

beforeAll(async () => {
  await ensureStateIndex(client);
  await installTemplates(client, { logTypes: logTypes.all, alertProperties: alertMappingProperties });
  await state.remove('health_check');
});

afterAll(async () => {
  await state.removeWhere({ kind: 'ledger', equals: { source_id: source.id } });
  await client.indices.delete({ index: 'siem-health-2019.05', ignore_unavailable: true });
  for (const kind of ['health', 'health_check', 'source_memory', 'node']) await state.removeWhere({ kind });
  await client.close();
});

describe('the check of health on a real OpenSearch', () => {
  it('learns what is usual, tells of silence once with its end, and of a time without checks', async () => {
    for (let minute = 0; minute < 15; minute++) {
      await objectArrives();
      if (minute % 5 === 0) await check();
      await clock.advance(MINUTE);
    }
    await check();
    expect(await openKinds()).toEqual([]);
    const { health } = await readSourceHealth(parts, source);
    expect(health).toMatchObject({
      usualDelay: 10 * MINUTE,
      lagLimit: 32 * MINUTE,
      rejectRatio: 0,
    });
    expect(health.eventsPerMinute).toBeCloseTo(93.3, 1);

    for (let minute = 15; minute < 40; minute += 5) {
      await clock.advance(5 * MINUTE);
      await check();
    }
    expect(await openKinds()).toEqual(['source_silent']);
    await clock.advance(15 * MINUTE);
    await objectArrives();
    await check();
    expect(await openKinds()).toEqual([]);
    expect(await history()).toEqual([
      { kind: 'not_watched', minutes: 15 },
      { kind: 'source_silent', minutes: 20 },
    ]);
  });

  it('sees indices that are blocked for writing, and that they no longer are', async () => {
    const index = 'siem-logs-vpcflow-health-2019.05';
    await client.indices.create({ index });
    const block = (value: boolean | null) =>
      client.indices.put_settings({ index, body: { 'index.blocks.write': value } });
    const kinds = async () => {
      await check();
      await state.refresh();
      return (await book.open()).map(({ kind }) => kind);
    };
    await block(true);
    expect(await kinds()).toContain('index_read_only');
    await block(null);
    expect(await kinds()).not.toContain('index_read_only');
    await client.indices.delete({ index });
  });

  it('shows cluster, nodes and jobs', async () => {
    const node = { key: 'n1', name: 'host-a', version: '1', roles: ['ingest'] };
    const beat = createNodeBeat({ state, clock, logger: silent, node, worker: () => 'running' });
    beat.start();
    const {
      nodes,
      cluster: shown,
      checkedAt,
    } = await waitFor('the node', async () => {
      await state.refresh();
      const health = await readHealth(parts);
      return health.nodes.length > 0 ? health : undefined;
    });
    await beat.stop();
    expect(nodes).toMatchObject([{ name: 'host-a', worker: 'running', alive: true }]);
    expect(checkedAt).toBeDefined();
    expect(shown).toMatchObject({ nodes: expect.any(Number), unchecked: [] });
    expect(shown.status).not.toBe('unknown');
    expect(shown.disks.length).toBeGreaterThan(0);
    expect(await cluster.look()).toMatchObject({ watermarks: { high: expect.any(String) } });
    expect(shown.shards?.limit).toBeGreaterThanOrEqual(1_000);
    expect(shown.indices.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['.siem-state', 'siem-health-2019.05']),
    );
  });

  it('says what it could not look at when OpenSearch does not answer', async () => {
    const nowhere = new Client({ node: 'http://127.0.0.1:1', maxRetries: 0 });
    const { unchecked } = await createCluster(nowhere).look();
    expect(unchecked.map(({ part }) => part).sort()).toEqual([
      'blocks',
      'disks',
      'health',
      'indices',
      'load',
      'settings',
    ]);
    await nowhere.close();
  });
});
