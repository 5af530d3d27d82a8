import { settle } from '../../../../test/fakes/clock';
import { never } from '../../../../test/fakes/ingest_engine';
import type { ObjectJob, ObjectPipeline, ObjectReading } from '../object_job';
import { sharePipeline } from './share_pipeline';

describe('a shared pipeline', () => {
  function setUp() {
    const ends: Array<() => void> = [];
    const pipeline: ObjectPipeline = {
      concurrency: 8,
      read: () => new Promise<ObjectReading>((resolve) => ends.push(() => resolve({} as ObjectReading))),
    };
    const shared = sharePipeline(pipeline);
    const start = (kind: keyof typeof shared, signal = never) =>
      shared[kind].read({} as ObjectJob, async () => undefined, signal);
    return { shared, start, ends };
  }

  it('gives backfills all of it while nothing else is read', async () => {
    const { shared, start, ends } = setUp();
    expect(shared.background.concurrency).toBe(8);
    for (let object = 0; object < 8; object++) void start('background');
    await settle();
    expect(ends).toHaveLength(8);
  });

  it('gives them a share beside the present, which never waits', async () => {
    const { shared, start, ends } = setUp();
    void start('normal');
    expect(shared.background.concurrency).toBe(2);
    for (let object = 0; object < 4; object++) void start('background');
    for (let object = 0; object < 7; object++) void start('normal');
    await settle();
    expect(ends).toHaveLength(8 + 2);
    ends.forEach((end) => end());
    await settle();
    expect(ends).toHaveLength(8 + 4);
  });

  it('lets what waits for room be aborted', async () => {
    const { start, ends } = setUp();
    const abort = new AbortController();
    void start('normal');
    const reads = [1, 2, 3].map(() => start('background', abort.signal));
    await settle();
    abort.abort();
    await expect(reads[2]).rejects.toThrow('aborted');
    expect(ends).toHaveLength(3);
  });
});
