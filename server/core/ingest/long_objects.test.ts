import { flows, never, setUp, source, START } from '../../../test/fakes/ingest_engine';
import { SiemError } from '../errors';
import { BulkBodyBuilder, bulkAction } from './bulk_body';
import type { LedgerEntry } from './ledger';
import type { ObjectJob } from './object_job';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A body with one event in this minute after `START`. */
function bodyOf(minute: number) {
  const bodies: Parameters<ConstructorParameters<typeof BulkBodyBuilder>[1]>[0][] = [];
  const builder = new BulkBodyBuilder('events', (body) => bodies.push(body));
  const document = JSON.stringify({ log: { offset: minute } });
  builder.add(bulkAction('create', 'siem-logs-x'), `id${minute}`, document, START / MINUTE + minute);
  builder.flush();
  return bodies[0]!;
}

async function ledgerOf({ store }: ReturnType<typeof setUp>): Promise<LedgerEntry[]> {
  const found = await store.find<LedgerEntry>({ kind: 'ledger', limit: 10 });
  return found.map(({ doc }) => doc);
}

async function fed({ feed }: ReturnType<typeof setUp>): Promise<number[][]> {
  const { entries } = await feed.read(0, 10);
  return entries.flatMap(({ touched }) =>
    touched.map(({ minutes }) => minutes.map((minute) => minute - START / MINUTE)),
  );
}

describe('a long object', () => {
  it('is told of every 30 seconds, the feed first, and its end tells only the rest', async () => {
    const all = setUp();
    all.objects.put('long', flows(1));
    const seen: unknown[] = [];
    all.pipeline.read = async (_job, deliver) => {
      for (const [seconds, minute] of [
        [10, 0],
        [25, 1],
        [10, 2],
        [25, 3],
        [1, 4],
      ] as const) {
        all.advance(seconds * 1_000);
        await deliver(bodyOf(minute));
        const [entry] = await ledgerOf(all);
        seen.push([entry?.status, entry?.events, (await fed(all)).length]);
      }
      return { events: 5, rejects: 0, skips: 0, bytes: 1 };
    };
    await all.poll();
    expect(seen).toEqual([
      [undefined, undefined, 0],
      ['reading', 2, 1],
      ['reading', 2, 1],
      ['reading', 4, 2],
      ['reading', 4, 2],
    ]);
    expect(await fed(all)).toEqual([[0, 1], [2, 3], [4]]);
    expect(await ledgerOf(all)).toEqual([expect.objectContaining({ status: 'done', events: 5 })]);
  });

  it('is read again when its process died on the way, and counted once', async () => {
    const all = setUp();
    const { pipeline } = all;
    all.objects.put('long', flows(3));
    const read = pipeline.read.bind(pipeline);
    pipeline.read = async (_job, deliver) => {
      all.advance(31_000);
      await deliver(bodyOf(0));
      return new Promise(() => undefined);
    };
    void all.poll();
    while ((await ledgerOf(all)).length === 0) await new Promise((resolve) => setImmediate(resolve));
    const other = setUp(all.store, all.objects, all.events);
    other.pipeline.read = read;
    await other.poll();
    expect(await ledgerOf(all)).toEqual([expect.objectContaining({ status: 'done', events: 3 })]);
    expect(await other.engine.status(source.id)).toMatchObject({ objects: 1, events: 3 });
  });

  it('that failed before stays among what is tried again, though nothing lists or announces it any more', async () => {
    const all = setUp();
    const { pipeline } = all;
    all.objects.put('long', flows(3));
    const read = pipeline.read.bind(pipeline);
    pipeline.read = () => Promise.reject(new SiemError('s3_unavailable', 'no answer'));
    await all.poll();
    all.advance(HOUR);
    pipeline.read = async (_job, deliver) => {
      all.advance(31_000);
      await deliver(bodyOf(0));
      return new Promise(() => undefined);
    };
    void all.poll();
    while (!(await ledgerOf(all))[0]?.events) await new Promise((resolve) => setImmediate(resolve));
    const other = setUp(all.store, all.objects, all.events);
    other.pipeline.read = read;
    other.advance(2 * HOUR);
    const queueUrl = 'https://sqs.eu-central-1.amazonaws.com/123456789012/logs';
    await other.engine.pollSource({ ...source, reading: { kind: 'queue', queueUrl } }, never);
    expect(await ledgerOf(all)).toEqual([expect.objectContaining({ status: 'done', events: 3 })]);
  });
});

describe('an object that ends the worker thread each time', () => {
  it('is read alone from then on, and given up with a reject after three more times', async () => {
    const all = setUp();
    all.objects.put('poison', flows(2));
    const alone: Array<ObjectJob['alone']> = [];
    all.pipeline.read = async (job, deliver) => {
      alone.push(job.alone);
      await deliver(bodyOf(0));
      throw new SiemError('worker_failed', 'The thread ended (out of memory).');
    };
    for (let attempt = 0; attempt < 6; attempt++) {
      await all.poll();
      all.advance(HOUR);
    }
    expect(alone).toEqual([false, true, true, true]);
    const error = { code: 'object_given_up', message: expect.stringContaining('out of memory') };
    expect(await ledgerOf(all)).toEqual([
      expect.objectContaining({ status: 'done', events: 1, rejects: 1, error }),
    ]);
    expect(all.events.all('siem-rejects-')).toEqual([
      expect.objectContaining({
        error: { message: expect.stringContaining('ended the worker thread 3 times') },
      }),
    ]);
    expect(await all.engine.status(source.id)).toMatchObject({ state: 'ok', objects: 1, rejects: 1 });
  });
});
