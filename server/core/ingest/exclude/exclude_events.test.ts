import type { IngestEngine } from '../engine';
import { flows, never, setUp, source, START } from '../../../../test/fakes/ingest_engine';

const busy = { name: 'busy host', condition: 'source.ip:10.0.0.1' };
const half = { name: 'lower half', condition: 'source.ip:10.0.0.0/29', countOnly: true };
const old = { name: 'old format', keys: 'old/*' };

function setUpObjects() {
  const parts = setUp();
  parts.objects.put('new/a', flows(10));
  parts.objects.put('old/b', flows(10, 20));
  return parts;
}

async function countsOf(engine: IngestEngine) {
  const { excluded = [] } = await engine.status('s1');
  return Object.fromEntries(excluded.map(({ name, ...count }) => [name, count]));
}

describe('a source with exclusions', () => {
  it('indexes the rest and counts what it left out', async () => {
    const { events, engine, objects } = setUpObjects();
    const excluding = { ...source, exclusions: [busy, half, old] };
    await engine.pollSource(excluding, never);
    await engine.pollSource(excluding, never);
    expect(events.all('siem-logs')).toHaveLength(9);
    expect(await engine.status('s1')).toMatchObject({ state: 'ok', objects: 2, events: 9 });
    expect(await countsOf(engine)).toMatchObject({
      'busy host': { objects: 0, events: 1 },
      'lower half': { objects: 0, events: 7 },
      'old format': { objects: 1, events: 0, bytes: flows(10, 20).length },
    });
    objects.put('new/c', flows(10));
    await engine.pollSource(excluding, never);
    expect(await countsOf(engine)).toMatchObject({
      'busy host': { events: 2 },
      'old format': { objects: 1 },
    });
  });

  it('says nothing of exclusions as long as there are none', async () => {
    const { engine, poll } = setUpObjects();
    await poll();
    expect(await engine.status('s1')).not.toHaveProperty('excluded');
  });

  it('fails with the place of a condition that its log type no longer takes', async () => {
    const { engine, events } = setUpObjects();
    await engine.pollSource({ ...source, exclusions: [{ name: 'x', condition: 'gone.field:1' }] }, never);
    expect(events.all('siem-logs')).toEqual([]);
    expect(await engine.status('s1')).toMatchObject({
      state: 'failing',
      lastError: {
        code: 'invalid_input',
        message: expect.stringContaining(
          'exclusions.0.condition: events of this log type have no field gone.field',
        ),
      },
    });
  });

  it('shows in a test of the connection what each exclusion would do', async () => {
    const { engine } = setUpObjects();
    const answer = await engine.testSource({ ...source, exclusions: [busy, half, old] });
    expect(answer).toMatchObject({
      ok: true,
      sample: {
        events: 10,
        excluded: [
          { name: 'old format', objects: 1 },
          { name: 'busy host', events: 1 },
          { name: 'lower half', events: 7 },
        ],
        objects: { listed: 2, tried: 1 },
        // The lower half only counts, and is in the estimate; the busy host is of it.
        days: [{ objects: 1, events: 8 }],
      },
    });
    expect(answer.objects.find(({ key }) => key === 'old/b')?.skipped).toBe('excluded: old format');
    expect((await engine.testSource(source)).sample).toBeUndefined();
  });

  it('tries exclusions on objects of all days there are', async () => {
    const { engine, objects } = setUp();
    const days = 40;
    for (let day = 0; day < days; day++) objects.put(`${day}`, flows(10), START - day * 86_400_000);
    const answer = await engine.testSource({ ...source, exclusions: [half] });
    expect(answer.sample).toMatchObject({ objects: { listed: days, tried: 12 } });
    expect(answer.sample?.days).toHaveLength(days);
    for (const day of answer.sample?.days ?? []) expect(day).toMatchObject({ objects: 0, events: 8 });
  });

  it('says in a test of the connection when nothing is left', async () => {
    const { engine } = setUpObjects();
    const all = { name: 'all', condition: '_exists_:source.ip' };
    expect(await engine.testSource({ ...source, exclusions: [all] })).toMatchObject({
      ok: true,
      events: [],
      message: expect.stringContaining('all 20 events of the first ones are excluded'),
    });
    const wrong = { name: 'x', condition: 'source.ip:here' };
    expect(await engine.testSource({ ...source, exclusions: [wrong] })).toMatchObject({
      ok: false,
      code: 'invalid_input',
      message: expect.stringContaining('at character 11'),
    });
  });
});
