import { waitFor } from '../../dev/embedded/wait';
import { createIndexStore } from '../../server/adapters/opensearch/index_store';
import { installTemplates } from '../../server/adapters/opensearch/templates';
import { logTypes } from '../../server/core/ingest/log_types';
import { createDataSettings } from '../../server/core/retention/data_settings';
import { deleteExpired, lastRetentionRun } from '../../server/core/retention/delete_expired';
import { systemClock } from '../../server/host';
import type { OpenSearchClient } from '../../types/opensearch_dashboards_server';
import {
  buildWorker,
  flowLines,
  indexed,
  newSource,
  putObjects,
  type RunningEngine,
  startEngine,
} from './ingest_setup';

const S3 = process.env['S3_ENDPOINT'] ?? '';
const never = new AbortController().signal;

jest.setTimeout(60_000);

let running: RunningEngine;

beforeAll(async () => {
  await buildWorker();
  running = await startEngine({ opensearchUrl: process.env['OPENSEARCH_URL'] ?? '', threads: 1 });
});

afterAll(() => running.stop());

it('deletes whole indices that are older than the retention of their namespace', async () => {
  const { client, store } = running;
  const { namespace } = newSource(S3);
  const name = (date: string) => `siem-logs-vpcflow-${namespace}-${date}`;
  const dates = ['2020.01', '2020.w07', '2020.02.28', '2100.01'];
  for (const date of dates)
    await client.index({ index: name(date), body: { type: 'vpcflow' }, refresh: true });
  const indices = createIndexStore(client as unknown as OpenSearchClient);
  const settings = createDataSettings(store, systemClock);
  await settings.saveLogs({ type: 'vpcflow', namespace, rotation: 'monthly', retentionDays: 30 });
  const warnings: string[] = [];
  const logger = { debug() {}, info() {}, warn: (text: string) => warnings.push(text), error() {} };
  await deleteExpired({ settings, indices, state: store, clock: systemClock, logger }, never);
  const left = (await indices.list()).filter((index) => index.name.includes(`-${namespace}-`));
  expect(left).toEqual([{ name: name('2100.01'), docs: 1, bytes: expect.any(Number) }]);
  expect((await lastRetentionRun(store))?.deleted.map((index) => index.name).sort()).toEqual(
    dates.slice(0, 3).map(name).sort(),
  );
  expect(warnings).toEqual([]);
  await client.indices.delete({ index: name('2100.01') });
});

it('compresses new indices more where that is set', async () => {
  const { client } = running;
  const type = `c${Date.now().toString(36)}`;
  const install = (bestCompression: boolean) =>
    installTemplates(client, {
      logTypes: [{ ...logTypes.get('json'), id: type }],
      alertProperties: {},
      bestCompression,
    });
  const codecOf = async (index: string) => {
    await client.indices.create({ index });
    const { body } = await client.indices.getSettings({ index, flat_settings: true });
    return (body as unknown as Record<string, { settings: Record<string, string> }>)[index]?.settings[
      'index.codec'
    ];
  };
  try {
    await install(true);
    expect(await codecOf(`siem-logs-${type}-default-2026.01`)).toBe('best_compression');
    await install(false);
    expect(await codecOf(`siem-logs-${type}-default-2026.02`)).toBe('default');
  } finally {
    await client.indices.delete({ index: `siem-logs-${type}-*` });
    await client.transport.request({ method: 'DELETE', path: `/_index_template/siem-logs-${type}` });
  }
});

describe('what OpenSearch does not take', () => {
  /** Sets what holds the source up for as long as its state says so. */
  async function heldUp(
    code: string,
    source: ReturnType<typeof newSource>,
    set: (on: boolean) => Promise<unknown>,
  ): Promise<void> {
    const { engine, client } = running;
    await putObjects(S3, source.bucket, { second: flowLines(20, 2) });
    const before = await indexed(client, source);
    await set(true);
    let polled;
    try {
      polled = engine.pollSource(source, never);
      const error = await waitFor(`the state ${code}`, async () => {
        const { state, lastError } = await engine.status(source.id);
        return state === 'failing' ? lastError : undefined;
      });
      expect(error).toMatchObject({ code });
      expect(error?.message).toMatch(/Free disk|Remove the block|Delete old indices/);
    } finally {
      await set(false);
    }
    await polled;
    expect(await indexed(client, source)).toEqual({ events: before.events + 20, rejects: 0 });
    expect(await engine.status(source.id)).toMatchObject({ state: 'ok' });
  }

  it.each([
    ['index_read_only', 'index.blocks.write'],
    ['disk_flood_stage', 'index.blocks.read_only_allow_delete'],
  ])(
    'is said to be %s',
    async (code, block) => {
      const { engine, client } = running;
      const source = newSource(S3);
      await putObjects(S3, source.bucket, { first: flowLines(5, 1) });
      await engine.pollSource(source, never);
      const index = `siem-logs-vpcflow-${source.namespace}-*`;
      await heldUp(code, source, (on) =>
        client.indices.putSettings({ index, body: { [block]: on || null } }),
      );
    },
    30_000,
  );

  it('is said to be the shard limit where an index cannot be made', async () => {
    const { client } = running;
    await heldUp('shard_limit', newSource(S3), (on) =>
      client.cluster.putSettings({ body: { persistent: { 'cluster.max_shards_per_node': on ? 1 : null } } }),
    );
  });
});
