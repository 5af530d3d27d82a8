import { gzipSync } from 'zlib';
import { flows, never, setUp, source, START } from '../../../test/fakes/ingest_engine';
import { SiemError } from '../errors';

describe('polling a source', () => {
  it('indexes each object once and counts what it held', async () => {
    const { objects, events, engine, poll, feed } = setUp();
    objects.put('a.log.gz', gzipSync(flows(100)));
    objects.put('b.log', `${flows(10, 7)}nonsense\n\n`);
    objects.put('empty', '');
    await poll();
    await poll();
    expect(events.all('siem-logs-vpcflow-default-2026.01')).toHaveLength(110);
    expect(events.all('siem-rejects-2026.01')).toMatchObject([
      { event: { original: 'nonsense' }, log: { file: { path: 's3://logs/b.log' }, offset: 11 } },
    ]);
    expect(await engine.status('s1')).toMatchObject({ state: 'ok', objects: 3, events: 110, rejects: 1 });
    const { entries } = await feed.read(0, 10);
    const minutes = entries.flatMap((entry) => entry.touched.flatMap((group) => group.minutes));
    expect([...new Set(minutes)].sort()).toEqual([START / 60_000 - 9, START / 60_000 - 8]);
  });

  it('reads an object again that was replaced, and leaves old ones alone', async () => {
    const { objects, engine, poll } = setUp();
    objects.put('a', flows(1));
    await poll();
    objects.put('a', flows(2));
    await poll();
    expect(await engine.status('s1')).toMatchObject({ objects: 2 });
    const other = setUp();
    other.objects.put('old', flows(1), START - 3_600_000);
    other.objects.put('new', flows(2), START);
    await other.engine.pollSource({ ...source, startFrom: new Date(START).toISOString() }, never);
    expect(await other.engine.status('s1')).toMatchObject({ objects: 1, events: 2 });
  });

  it('keeps what a truncated object held and says that it is truncated', async () => {
    const { objects, events, engine, poll } = setUp();
    const stored = gzipSync(flows(5_000));
    objects.put('cut.gz', stored.subarray(0, stored.length - 1_000));
    await poll();
    expect(events.all('siem-rejects')).toMatchObject([
      { error: { message: expect.stringContaining('truncated') }, log: { offset: -1 } },
    ]);
    const { state, events: count } = await engine.status('s1');
    expect(state).toBe('ok');
    expect(count).toBe(events.all('siem-logs').length);
    expect(count).toBeGreaterThan(2_000);
  });

  it('rejects events that are far too old or ahead of time', async () => {
    const { objects, events, poll } = setUp();
    const line = (start: number) =>
      `2 1 eni-1 10.0.0.1 10.0.0.2 1 2 6 1 40 ${start} ${start + 1} ACCEPT OK\n`;
    objects.put('a', line(0) + line(START / 1_000) + line(START / 1_000 + 200_000));
    await poll();
    expect(events.all('siem-logs')).toHaveLength(1);
    expect(events.all('siem-rejects').map(({ error }) => error)).toEqual([
      { message: expect.stringContaining('before what is kept') },
      { message: expect.stringContaining('more than a day ahead') },
    ]);
  });

  it('makes rejects of events that OpenSearch refuses', async () => {
    const { objects, events, engine, poll } = setUp();
    const error = new SiemError('opensearch_rejected', 'too long');
    events.refuse = (document) =>
      (document.source as { ip?: string } | undefined)?.ip === '10.0.0.3'
        ? { status: 400, type: 'mapper_parsing_exception', reason: 'too long', error }
        : undefined;
    objects.put('a', flows(5));
    await poll();
    expect(await engine.status('s1')).toMatchObject({ events: 4, rejects: 1 });
    expect(events.all('siem-rejects')).toMatchObject([
      { error: { message: expect.stringContaining('too long') }, log: { offset: 4 } },
    ]);
  });

  it('waits for OpenSearch without losing or doubling anything, and shows what it waits for', async () => {
    const { objects, events, engine, poll } = setUp();
    let failures = 5;
    const seen: unknown[] = [];
    events.before = async () => {
      seen.push((await engine.status('s1')).lastError?.code);
      if (failures-- > 0) throw new SiemError('shard_limit', 'no more shards');
    };
    let blocked = 2;
    const error = new SiemError('opensearch_unavailable', 'full');
    events.refuse = () =>
      blocked-- > 0 ? { status: 429, type: 'rejected', reason: 'full', error } : undefined;
    objects.put('a', flows(10));
    await poll();
    expect(seen).toContain('shard_limit');
    expect(events.all('siem-logs')).toHaveLength(10);
    const status = await engine.status('s1');
    expect(status).toMatchObject({ state: 'ok', events: 10 });
    expect(status.lastError).toBeUndefined();
  });

  it('tries failed objects again after a pause and reads the others meanwhile', async () => {
    const { objects, engine, poll, advance } = setUp();
    objects.put('bad', flows(1));
    objects.put('good', flows(2));
    let opened = 0;
    let broken = true;
    objects.before = (call, key) => {
      if (call !== 'open' || key !== 'bad') return;
      opened++;
      if (broken) throw new SiemError('s3_access_denied', 'denied');
    };
    await poll();
    expect(await engine.status('s1')).toMatchObject({
      state: 'failing',
      events: 2,
      lastError: { code: 's3_access_denied', message: expect.stringContaining('1 object could not be read') },
    });
    await poll();
    expect(opened).toBe(1);
    expect(await engine.status('s1')).toMatchObject({ state: 'failing' });
    broken = false;
    advance(3_600_000);
    await poll();
    expect(await engine.status('s1')).toMatchObject({ state: 'ok', events: 3, objects: 2 });
  });

  it('does not wait for an attempt that was due by a clock since set back', async () => {
    const { objects, engine, poll, advance } = setUp();
    const YEAR = 365 * 86_400_000;
    objects.put('bad', flows(1));
    objects.before = (call) => {
      if (call === 'open') throw new SiemError('s3_access_denied', 'denied');
    };
    advance(YEAR);
    await poll();
    objects.before = () => undefined;
    advance(-YEAR);
    await poll();
    expect(await engine.status('s1')).toMatchObject({ state: 'ok', objects: 1 });
  });

  it('reads the last days before the past, and lists the past again only the next day', async () => {
    const { objects, engine, poll, advance } = setUp();
    const folder = 'AWSLogs/1/vpcflowlogs/eu-central-1';
    const read: string[] = [];
    objects.before = (call, key) => void (call === 'open' && read.push(key.slice(folder.length + 1, -2)));
    objects.put(`${folder}/2025/01/01/a`, flows(1));
    objects.put(`${folder}/2026/01/15/a`, flows(1, 1));
    await poll();
    expect(read).toEqual(['2026/01/15', '2025/01/01']);
    objects.put(`${folder}/2025/01/02/a`, flows(1, 2));
    await poll();
    expect(read).toHaveLength(2);
    advance(86_400_000);
    await poll();
    expect(read[2]).toBe('2025/01/02');
    expect(await engine.status('s1')).toMatchObject({ objects: 3 });
  });

  it('shows why a bucket cannot be listed', async () => {
    const { objects, engine, poll } = setUp();
    objects.before = () => {
      throw new SiemError('bucket_not_found', 'There is no bucket "logs".');
    };
    await poll();
    expect(await engine.status('s1')).toMatchObject({
      state: 'failing',
      lastError: { code: 'bucket_not_found' },
    });
  });

  it('ends at once when it is stopped, and records nothing unfinished', async () => {
    const { objects, events, engine, poll } = setUp();
    objects.put('a', flows(10));
    events.before = () => {
      void engine.stop();
      throw new SiemError('opensearch_unavailable', 'down');
    };
    await poll();
    expect(await engine.status('s1')).toMatchObject({ objects: 0, events: 0 });
  });
});

describe('testing a source', () => {
  it('shows objects, markers and first events, and writes nothing', async () => {
    const { objects, events, engine } = setUp();
    objects.put('a.gz', gzipSync(flows(100)));
    objects.put('aws-logs-write-test', 'x');
    const answer = await engine.testSource(source);
    expect(answer).toMatchObject({ ok: true, rejects: [] });
    expect(answer.objects).toMatchObject([{ key: 'a.gz' }, { skipped: expect.any(String) }]);
    expect(answer.events).toHaveLength(5);
    expect(events.documents.size).toBe(0);
  });

  it('shows the present of a bucket that holds years', async () => {
    const { objects, engine } = setUp();
    for (let file = 0; file < 1_100; file++) objects.put(`AWSLogs/1/x/2020/01/01/${file}`, 'nonsense');
    objects.put('AWSLogs/1/x/2026/01/15/a', flows(1));
    const answer = await engine.testSource(source);
    expect(answer.objects.map(({ key }) => key)).toEqual(['AWSLogs/1/x/2026/01/15/a']);
    expect(answer.events).toHaveLength(1);
  });

  it('says that there is nothing yet, and what is wrong', async () => {
    const { objects, engine } = setUp();
    expect(await engine.testSource(source)).toMatchObject({
      ok: true,
      message: expect.stringContaining('no object'),
    });
    objects.put('a', 'nonsense\n');
    expect(await engine.testSource(source)).toMatchObject({ ok: false, rejects: [{ raw: 'nonsense' }] });
    objects.before = () => {
      throw new SiemError('s3_access_denied', 'S3 denies access');
    };
    expect(await engine.testSource(source)).toMatchObject({
      ok: false,
      code: 's3_access_denied',
      message: 'S3 denies access',
    });
  });
});
