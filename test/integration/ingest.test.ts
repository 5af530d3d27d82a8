import { gzipSync } from 'zlib';
import { type FaultProxy, startFaultProxy } from '../../dev/embedded/fault_proxy';
import { always, seeded } from '../../dev/embedded/fault_plan';
import {
  buildWorker,
  flowLines,
  indexed,
  newSource,
  putObjects,
  rejectReasons,
  type RunningEngine,
  startEngine,
} from './ingest_setup';

const OPENSEARCH = process.env['OPENSEARCH_URL'] ?? '';
const S3 = process.env['S3_ENDPOINT'] ?? '';
const never = new AbortController().signal;

jest.setTimeout(120_000);

let running: RunningEngine;
let s3: FaultProxy;
let opensearch: FaultProxy;

beforeAll(async () => {
  await buildWorker();
  s3 = await startFaultProxy(S3);
  opensearch = await startFaultProxy(OPENSEARCH);
  running = await startEngine({ opensearchUrl: opensearch.url });
});

afterEach(() => {
  s3.setPlan(() => undefined);
  opensearch.setPlan(() => undefined);
});

afterAll(async () => {
  await running.stop();
  await Promise.all([s3.stop(), opensearch.stop()]);
});

describe('ingestion on real servers', () => {
  it('indexes every event of every object once', async () => {
    const { engine, client } = running;
    const source = newSource(S3, { prefix: 'AWSLogs/' });
    const today = new Date().toISOString().slice(0, 10).replace(/-/g, '/');
    const folder = `AWSLogs/123456789010/vpcflowlogs/us-east-1/${today}`;
    const objects: Record<string, Buffer | string> = { 'other/not-a-log': 'nonsense' };
    for (let file = 0; file < 4; file++)
      objects[`${folder}/${file}.log.gz`] = gzipSync(flowLines(5_000, file));
    objects[`${folder}/plain.log`] = flowLines(1_000, 9);
    objects['AWSLogs/aws-logs-write-test'] = 'Permission Check Successful';
    await putObjects(S3, source.bucket, objects);
    await engine.pollSource(source, never);
    expect(await indexed(client, source)).toEqual({ events: 21_000, rejects: 0 });
    await putObjects(S3, source.bucket, { [`${folder}/late.log`]: flowLines(10, 8) });
    await engine.pollSource(source, never);
    expect(await indexed(client, source)).toEqual({ events: 21_010, rejects: 0 });
    expect(await engine.status(source.id)).toMatchObject({
      state: 'ok',
      objects: 7,
      events: 21_010,
      rejects: 0,
      newestEventAt: expect.any(String),
    });
  });

  it('turns bad input into rejects with reasons, and reads the objects beside it', async () => {
    const { engine, client } = running;
    const source = newSource(S3);
    const whole = gzipSync(flowLines(20_000));
    await putObjects(S3, source.bucket, {
      'a-cut.gz': whole.subarray(0, whole.length - 20_000),
      'b-binary': Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7_919) % 256)),
      'c-endless': Buffer.concat([
        Buffer.alloc(50_000_000, 'x'),
        Buffer.from('\n'),
        Buffer.from(flowLines(5, 1)),
      ]),
      'd-good': flowLines(100, 2),
    });
    await engine.pollSource(source, never);
    const reasons = await rejectReasons(client, source);
    expect(reasons['a-cut.gz']).toEqual([expect.stringContaining('truncated')]);
    expect(reasons['b-binary']?.length).toBeGreaterThan(0);
    expect(reasons['b-binary']?.length).toBeLessThanOrEqual(1_000);
    expect(reasons['c-endless']).toHaveLength(1);
    expect(reasons['d-good']).toBeUndefined();
    const { events, rejects } = await indexed(client, source);
    expect(await engine.status(source.id)).toMatchObject({ state: 'ok', objects: 4, events, rejects });
    expect(events).toBeGreaterThan(10_000);
  });

  it('says that a JSON object is not CloudTrail', async () => {
    const { engine, client } = running;
    const source = newSource(S3, { logType: 'cloudtrail' });
    await putObjects(S3, source.bucket, { 'other.json': '{"hello": ["world"]}', 'text.json': 'hello' });
    await engine.pollSource(source, never);
    expect(await rejectReasons(client, source)).toEqual({
      'other.json': [expect.stringContaining('Records')],
      'text.json': [expect.any(String)],
    });
  });

  it('names a missing bucket and denied credentials', async () => {
    const { engine } = running;
    const missing = newSource(S3);
    await engine.pollSource(missing, never);
    expect(await engine.status(missing.id)).toMatchObject({
      state: 'failing',
      lastError: { code: 'bucket_not_found', message: expect.stringContaining(missing.bucket) },
    });
    const denied = newSource(s3.url);
    await putObjects(S3, denied.bucket, { a: flowLines(1) });
    s3.setPlan(always({ kind: 'denied' }, { kind: 'ListObjects' }));
    await engine.pollSource(denied, never);
    expect((await engine.status(denied.id)).lastError).toMatchObject({
      code: 's3_access_denied',
      message: expect.stringContaining('s3:ListBucket'),
    });
    s3.setPlan(always({ kind: 'denied' }, { kind: 'GetObject' }));
    await engine.pollSource(denied, never);
    expect((await engine.status(denied.id)).lastError).toMatchObject({
      code: 's3_access_denied',
      message: expect.stringContaining('s3:GetObject'),
    });
    expect(await engine.testSource(denied)).toMatchObject({ ok: false, code: 's3_access_denied' });
    s3.setPlan(() => undefined);
    running.advance(3_600_000);
    await engine.pollSource(denied, never);
    const status = await engine.status(denied.id);
    expect(status).toMatchObject({ state: 'ok', events: 1 });
    expect(status.lastError).toBeUndefined();
  });

  it.each([
    [400, 'AuthorizationHeaderMalformed', '<Region>eu-west-3</Region>', 's3_wrong_region', 'eu-west-3'],
    [301, 'PermanentRedirect', '<Endpoint>x</Endpoint>', 's3_wrong_region', 'another region'],
    [403, 'InvalidAccessKeyId', '', 's3_credentials', 'InvalidAccessKeyId'],
    [404, 'NoSuchBucket', '', 'bucket_not_found', 'no bucket'],
    [405, 'MethodNotAllowed', '', 'internal', 'MethodNotAllowed'],
  ])('understands the answer %i %s', async (status, name, more, code, text) => {
    const body = `<?xml version="1.0"?><Error><Code>${name}</Code><Message>${name}</Message>${more}</Error>`;
    s3.setPlan(always({ kind: 'answer', status, body, contentType: 'application/xml' }));
    const answer = await running.engine.testSource(newSource(s3.url));
    expect(answer).toMatchObject({ ok: false, code });
    expect(answer.message).toContain(text);
  });

  it('refuses an endpoint that the outbound guard does not allow', async () => {
    const source = newSource('http://169.254.169.254');
    expect(await running.engine.testSource(source)).toMatchObject({
      ok: false,
      code: 'address_refused',
      message: expect.stringContaining('awsSiem.outbound.allow'),
    });
  });

  it('loses nothing when S3 fails now and then', async () => {
    const { engine, client } = running;
    const source = newSource(s3.url);
    const objects: Record<string, Buffer> = {};
    for (let file = 0; file < 12; file++) objects[`${file}.gz`] = gzipSync(flowLines(2_000, file));
    await putObjects(S3, source.bucket, objects);
    s3.setPlan(
      seeded(7, 0.5, [{ kind: 'cut', afterBytes: 9_000 }, { kind: 'slow_down' }, { kind: 'drop' }], {
        kind: 'GetObject',
      }),
    );
    for (let poll = 0; poll < 8; poll++) {
      await engine.pollSource(source, never);
      running.advance(3_600_000);
    }
    s3.setPlan(() => undefined);
    await engine.pollSource(source, never);
    expect(await engine.status(source.id)).toMatchObject({ state: 'ok', objects: 12, events: 24_000 });
    expect(await indexed(client, source)).toEqual({ events: 24_000, rejects: 0 });
  });

  it('waits for an OpenSearch that is down or overloaded', async () => {
    const { engine, client } = running;
    const source = newSource(S3);
    await putObjects(S3, source.bucket, { a: flowLines(30_000), b: flowLines(30_000, 1) });
    opensearch.setPlan(always({ kind: 'too_many' }, { kind: '_bulk' }, 2));
    const polled = engine.pollSource(source, never);
    setTimeout(() => opensearch.setPlan(always({ kind: 'drop' })), 700);
    setTimeout(() => opensearch.setPlan(() => undefined), 3_000);
    await polled;
    // What fell into the gap between polls is for the next one.
    running.advance(3_600_000);
    await engine.pollSource(source, never);
    expect(await indexed(client, source)).toEqual({ events: 60_000, rejects: 0 });
    expect(await engine.status(source.id)).toMatchObject({ state: 'ok', objects: 2, events: 60_000 });
  });

  it('makes rejects of what OpenSearch refuses', async () => {
    const { engine, client } = running;
    const source = newSource(S3);
    // An index that someone else made, with a mapping that does not take our events.
    const month = new Date(Date.now() - 900_000).toISOString().slice(0, 7).replace('-', '.');
    await client.indices.create({
      index: `siem-logs-vpcflow-${source.namespace}-${month}`,
      body: { mappings: { properties: { type: { type: 'long' } } } },
    });
    await putObjects(S3, source.bucket, { a: flowLines(10) });
    await engine.pollSource(source, never);
    expect(await engine.status(source.id)).toMatchObject({ state: 'ok', events: 0, rejects: 10 });
    const reasons = (await rejectReasons(client, source))['a'];
    expect(reasons).toHaveLength(10);
    expect(reasons?.[0]).toMatch(/failed to parse field \[type\].*vpcflow/);
  });

  it('shows a block of the index while it waits', async () => {
    const { engine, client } = running;
    const source = newSource(S3);
    await putObjects(S3, source.bucket, { first: flowLines(10) });
    await engine.pollSource(source, never);
    const index = `siem-logs-vpcflow-${source.namespace}-*`;
    await client.indices.putSettings({ index, body: { 'index.blocks.write': true } });
    await putObjects(S3, source.bucket, { second: flowLines(10, 1) });
    const polled = engine.pollSource(source, never);
    let code: string | undefined;
    for (let tries = 0; tries < 100 && code === undefined; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      code = (await engine.status(source.id)).lastError?.code;
    }
    expect(code).toBe('index_read_only');
    await client.indices.putSettings({ index, body: { 'index.blocks.write': false } });
    await polled;
    expect(await engine.status(source.id)).toMatchObject({ state: 'ok', events: 20 });
  });
});
