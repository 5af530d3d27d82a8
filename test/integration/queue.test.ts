import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { createHash } from 'crypto';
import { gzipSync } from 'zlib';
import { type EmbeddedSqs, startSqs } from '../../dev/embedded/sqs';
import { waitFor } from '../../dev/embedded/wait';
import type { ReadableSource } from '../../server/core/manage/sources';
import {
  buildWorker,
  flowLines,
  indexed,
  newSource,
  putObjects,
  type RunningEngine,
  startEngine,
} from './ingest_setup';

const OPENSEARCH = process.env['OPENSEARCH_URL'] ?? '';
const S3 = process.env['S3_ENDPOINT'] ?? '';
const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' };

jest.setTimeout(60_000);

let sqs: EmbeddedSqs;
let client: SQSClient;
let nodes: RunningEngine[];

beforeAll(async () => {
  [sqs] = await Promise.all([startSqs(), buildWorker()]);
  client = new SQSClient({ endpoint: sqs.endpoint, region: 'us-east-1', credentials });
  nodes = [];
  for (let node = 0; node < 3; node++)
    nodes.push(await startEngine({ opensearchUrl: OPENSEARCH, threads: 1 }));
});

afterAll(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  client.destroy();
  await sqs.stop();
});

interface Queues {
  source: ReadableSource;
  queueUrl: string;
  deadLettersUrl: string;
}

/** A source with a queue, from which a message goes to a dead-letter queue when it was received so often. */
async function newQueues(maxReceiveCount = 5): Promise<Queues> {
  const source = newSource(S3, { prefix: 'logs/' });
  const create = async (QueueName: string, Attributes = {}) =>
    (await client.send(new CreateQueueCommand({ QueueName, Attributes }))).QueueUrl ?? '';
  const deadLettersUrl = await create(`${source.id}-dead`);
  const deadLetterTargetArn = `arn:aws:sqs:elasticmq:000000000000:${source.id}-dead`;
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount });
  const queueUrl = await create(source.id, { RedrivePolicy });
  return { source: { ...source, reading: { kind: 'queue', queueUrl } }, queueUrl, deadLettersUrl };
}

async function send(QueueUrl: string, body: unknown): Promise<void> {
  const MessageBody = typeof body === 'string' ? body : JSON.stringify(body);
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
}

/** Messages that wait, and those that are being worked on. */
async function messagesIn(QueueUrl: string): Promise<number> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
  );
  return (
    Number(Attributes['ApproximateNumberOfMessages']) +
    Number(Attributes['ApproximateNumberOfMessagesNotVisible'])
  );
}

/** Puts an object, and gives what S3 and EventBridge tell of it. */
async function put({ bucket }: ReadableSource, key: string, body: Buffer | string) {
  await putObjects(S3, bucket, { [key]: body });
  const etag = createHash('md5').update(body).digest('hex');
  const size = Buffer.byteLength(body);
  const time = new Date().toISOString();
  const encoded = encodeURIComponent(key).replace(/%2F/g, '/').replace(/%20/g, '+');
  return {
    s3: {
      Records: [
        {
          eventVersion: '2.1',
          eventSource: 'aws:s3',
          eventName: 'ObjectCreated:Put',
          eventTime: time,
          s3: { bucket: { name: bucket }, object: { key: encoded, size, eTag: etag } },
        },
      ],
    },
    eventBridge: {
      source: 'aws.s3',
      'detail-type': 'Object Created',
      time,
      detail: { bucket: { name: bucket }, object: { key, size, etag } },
    },
  };
}

/** Consumes on some nodes until the condition holds. */
async function consume(
  source: ReadableSource,
  on: RunningEngine[],
  what: string,
  until: () => Promise<boolean>,
): Promise<void> {
  const abort = new AbortController();
  const ended = on.map(({ engine }) => engine.consumeQueue(source, abort.signal));
  try {
    await waitFor(what, async () => ((await until()) ? true : undefined), 30_000);
  } finally {
    abort.abort();
    await Promise.all(ended);
  }
}

describe('a queue', () => {
  it('by S3, SNS and EventBridge brings each object once, shared by three nodes', async () => {
    const { source, queueUrl } = await newQueues();
    await send(queueUrl, { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: source.bucket });
    for (let file = 0; file < 12; file++) {
      const told = await put(source, `logs/day=01/a b+${file}.gz`, gzipSync(flowLines(200, file)));
      const inSns = { Type: 'Notification', Message: JSON.stringify(told.s3) };
      await send(queueUrl, [told.s3, inSns, told.eventBridge][file % 3]);
      // Delivered twice, as SQS may.
      if (file % 4 === 0) await send(queueUrl, told.s3);
    }
    await consume(source, nodes, 'an empty queue', async () => (await messagesIn(queueUrl)) === 0);
    const [node] = nodes as [RunningEngine];
    expect(await indexed(node.client, source)).toEqual({ events: 2_400, rejects: 0 });
    expect(await node.engine.status(source.id)).toMatchObject({ objects: 12, events: 2_400 });
  });

  it('keeps a message until its object is indexed, whatever node dies meanwhile', async () => {
    const [first, second] = nodes as [RunningEngine, RunningEngine];
    const { source, queueUrl } = await newQueues();
    // As many as a node takes at a time: waiting for more, it would get back what it gives back.
    const files = first.pool.concurrency;
    for (let file = 0; file < files; file++) {
      await send(queueUrl, (await put(source, `logs/${file}`, flowLines(40_000, file))).s3);
    }
    const begun = async () => (await indexed(first.client, source)).events > 0;
    await consume(source, [first], 'a first event', begun);
    expect((await first.engine.status(source.id)).objects).toBe(0);
    expect(await messagesIn(queueUrl)).toBe(files);
    await consume(source, [second], 'an empty queue', async () => (await messagesIn(queueUrl)) === 0);
    const events = files * 40_000;
    expect(await indexed(second.client, source)).toEqual({ events, rejects: 0 });
    expect(await second.engine.status(source.id)).toMatchObject({ objects: files, events });
  });

  it('refuses what is not the source’s, and leaves what it cannot read to the dead letters', async () => {
    const [node] = nodes as [RunningEngine];
    const { source, queueUrl, deadLettersUrl } = await newQueues(1);
    await send(queueUrl, (await put(source, 'other/a', flowLines(5))).s3);
    await send(queueUrl, (await put(source, 'logs/a', flowLines(5, 1))).s3);
    await send(queueUrl, 'no message of S3');
    await consume(source, [node], 'dead letters', async () => (await messagesIn(deadLettersUrl)) === 1);
    expect(await indexed(node.client, source)).toEqual({ events: 5, rejects: 0 });
    expect(await node.engine.status(source.id)).toMatchObject({
      objects: 1,
      queue: { refused: 1, unreadable: 1 },
    });
    expect(await messagesIn(queueUrl)).toBe(0);
  });

  it('that is not there, or may not be reached, is said to be so', async () => {
    const [node] = nodes as [RunningEngine];
    const { source, queueUrl } = await newQueues();
    await putObjects(S3, source.bucket, { 'logs/a': flowLines(3) });
    const by = (url: string): ReadableSource => ({ ...source, reading: { kind: 'queue', queueUrl: url } });
    await node.engine.consumeQueue(by(`${queueUrl}-none`), new AbortController().signal);
    expect(await node.engine.status(source.id)).toMatchObject({
      state: 'failing',
      lastError: { code: 'queue_not_found', message: expect.stringContaining(`${queueUrl}-none`) },
    });
    expect(await node.engine.testSource(by(`${queueUrl}-none`))).toMatchObject({
      ok: false,
      code: 'queue_not_found',
    });
    expect(await node.engine.testSource(by('http://169.254.169.254/1/q'))).toMatchObject({
      ok: false,
      code: 'address_refused',
    });
    expect(await node.engine.testSource(source)).toMatchObject({
      ok: true,
      message: expect.stringContaining('about 0 messages'),
    });
  });
});
