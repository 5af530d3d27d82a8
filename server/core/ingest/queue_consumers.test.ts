import { fakeClock } from '../../../test/fakes/clock';
import { source } from '../../../test/fakes/ingest_engine';
import type { RunnableSource } from '../manage/sources';
import { createQueueConsumers } from './queue_consumers';

function setUp() {
  const clock = fakeClock();
  let runnable: RunnableSource[] | Error = [];
  const running: string[] = [];
  const failures: string[] = [];
  let starts = 0;
  let ends = false;
  const consumers = createQueueConsumers({
    clock,
    sources: {
      async runnable() {
        if (runnable instanceof Error) throw runnable;
        return runnable;
      },
    },
    engine: {
      async consumeQueue({ id }, signal) {
        starts++;
        running.push(id);
        if (!ends) await new Promise((resolve) => signal.addEventListener('abort', resolve));
        running.splice(running.indexOf(id), 1);
      },
      fail: async (id) => void failures.push(id),
    },
  });
  const sourceOf = (id: string, change: Partial<RunnableSource> = {}): RunnableSource => ({
    id,
    name: id,
    pollInterval: '1m',
    queued: true,
    revision: '1',
    open: () => ({ ...source, id }),
    ...change,
  });
  return {
    clock,
    consumers,
    running,
    failures,
    sourceOf,
    starts: () => starts,
    set: (next: typeof runnable) => void (runnable = next),
    endAtOnce: () => void (ends = true),
  };
}

describe('consumers of queues', () => {
  it('run for each source that reads by a queue, from when it is there to when it is paused', async () => {
    const { clock, consumers, running, sourceOf, set } = setUp();
    consumers.start();
    set([sourceOf('a'), sourceOf('b'), sourceOf('polled', { queued: false })]);
    await clock.advance(5_000);
    expect(running).toEqual(['a', 'b']);
    set([sourceOf('b')]);
    await clock.advance(5_000);
    expect(running).toEqual(['b']);
    set(new Error('away'));
    await clock.advance(5_000);
    expect(running).toEqual(['b']);
    await consumers.stop();
    expect(running).toEqual([]);
  });

  it('begin again with a changed source', async () => {
    const { clock, consumers, running, sourceOf, set, starts } = setUp();
    consumers.start();
    set([sourceOf('a')]);
    await clock.advance(10_000);
    set([sourceOf('a', { revision: '2' })]);
    await clock.advance(10_000);
    expect(running).toEqual(['a']);
    expect(starts()).toBe(2);
    await consumers.stop();
  });

  it('try again later when they ended by a mistake, which is noted', async () => {
    const { clock, consumers, failures, sourceOf, set, starts, endAtOnce } = setUp();
    endAtOnce();
    consumers.start();
    const open = () => {
      throw new Error('no key');
    };
    set([sourceOf('a'), sourceOf('locked', { open })]);
    await clock.advance(5_000);
    expect(starts()).toBe(1);
    expect(failures).toEqual(['locked']);
    await clock.advance(60_000);
    expect(starts()).toBe(3);
    await consumers.stop();
  });
});
