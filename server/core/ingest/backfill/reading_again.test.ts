import { actor, setUpBackfills } from '../../../../test/fakes/backfills';
import { flows, never, START } from '../../../../test/fakes/ingest_engine';
import { SiemError } from '../../errors';

describe('reading again', () => {
  it('replaces what an earlier reading left, with exact totals', async () => {
    const { objects, service, run, engine, events, poll, state, feed } = setUpBackfills();
    objects.put('a', `${flows(10)}nonsense\n`);
    objects.put('b', flows(4, 20));
    await poll();
    const seq = await feed.last();
    state.source = { ...state.source, exclusions: [{ name: 'few', condition: 'source.ip:10.0.0.3' }] };
    const { id } = await service.reingest({ sourceId: 's1', key: 'a' }, actor);
    await run();
    expect(await service.get(id)).toMatchObject({
      state: 'completed',
      progress: { objects: 1, events: 9, rejects: 1, before: { events: 10, rejects: 1 } },
    });
    expect(events.all('siem-logs')).toHaveLength(13);
    const excluded = [{ name: 'few', objects: 0, events: 1 }];
    expect(await engine.status('s1')).toMatchObject({ objects: 2, events: 13, rejects: 1, excluded });
    state.source = { ...state.source, exclusions: [] };
    await service.create({ sourceId: 's1', again: true }, actor);
    await run();
    expect(events.all('siem-logs')).toHaveLength(14);
    const status = await engine.status('s1');
    expect(status).toMatchObject({ objects: 2, events: 14, rejects: 1 });
    expect(status.excluded ?? []).toEqual([]);
    expect(await feed.last()).toBe(seq);
  });

  it('keeps what there is of an object that is gone, and says so', async () => {
    const { objects, service, run, engine, events, poll } = setUpBackfills();
    objects.put('a', flows(3));
    await poll();
    objects.remove('a');
    const { id } = await service.reingest({ sourceId: 's1', key: 'a' }, actor);
    await run();
    expect(await service.get(id)).toMatchObject({
      state: 'completed',
      progress: { objects: 0, failed: 1 },
      error: { code: 's3_object_changed' },
    });
    expect(events.all('siem-logs')).toHaveLength(3);
    expect(await engine.status('s1')).toMatchObject({ objects: 1, events: 3 });
    const unknown = service.reingest({ sourceId: 's1', key: 'b' }, actor);
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps the events of another object that had the same key before', async () => {
    const { objects, service, run, engine, events, poll, advance } = setUpBackfills();
    objects.put('a', flows(3), START - 600_000);
    await poll();
    advance(3_600_000);
    objects.put('a', flows(2, 10), START + 3_600_000);
    await poll();
    advance(3_600_000);
    await service.reingest({ sourceId: 's1', key: 'a' }, actor);
    await run();
    expect(events.all('siem-logs')).toHaveLength(5);
    expect(await engine.status('s1')).toMatchObject({ objects: 2, events: 5 });
  });
});

describe('replaying rejects', () => {
  const refused = new SiemError('opensearch_rejected', 'too long');

  it('turns those that can be parsed now into events, and keeps the others', async () => {
    const { objects, service, run, engine, events, poll } = setUpBackfills();
    for (let file = 0; file < 5; file++) objects.put(`f${file}`, `${flows(4, file * 4)}nonsense\n`);
    objects.put('good', flows(1, 100));
    events.refuse = ({ source }) =>
      (source as { ip?: string } | undefined)?.ip === '10.0.0.3'
        ? { status: 400, type: 'mapper_parsing_exception', reason: 'too long', error: refused }
        : undefined;
    await poll();
    expect(await engine.status('s1')).toMatchObject({ events: 20, rejects: 6 });
    events.refuse = () => undefined;
    const { id } = await service.replay({ sourceId: 's1' }, actor);
    await run();
    expect((await service.get(id)).progress).toMatchObject({
      objects: 5,
      rejects: 5,
      before: { rejects: 6 },
    });
    expect(events.all('siem-rejects').map(({ event }) => (event as { original: string }).original)).toEqual(
      Array(5).fill('nonsense'),
    );
    expect(events.all('siem-logs')).toHaveLength(21);
    expect(await engine.status('s1')).toMatchObject({ objects: 6, events: 21, rejects: 5 });
  });

  it('of an object or for a reason only', async () => {
    const { objects, service, run, engine, state, events } = setUpBackfills();
    state.source = { ...state.source, logType: 's3access' };
    for (const key of ['a', 'b']) objects.put(key, flows(2));
    await engine.pollSource(state.source, never);
    state.source = { ...state.source, logType: 'vpcflow' };
    const of = async (what: { key?: string; reason?: string }) => {
      const { id } = await service.replay({ sourceId: 's1', ...what }, actor);
      await run();
      return (await service.get(id)).progress.objects;
    };
    expect(await of({ reason: 'another' })).toBe(0);
    expect(await of({ key: 'a' })).toBe(1);
    expect(events.all('siem-rejects')).toHaveLength(2);
  });
});
