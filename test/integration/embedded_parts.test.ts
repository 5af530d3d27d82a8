import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createTransport } from 'nodemailer';
import { type Parts, startParts } from '../../dev/embedded';
import { always, firstOf, script, seeded } from '../../dev/embedded/fault_plan';
import { type FaultProxy, startFaultProxy } from '../../dev/embedded/fault_proxy';
import { startMailPage } from '../../dev/embedded/mail_page';
import { type HttpSink, startHttpSink } from '../../dev/embedded/http_sink';
import { waitFor } from '../../dev/embedded/wait';

jest.setTimeout(240_000);

const OWN: NodeJS.ProcessEnv = {};
const JSON_TYPE = { 'content-type': 'application/json' };

describe('embedded OpenSearch', () => {
  let parts: Parts;
  beforeAll(async () => (parts = await startParts({ opensearch: { heap: '512m' } }, OWN)));
  afterAll(() => parts.stop());

  it('keeps its data and its port over a halt', async () => {
    const document = `${parts.opensearchUrl}/kept/_doc/1`;
    await fetch(document, { method: 'PUT', headers: JSON_TYPE, body: '{"a":1}' });
    await parts.opensearch?.halt();
    await expect(fetch(document)).rejects.toThrow();
    await parts.opensearch?.restart();
    expect(await (await fetch(document)).json()).toMatchObject({ _source: { a: 1 } });
  });
});

describe('embedded S3 behind the fault proxy', () => {
  let parts: Parts;
  let proxy: FaultProxy;
  let s3: S3Client;
  const object = { Bucket: 'faults', Key: 'a/b c.txt' };
  const status = (error: { $metadata?: { httpStatusCode?: number }; name: string }) =>
    `${error.$metadata?.httpStatusCode} ${error.name}`;
  const get = () => s3.send(new GetObjectCommand(object));

  beforeAll(async () => {
    parts = await startParts({ s3: true }, OWN);
    proxy = await startFaultProxy(parts.s3Endpoint);
    s3 = new S3Client({
      endpoint: proxy.url,
      region: 'us-east-1',
      forcePathStyle: true,
      maxAttempts: 1,
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    });
    await s3.send(new CreateBucketCommand({ Bucket: object.Bucket }));
    await s3.send(new PutObjectCommand({ ...object, Body: 'x'.repeat(10_000) }));
  });
  beforeEach(() => {
    proxy.setPlan(() => undefined);
    proxy.resetCounts();
  });
  afterAll(async () => {
    await proxy.stop();
    await parts.stop();
  });

  it('hands calls on and counts them by kind', async () => {
    expect(await (await get()).Body?.transformToString()).toHaveLength(10_000);
    const list = await s3.send(new ListObjectsV2Command({ Bucket: object.Bucket }));
    expect(list.Contents?.map(({ Key }) => Key)).toEqual([object.Key]);
    expect(proxy.counts()).toEqual({ GetObject: 1, ListObjects: 1 });
  });

  it('answers as S3 does when it denies, fails and is busy', async () => {
    proxy.setPlan(script([{ kind: 'denied' }, { kind: 'internal' }, { kind: 'slow_down' }]));
    const answers: string[] = [];
    for (let call = 0; call < 3; call++) answers.push(await get().then(() => 'ok', status));
    expect(answers).toEqual(['403 AccessDenied', '500 InternalError', '503 SlowDown']);
    expect(proxy.faults()).toEqual({ denied: 1, internal: 1, slow_down: 1 });
    await get();
  });

  it('breaks bodies and connections, and is slow', async () => {
    proxy.setPlan(
      script([{ kind: 'cut', afterBytes: 100 }, { kind: 'drop' }, { kind: 'slow', ms: 300 }], {
        path: /b c/,
      }),
    );
    const cut = await get();
    await expect(cut.Body?.transformToString()).rejects.toThrow();
    await expect(get()).rejects.toThrow();
    const before = Date.now();
    await get();
    expect(Date.now() - before).toBeGreaterThanOrEqual(290);
  });

  it('deals out seeded faults to matching calls only', async () => {
    const plan = () =>
      firstOf(
        always({ kind: 'denied' }, { method: 'PUT' }),
        seeded(7, 0.5, [{ kind: 'slow_down' }, { kind: 'internal' }], { kind: 'GetObject' }),
      );
    const round = async () => {
      proxy.setPlan(plan());
      const answers: string[] = [];
      for (let call = 0; call < 8; call++) answers.push(await get().then(() => 'ok', status));
      return answers;
    };
    const first = await round();
    expect(new Set(first)).toEqual(new Set(['ok', '500 InternalError', '503 SlowDown']));
    expect(await round()).toEqual(first);
    await expect(s3.send(new PutObjectCommand({ ...object, Body: 'y' }))).rejects.toThrow('Access Denied');
  });
});

describe('mailbox and webhook receiver', () => {
  let parts: Parts;
  let sink: HttpSink;
  beforeAll(async () => {
    parts = await startParts({ mail: true }, OWN);
    sink = await startHttpSink();
  });
  afterAll(async () => {
    await sink.stop();
    await parts.stop();
  });

  it('takes mail, with and without a sign-in, and lets a test wait for it', async () => {
    const { host, port } = parts.mailbox!;
    for (const auth of [undefined, { user: 'siem', pass: 'secret' }]) {
      const transport = createTransport({ host, port, auth, ignoreTLS: true });
      const subject = `from ${auth?.user ?? 'nobody'}`;
      await transport.sendMail({
        from: 'siem@x.test',
        to: 'soc@x.test',
        subject,
        text: 'Hello',
        html: '<b>Hello</b>',
      });
      expect(await parts.mailbox!.waitFor((mail) => mail.subject === subject)).toMatchObject({
        from: 'siem@x.test',
        to: ['soc@x.test'],
        text: expect.stringContaining('Hello'),
        html: expect.stringContaining('<b>Hello</b>'),
        headers: { subject },
      });
    }
  });

  it('remembers calls and answers as told', async () => {
    const first = sink.waitFor((call) => call.path === '/hook');
    await fetch(`${sink.url}/hook`, { method: 'POST', headers: JSON_TYPE, body: '{"alert":1}' });
    expect(await first).toMatchObject({ method: 'POST', json: { alert: 1 } });
    sink.setAnswer(503, 'later');
    const answer = await fetch(`${sink.url}/again`);
    expect([answer.status, await answer.text()]).toEqual([503, 'later']);
    expect(sink.calls().map(({ path }) => path)).toEqual(['/hook', '/again']);
    await expect(sink.waitFor(() => false, 100)).rejects.toThrow('the call did not come within 0.1 s');
  });
});

describe('mailbox with a page', () => {
  it('shows what came in', async () => {
    const page = await startMailPage();
    const transport = createTransport({ host: page.host, port: page.port, ignoreTLS: true });
    await transport.sendMail({ from: 'siem@x.test', to: 'soc@x.test', subject: 'Port scan', text: 'Look' });
    // The page has parsed and kept a mail a moment after it was taken.
    const subjects = await waitFor('the mail', async () => {
      const shown = await page.subjects();
      return shown.length > 0 ? shown : undefined;
    });
    expect(subjects).toEqual(['Port scan']);
    expect(await (await fetch(page.url)).text()).toContain('<html');
    await page.stop();
    await expect(fetch(page.url)).rejects.toThrow();
  });
});

describe('startParts', () => {
  it('uses existing servers that the environment names', async () => {
    const env = { OPENSEARCH_URL: 'http://os.test:9200', S3_ENDPOINT: 'http://s3.test' };
    const parts = await startParts({ opensearch: true, s3: true }, env);
    expect(parts).toMatchObject({ opensearchUrl: env.OPENSEARCH_URL, s3Endpoint: env.S3_ENDPOINT });
    expect(parts.opensearch).toBeUndefined();
    await parts.stop();
  });
});
