import { fakeEventIndex } from '../../../test/fakes/event_index';
import { flows, setUp, source, START } from '../../../test/fakes/ingest_engine';
import { fakeObjectStore } from '../../../test/fakes/object_store';
import { fakeStateStore } from '../../../test/fakes/state_store';
import { SiemError } from '../errors';
import type { ListedObject } from '../ports';

const queueUrl = 'https://sqs.eu-central-1.amazonaws.com/123456789012/logs';
const queued = { ...source, prefix: 'flow/', reading: { kind: 'queue' as const, queueUrl } };

function announce(objects: ListedObject[], bucket = 'logs') {
  return {
    Records: objects.map(({ key, etag, size, lastModified }) => ({
      eventSource: 'aws:s3',
      eventName: 'ObjectCreated:Put',
      eventTime: new Date(lastModified).toISOString(),
      s3: { bucket: { name: bucket }, object: { key: encodeURIComponent(key), size, eTag: etag } },
    })),
  };
}

type Node = ReturnType<typeof setUp>;

/** Consumes on all nodes until the condition holds. */
async function consume(nodes: Node[], until: () => boolean | Promise<boolean>, change = {}): Promise<void> {
  const abort = new AbortController();
  const ended = nodes.map(({ engine }) => engine.consumeQueue({ ...queued, ...change }, abort.signal));
  for (let turn = 0; !(await until()); turn++) {
    if (turn > 2_000) throw new Error('it never came to that');
    await new Promise((resolve) => setImmediate(resolve));
  }
  abort.abort();
  await Promise.all(ended);
}

describe('consuming a queue', () => {
  it('indexes what is announced, then removes the message', async () => {
    const node = setUp();
    const { queue, objects, events, engine } = node;
    queue.send({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'logs' });
    queue.send(announce([objects.put('flow/a', flows(10)), objects.put('flow/b c', flows(5, 100))]));
    queue.send(announce([objects.put('flow/', '')]));
    await consume([node], () => queue.left().length === 0);
    expect(events.all('siem-logs')).toHaveLength(15);
    expect(await engine.status('s1')).toMatchObject({ objects: 3, events: 15 });
  });

  it('keeps the message until all its objects are done, and hides it meanwhile', async () => {
    const node = setUp();
    const { queue, objects, engine, advance } = node;
    let broken = true;
    objects.before = (call, key) => {
      if (broken && call === 'open' && key === 'flow/bad') throw new SiemError('s3_access_denied', 'denied');
    };
    queue.send(announce([objects.put('flow/bad', flows(1)), objects.put('flow/good', flows(2))]));
    const eventsAre = (count: number) => async () => (await engine.status('s1')).events === count;
    await consume([node], async () => (await eventsAre(2)()) && queue.hides > 0);
    expect(queue.left()).toHaveLength(1);
    // The poll job tries again what has failed, and says what is wrong.
    await engine.pollSource(queued, new AbortController().signal);
    expect(await engine.status('s1')).toMatchObject({
      state: 'failing',
      lastError: { code: 's3_access_denied' },
    });
    broken = false;
    advance(3_600_000);
    await consume([node], () => queue.left().length === 0);
    expect(await engine.status('s1')).toMatchObject({ objects: 2, events: 3 });
    await engine.pollSource(queued, new AbortController().signal);
    expect(await engine.status('s1')).toMatchObject({ state: 'ok' });
  });

  it('removes and counts what is not the source’s, and leaves what it cannot read to the redrive policy', async () => {
    const node = setUp();
    const { queue, objects, engine, events, advance, warnings } = node;
    queue.send(announce([objects.put('other/a', flows(1)), objects.put('flow/a', flows(1))]));
    queue.send(announce([objects.put('flow/b', flows(1))], 'other-bucket'));
    queue.send('what is this?');
    const counted = async () => (await engine.status('s1')).queue?.refused === 2;
    await consume([node], async () => (await counted()) && queue.left().length === 1);
    advance(3_600_000);
    await consume([node], () => queue.left().length === 1);
    expect(queue.left()).toEqual(['what is this?']);
    expect(events.all('siem-logs')).toHaveLength(1);
    expect((await engine.status('s1')).queue).toEqual({ refused: 2, unreadable: 1 });
    expect(warnings).toHaveLength(1);
  });

  it('neither reads again what is done, nor what is gone, nor what is from before the start', async () => {
    const node = setUp();
    const { queue, objects, engine } = node;
    const gone = objects.put('flow/gone', flows(3));
    objects.remove('flow/gone');
    const done = objects.put('flow/done', flows(1));
    const old = objects.put('flow/old', flows(9), START - 86_400_000);
    for (const object of [done, done, gone, old]) queue.send(announce([object]));
    const startFrom = new Date(START - 7_200_000).toISOString();
    await consume([node], () => queue.left().length === 0, { startFrom });
    queue.send(announce([done]));
    await consume([node], () => queue.left().length === 0, { startFrom });
    expect(await engine.status('s1')).toMatchObject({ objects: 1, events: 1 });
  });

  it('keeps a message hidden for as long as its objects take', async () => {
    const node = setUp();
    const { queue, objects, events } = node;
    queue.send(announce([objects.put('flow/a', flows(10))]));
    events.before = async () => {
      while (queue.hides < 3) await new Promise((resolve) => setImmediate(resolve));
    };
    await consume([node], () => queue.left().length === 0);
    const hides = queue.hides;
    await new Promise((resolve) => setImmediate(resolve));
    expect(queue.hides).toBe(hides);
  });

  it('gives messages back when it is stopped in the middle', async () => {
    const node = setUp();
    const { queue, objects, events } = node;
    queue.send(announce([objects.put('flow/a', flows(10))]));
    let bulks = 0;
    events.before = () => {
      bulks++;
      throw new SiemError('opensearch_unavailable', 'down');
    };
    await consume([node], () => bulks > 0);
    events.before = () => undefined;
    // Without its hiding time running out, another node has it.
    await consume([node], () => queue.left().length === 0);
    expect(events.all('siem-logs')).toHaveLength(10);
  });

  it('says what is wrong with the queue, and forgets it when it is mended', async () => {
    const node = setUp();
    const { queue, engine, advance } = node;
    queue.before = (call) => {
      if (call === 'receive') throw new SiemError('queue_not_found', 'There is no queue.');
    };
    await engine.consumeQueue(queued, new AbortController().signal);
    expect(await engine.status('s1')).toMatchObject({
      state: 'failing',
      lastError: { code: 'queue_not_found' },
    });
    queue.before = () => undefined;
    await consume([node], async () => (await engine.status('s1')).state !== 'failing');
    // What a node said that is no more is over after a while.
    queue.before = () => {
      throw new SiemError('queue_access_denied', 'no');
    };
    await engine.consumeQueue(queued, new AbortController().signal);
    advance(600_000);
    const other = setUp(node.store);
    other.advance(600_000);
    expect((await other.engine.status('s1')).lastError).toBeUndefined();
  });

  it('shares the messages among nodes and counts each object once', async () => {
    const [store, objects, events] = [fakeStateStore(), fakeObjectStore(), fakeEventIndex()];
    const nodes = [0, 1, 2].map(() => setUp(store, objects, events));
    for (let file = 0; file < 30; file++) {
      const message = announce([objects.put(`flow/${file}`, flows(10, file * 10))]);
      // SQS delivers at least once, so here each node gets each message.
      for (const { queue } of nodes) queue.send(message);
    }
    await consume(nodes, () => nodes.every(({ queue }) => queue.left().length === 0));
    expect(events.all('siem-logs')).toHaveLength(300);
    expect(await nodes[0]?.engine.status('s1')).toMatchObject({ objects: 30, events: 300 });
  });
});
