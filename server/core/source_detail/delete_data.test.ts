import { fakeClock } from '../../../test/fakes/clock';
import { fakeStateStore } from '../../../test/fakes/state_store';
import { createDataDeletions } from './delete_data';

const signal = new AbortController().signal;

async function setUp(events = 25_000) {
  const clock = fakeClock();
  const state = fakeStateStore();
  const there = new Set(['s1']);
  const forgotten: string[] = [];
  let left = events;
  let failing = false;
  const parts = {
    clock,
    state,
    sourceIds: async () => there,
    forget: async (id: string) => void forgotten.push(id),
    events: {
      count: async () => left,
      async remove(_id: string, most: number) {
        if (failing) throw new Error('OpenSearch is not available');
        const count = Math.min(left, most);
        left -= count;
        return count;
      },
    },
  };
  const deletions = createDataDeletions(parts);
  await deletions.request({ id: 's1', name: 'flows' });
  return {
    clock,
    deletions,
    there,
    forgotten,
    parts,
    left: () => left,
    arrive: (count: number) => void (left += count),
    fail: (value: boolean) => void (failing = value),
  };
}

describe('the data of a deleted source', () => {
  it('is deleted once the source is gone, with what still comes in the first minute', async () => {
    const { clock, deletions, there, forgotten, left, arrive } = await setUp();
    await deletions.run({ signal });
    expect(left()).toBe(25_000);
    there.delete('s1');
    await deletions.run({ signal });
    expect(left()).toBe(0);
    expect(await deletions.list()).toMatchObject([{ state: 'running', deleted: 25_000, total: 25_000 }]);
    arrive(10);
    await clock.advance(70_000);
    await deletions.run({ signal });
    expect(await deletions.list()).toMatchObject([{ state: 'done', deleted: 25_010, total: 25_010 }]);
    expect(forgotten).toEqual(['s1']);
  });

  it('goes on after a failure, in another process', async () => {
    const { deletions, there, parts, left, fail } = await setUp();
    there.delete('s1');
    fail(true);
    await deletions.run({ signal });
    expect(await deletions.list()).toMatchObject([
      { state: 'running', error: 'OpenSearch is not available' },
    ]);
    fail(false);
    await createDataDeletions(parts).run({ signal });
    expect(left()).toBe(0);
    expect((await deletions.list())[0]).not.toHaveProperty('error');
  });

  it('stays when the source was not deleted after all', async () => {
    const { clock, deletions, left } = await setUp();
    await clock.advance(70_000);
    await deletions.run({ signal });
    expect(await deletions.list()).toEqual([]);
    expect(left()).toBe(25_000);
  });

  it('is told of for a day', async () => {
    const { clock, deletions, there } = await setUp(0);
    there.delete('s1');
    await clock.advance(70_000);
    await deletions.run({ signal });
    await deletions.run({ signal });
    expect(await deletions.list()).toHaveLength(1);
    await clock.advance(25 * 3_600_000);
    await deletions.run({ signal });
    expect(await deletions.list()).toEqual([]);
  });
});
