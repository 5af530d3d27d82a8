import { actor, setUpBackfills } from '../../../../test/fakes/backfills';
import { fakeEventIndex } from '../../../../test/fakes/event_index';
import { flows } from '../../../../test/fakes/ingest_engine';
import { fakeObjectStore } from '../../../../test/fakes/object_store';
import { fakeStateStore } from '../../../../test/fakes/state_store';
import type { StateStore } from '../../ports';

describe('a crash of a backfill', () => {
  it.each(Array.from({ length: 30 }, (_, crashAt) => crashAt * 2))(
    'at write %i neither loses nor doubles anything, in its own counts either',
    async (crashAt) => {
      const [store, objects, events] = [fakeStateStore(), fakeObjectStore(), fakeEventIndex()];
      const first = setUpBackfills(store, objects, events);
      for (let file = 0; file < 4; file++) objects.put(`f${file}`, `${flows(10, file * 10)}nonsense\n`);
      await first.poll();
      for (let file = 4; file < 8; file++) objects.put(`f${file}`, `${flows(10, file * 10)}nonsense\n`);
      const { id } = await first.service.create({ sourceId: 's1', again: true }, actor);

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
      const second = setUpBackfills(dying, objects, events);
      second.advance(60_000);
      await second.run().catch(() => undefined);

      events.before = () => undefined;
      const third = setUpBackfills(store, objects, events);
      third.advance(7_200_000);
      await third.run();
      await third.poll();
      expect(events.all('siem-logs')).toHaveLength(80);
      expect(events.all('siem-rejects')).toHaveLength(8);
      expect(await third.engine.status('s1')).toMatchObject({ objects: 8, events: 80, rejects: 8 });
      const { state, progress } = await third.service.get(id);
      expect(state).toBe('completed');
      // What failed in the crash itself is left to the polls, so it is not among the counted.
      expect(progress.objects + progress.failed).toBe(8);
      expect(progress).toMatchObject({ known: 0, before: { events: 40, rejects: 4 } });
      expect(progress.events).toBe(progress.objects * 10);
    },
  );
});
