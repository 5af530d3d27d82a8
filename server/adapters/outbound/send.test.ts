import http from 'http';
import { createServer, type AddressInfo, type Server } from 'net';
import { startHttpSink, type HttpSink } from '../../../dev/embedded/http_sink';
import { startMailbox, type Mailbox } from '../../../dev/embedded/mail';
import type { OutboundMessage } from '../../core/ports';
import { createGuard } from './guard';
import { createOutbound } from './outbound';

const guard = createGuard({ allow: ['127.0.0.0/8', '::1', 'localhost'] });
const outbound = createOutbound(guard);
afterAll(() => guard.httpAgent.destroy());

type Http = Extract<OutboundMessage, { kind: 'http' }>;
type Mail = Extract<OutboundMessage, { kind: 'mail' }>;

describe('sending a request', () => {
  let sink: HttpSink;
  beforeAll(async () => (sink = await startHttpSink()));
  afterAll(() => sink.stop());
  const message = (changes: Partial<Http> = {}): Http => ({
    kind: 'http',
    method: 'POST',
    url: `${sink.url}/hook`,
    headers: { 'x-test': 'yes' },
    body: '{"ä":1}',
    ...changes,
  });

  it('delivers method, headers and body', async () => {
    sink.setAnswer(202, 'thanks');
    expect(await outbound.send(message())).toEqual({ detail: 'The receiver answered 202.' });
    expect(sink.calls().pop()).toMatchObject({
      method: 'POST',
      path: '/hook',
      body: '{"ä":1}',
      headers: { 'x-test': 'yes' },
    });
  });

  it.each([
    [400, 'delivery_refused', /answered 400: nope/],
    [404, 'delivery_refused', /404/],
    [302, 'delivery_refused', /redirects are not followed/],
    [408, 'delivery_failed', /408/],
    [429, 'delivery_failed', /429/],
    [500, 'delivery_failed', /500/],
    [503, 'delivery_failed', /503/],
  ])('tells whether %i can pass', async (status, code, text) => {
    sink.setAnswer(status, 'nope');
    const error = await outbound.send(message()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, message: expect.stringMatching(text) });
  });

  it('refuses internal addresses and requests that cannot be made', async () => {
    const strict = createOutbound(createGuard({ allow: [] }));
    await expect(strict.send(message())).rejects.toMatchObject({ code: 'address_refused' });
    await expect(outbound.send(message({ headers: { 'x-bad': 'a\nb' } }))).rejects.toMatchObject({
      code: 'delivery_refused',
    });
    await expect(outbound.send(message({ url: 'http://' }))).rejects.toMatchObject({
      code: 'delivery_refused',
    });
  });

  it('can try again after a connection that is refused or cut', async () => {
    const cutting = http.createServer((request) => request.socket.destroy());
    await new Promise<void>((resolve) => cutting.listen(0, '127.0.0.1', resolve));
    const { port } = cutting.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/`;
    await expect(outbound.send(message({ url }))).rejects.toMatchObject({ code: 'delivery_failed' });
    await new Promise((resolve) => cutting.close(resolve));
    await expect(outbound.send(message({ url }))).rejects.toMatchObject({ code: 'delivery_failed' });
  });

  it('stops when told to', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const stop = new AbortController();
    const sending = outbound.send(message({ url: `http://127.0.0.1:${port}/` }), stop.signal);
    setImmediate(() => stop.abort());
    await expect(sending).rejects.toMatchObject({ code: 'delivery_failed' });
    silent.close();
  });
});

describe('sending a mail', () => {
  let mailbox: Mailbox;
  beforeAll(async () => (mailbox = await startMailbox()));
  afterAll(() => mailbox.stop());
  const message = (changes: Partial<Mail> = {}, server: Partial<Mail['server']> = {}): Mail => ({
    kind: 'mail',
    server: { host: mailbox.host, port: mailbox.port, security: 'none', ...server },
    from: 'siem@example.org',
    to: ['a@example.org', 'b@example.org'],
    subject: 'Grüße',
    text: 'text',
    html: '<p>html</p>',
    messageId: 'id@siem',
    ...changes,
  });

  it('delivers it, signed in or not', async () => {
    expect((await outbound.send(message())).detail).toMatch(/^The mail server answered: 250/);
    await outbound.send(message({}, { user: 'u', password: 'p', host: 'localhost' }));
    const mail = mailbox.mails()[0];
    expect(mail).toMatchObject({
      from: 'siem@example.org',
      to: ['a@example.org', 'b@example.org'],
      subject: 'Grüße',
      headers: { 'message-id': '<id@siem>' },
    });
    expect(mail?.html).toContain('<p>html</p>');
    expect(mailbox.mails()).toHaveLength(2);
  });

  it('refuses internal addresses', async () => {
    const strict = createOutbound(createGuard({ allow: [] }));
    await expect(strict.send(message())).rejects.toMatchObject({ code: 'address_refused' });
  });

  it.each([
    ['550 no such user', 'delivery_refused'],
    ['451 try later', 'delivery_failed'],
  ])('tells whether "%s" can pass', async (answer, code) => {
    const server = await scriptedSmtp(answer);
    const { port } = server.address() as AddressInfo;
    await expect(outbound.send(message({}, { port }))).rejects.toMatchObject({ code });
    server.close();
  });

  it('never falls back to an open line when STARTTLS is asked for', async () => {
    await expect(outbound.send(message({}, { security: 'starttls' }))).rejects.toThrow(/STARTTLS|TLS/i);
  });
});

/** An SMTP server that gives every recipient the same answer. */
async function scriptedSmtp(answer: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.write('220 ready\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      const command = data.toString().slice(0, 4).toUpperCase();
      if (command === 'RCPT') socket.write(`${answer}\r\n`);
      else if (command === 'QUIT') socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
