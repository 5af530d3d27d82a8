import { gzipSync } from 'zlib';
import { actor, setUpBackfills } from '../../../../test/fakes/backfills';
import { countingStore } from '../../../../test/fakes/counting_store';
import { flows, never, START } from '../../../../test/fakes/ingest_engine';
import { SiemError } from '../../errors';
import { openLedger } from '../ledger';
import { countAll } from './count_objects';

const DAY = 86_400_000;
const keyOf = (day: string, file: number) => `AWSLogs/1/vpcflowlogs/eu-central-1/2026/01/${day}/${file}`;

describe('a backfill', () => {
  it('reads what polls leave alone, and tells rules nothing', async () => {
    const { objects, engine, state, service, run, feed } = setUpBackfills();
    state.source = { ...state.source, startFrom: new Date(START - DAY).toISOString() };
    objects.put('old', flows(10), START - 10 * DAY);
    objects.put('new', flows(5, 50), START);
    await engine.pollSource(state.source, never);
    const seq = await feed.last();
    const { id } = await service.create({ sourceId: 's1' }, actor);
    expect(await service.get(id)).toMatchObject({ state: 'waiting', createdBy: 'ann' });
    await run();
    expect(await service.get(id)).toMatchObject({
      state: 'completed',
      total: { objects: 1 },
      progress: { objects: 1, events: 10, known: 1, failed: 0 },
    });
    expect(await engine.status('s1')).toMatchObject({ objects: 2, events: 15 });
    expect(await feed.last()).toBe(seq);
  });

  it('lists the bucket of a source that reads by a queue, too', async () => {
    const { objects, service, run, state } = setUpBackfills();
    const queueUrl = 'https://sqs.eu-central-1.amazonaws.com/123456789012/logs';
    state.source = { ...state.source, reading: { kind: 'queue', queueUrl } };
    objects.put('before the queue', flows(2));
    const { id } = await service.create({ sourceId: 's1' }, actor);
    await run();
    expect((await service.get(id)).progress).toMatchObject({ objects: 1, events: 2 });
  });

  it('marks what it tells rules where they shall judge', async () => {
    const { objects, service, run, feed } = setUpBackfills();
    objects.put('a', flows(3));
    await service.create({ sourceId: 's1', evaluate: true }, actor);
    await run();
    const { entries } = await feed.read(0, 10);
    expect(entries.flatMap(({ touched }) => touched)).toMatchObject([{ type: 'vpcflow', backfill: true }]);
  });

  it('keeps to its days, by key or else by when objects were stored, and to its prefix', async () => {
    const { objects, service, run, store } = setUpBackfills();
    for (const day of ['09', '10', '11', '12']) objects.put(keyOf(day, 1), flows(1), START);
    objects.put('undated', flows(1), Date.parse('2026-01-10T05:00:00Z'));
    objects.put('undated too', flows(1), START);
    const range = { from: '2026-01-10T00:00:00.000Z', to: '2026-01-12T00:00:00.000Z' };
    const { id } = await service.create({ sourceId: 's1', ...range }, actor);
    await run();
    const read = await store.find<{ key: string }>({ kind: 'ledger', limit: 10 });
    expect(read.map(({ doc }) => doc.key).sort()).toEqual([keyOf('10', 1), keyOf('11', 1), 'undated']);
    expect((await service.get(id)).progress).toMatchObject({ objects: 3 });
    const below = await service.create({ sourceId: 's1', prefix: 'AWSLogs/1/' }, actor);
    await run();
    expect((await service.get(below.id)).progress).toMatchObject({ objects: 2, known: 2 });
  });

  it('refuses a range that is none, and a prefix of another place', async () => {
    const { service, state } = setUpBackfills();
    state.source = { ...state.source, prefix: 'logs/' };
    const range = { sourceId: 's1', from: '2026-01-10T00:00:00.000Z', to: '2026-01-09T00:00:00.000Z' };
    await expect(service.create(range, actor)).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(service.create({ sourceId: 's1', prefix: 'other/' }, actor)).rejects.toThrow('logs/');
  });

  it('pauses, goes on, and is cancelled', async () => {
    const { objects, service, run, pipeline, engine } = setUpBackfills();
    for (let file = 0; file < 60; file++) objects.put(`f${file}`, gzipSync(flows(2, file * 2)));
    const { id } = await service.create({ sourceId: 's1' }, actor);
    let done = 0;
    pipeline.beforeDone = () => {
      if (++done === 5) void service.pause(id);
    };
    await run();
    const paused = await service.get(id);
    expect(paused.state).toBe('paused');
    expect((await engine.status('s1')).objects).toBeLessThan(60);
    await run();
    expect((await service.get(id)).progress).toEqual(paused.progress);
    await service.resume(id);
    await run();
    expect(await service.get(id)).toMatchObject({
      state: 'completed',
      progress: { objects: 60, events: 120, known: 0 },
    });
    await expect(service.cancel(id)).rejects.toMatchObject({ code: 'conflict' });
    const other = await service.create({ sourceId: 's1', again: true }, actor);
    await service.cancel(other.id);
    await run();
    expect(await service.get(other.id)).toMatchObject({ state: 'cancelled', progress: { objects: 0 } });
    await expect(service.resume(other.id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('waits while its source is paused, and for the one before it', async () => {
    const { objects, service, run, state, jobs, advance } = setUpBackfills();
    objects.put('a', flows(1));
    const first = await service.create({ sourceId: 's1' }, actor);
    advance(1);
    const second = await service.create({ sourceId: 's1', again: true }, actor);
    state.enabled = false;
    await run();
    expect((await service.get(first.id)).state).toBe('waiting');
    state.enabled = true;
    advance(5_000);
    expect((await jobs()).map(({ id }) => id)).toEqual([`backfill:${first.id}`]);
    await run();
    expect((await service.get(second.id)).state).toBe('waiting');
    await run();
    expect((await service.get(second.id)).state).toBe('completed');
    expect((await service.list('s1')).map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it('fails with what to mend, and goes on when resumed', async () => {
    const { objects, service, run } = setUpBackfills();
    objects.put('a', flows(1));
    objects.before = () => {
      throw new SiemError('s3_access_denied', 'add s3:ListBucket');
    };
    const { id } = await service.create({ sourceId: 's1' }, actor);
    await run();
    expect(await service.get(id)).toMatchObject({
      state: 'failed',
      error: { code: 's3_access_denied', message: 'add s3:ListBucket' },
    });
    objects.before = () => undefined;
    await service.resume(id);
    await run();
    const after = await service.get(id);
    expect(after).toMatchObject({ state: 'completed', progress: { objects: 1 } });
    expect(after.error).toBeUndefined();
  });

  it('leaves objects that cannot be read to the polls, and does not mark them as new', async () => {
    const { objects, service, run, engine, poll, advance, feed } = setUpBackfills();
    objects.put('a', flows(1));
    objects.put('b', flows(1, 1));
    objects.before = (call, key) => {
      if (call === 'open' && key === 'b') throw new SiemError('s3_kms_denied', 'no key');
    };
    const { id } = await service.create({ sourceId: 's1' }, actor);
    await run();
    expect(await service.get(id)).toMatchObject({
      state: 'completed',
      progress: { objects: 1, failed: 1 },
      error: { code: 's3_kms_denied' },
    });
    objects.before = () => undefined;
    advance(3_600_000);
    await poll();
    expect(await engine.status('s1')).toMatchObject({ objects: 2, events: 2 });
    expect(await feed.last()).toBe(0);
  });
});

describe('a preview', () => {
  it('counts without reading, and goes on where it has left off', async () => {
    const { objects, service, poll, pipeline } = setUpBackfills();
    objects.put('a', flows(1));
    await poll();
    pipeline.beforeDone = () => {
      throw new Error('was read');
    };
    const { size } = objects.put('b', flows(2));
    const whole = await service.preview({ sourceId: 's1' }, never);
    expect(whole).toMatchObject({ objects: 2, known: { objects: 1, bytes: size / 2 } });
    expect(whole.after).toBeUndefined();
    expect(await service.preview({ sourceId: 's1', after: 'a' }, never)).toMatchObject({
      objects: 1,
      bytes: size,
      known: { objects: 0 },
    });
  });

  it('of two days among years costs a few calls, all of them lists', async () => {
    const keys: string[] = [];
    for (let day = 0; day < 1_000; day++) {
      const date = new Date(START - day * DAY).toISOString().slice(0, 10).replace(/-/g, '/');
      for (let file = 0; file < 100; file++) keys.push(`AWSLogs/1/vpcflowlogs/eu-central-1/${date}/${file}`);
    }
    const { state, indexed, store } = setUpBackfills();
    const objects = countingStore(keys, START);
    const ledger = openLedger(store, 's1', Math.random);
    const selection = {
      kind: 'range' as const,
      from: '2025-06-01T00:00:00.000Z',
      to: '2025-06-03T00:00:00.000Z',
    };
    const parts = { source: state.source, objects, ledger, indexed };
    expect(await countAll(selection, parts, never)).toMatchObject({ objects: 200 });
    expect(objects.calls).toBeLessThanOrEqual(3);
  });
});
