import { fakeEventIndex } from '../../../test/fakes/event_index';
import { flows, setUp } from '../../../test/fakes/ingest_engine';
import { fakeObjectStore } from '../../../test/fakes/object_store';
import { fakeStateStore } from '../../../test/fakes/state_store';
import type { StateStore } from '../ports';

describe('crashes', () => {
  it.each(Array.from({ length: 40 }, (_, crashAt) => crashAt))(
    'at write %i neither lose nor double anything',
    async (crashAt) => {
      const store = fakeStateStore();
      const objects = fakeObjectStore();
      const events = fakeEventIndex();
      for (let file = 0; file < 4; file++) objects.put(`f${file}`, flows(20, file * 20));
      objects.put('g', 'nonsense\n');

      // All writes of the first process up to the crash get through, none after it.
      let writes = 0;
      const crash = () => {
        if (writes++ >= crashAt) throw new Error('crashed');
      };
      const dying: StateStore = { ...store };
      for (const name of ['create', 'replace', 'put', 'bulk'] as const) {
        const write = store[name].bind(store) as (...args: unknown[]) => Promise<unknown>;
        Object.assign(dying, { [name]: async (...args: unknown[]) => (crash(), write(...args)) });
      }
      events.before = crash;
      await setUp(dying, objects, events).poll();

      events.before = () => undefined;
      const after = setUp(store, objects, events);
      after.advance(3_600_000);
      await after.poll();
      await after.poll();
      expect(events.all('siem-logs')).toHaveLength(80);
      expect(events.all('siem-rejects')).toHaveLength(1);
      expect(await after.engine.status('s1')).toMatchObject({
        state: 'ok',
        objects: 5,
        events: 80,
        rejects: 1,
      });
      expect(await store.count({ kind: 'ledger', equals: { status: 'done' } })).toBe(5);
    },
  );

  it('of nobody, but two nodes at once, count each object once', async () => {
    const store = fakeStateStore();
    const objects = fakeObjectStore();
    const events = fakeEventIndex();
    for (let file = 0; file < 10; file++) objects.put(`f${file}`, flows(10, file * 10));
    const nodes = [setUp(store, objects, events), setUp(store, objects, events)];
    await Promise.all(nodes.map(({ poll }) => poll()));
    expect(await nodes[0]?.engine.status('s1')).toMatchObject({ objects: 10, events: 100 });
  });
});
