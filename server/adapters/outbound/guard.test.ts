import http from 'http';
import type { AddressInfo } from 'net';
import { internalKind, parseAddress } from './address';
import { parseAllowList } from './allow_list';
import { createGuard } from './guard';

describe('internal addresses', () => {
  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.0.0.1',
    '172.16.3.4',
    '192.168.1.1',
    '169.254.169.254',
    '168.63.129.16',
    '100.64.0.1',
    '100.100.100.200',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '::',
    '::1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::127.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '2002:7f00:1::',
    '2001:db8::1',
  ])('%s is one', (text) => {
    const address = parseAddress(text);
    expect(address && internalKind(address)).toBeTruthy();
  });

  it.each(['8.8.8.8', '52.95.110.1', '2600:1f18::1', '64:ff9b::808:808', '::ffff:8.8.8.8'])(
    '%s is none',
    (text) => {
      const address = parseAddress(text);
      expect(address).toBeDefined();
      expect(address && internalKind(address)).toBeUndefined();
    },
  );
});

describe('the allow list', () => {
  const list = parseAllowList([
    '10.1.0.0/16',
    '192.168.0.7',
    'fd00::/8',
    'hooks.corp.example',
    '.lan.example',
  ]);

  it('holds addresses and networks', () => {
    for (const address of ['10.1.255.1', '192.168.0.7', 'fd12::1', '::ffff:10.1.0.1']) {
      expect(list.address(address)).toBe(true);
    }
    for (const address of ['10.2.0.1', '192.168.0.8', 'fe80::1']) expect(list.address(address)).toBe(false);
  });

  it('holds host names and domains', () => {
    for (const host of ['hooks.corp.example', 'HOOKS.corp.example.', 'a.lan.example', 'a.b.lan.example']) {
      expect(list.host(host)).toBe(true);
    }
    for (const host of ['corp.example', 'x.hooks.corp.example', 'lan.example', 'evillan.example']) {
      expect(list.host(host)).toBe(false);
    }
  });

  it.each(['10.0.0.0/99', 'https://x.example', 'a b', ''])('refuses "%s"', (entry) => {
    expect(() => parseAllowList([entry])).toThrow(/awsSiem\.outbound\.allow/);
  });
});

describe('the guard', () => {
  let server: http.Server;
  let port: number;
  let calls = 0;
  beforeAll(async () => {
    server = http.createServer((_request, response) => {
      calls++;
      response.end('ok');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const get = (url: string, agent: http.Agent) =>
    new Promise<number | undefined>((resolve, reject) => {
      http
        .get(url, { agent }, (response) => response.resume().on('end', () => resolve(response.statusCode)))
        .on('error', reject);
    });

  it.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0x7f000001', '2130706433'])(
    'lets no connection through to http://%s',
    async (host) => {
      const guard = createGuard({ allow: [] });
      await expect(get(`http://${host}:${port}/`, guard.httpAgent)).rejects.toMatchObject({
        code: 'address_refused',
      });
      expect(calls).toBe(0);
    },
  );

  it('names the line to add', async () => {
    const guard = createGuard({ allow: ['10.0.0.0/8'] });
    await expect(guard.resolve('localhost')).rejects.toThrow(
      /localhost \((127\.0\.0\.1|::1)\) is a loopback address.*awsSiem\.outbound\.allow: \["10\.0\.0\.0\/8", "(127\.0\.0\.1|::1)"\]/,
    );
    await expect(guard.resolve('169.254.169.254')).rejects.toThrow(/link-local/);
  });

  it.each([['127.0.0.0/8'], ['localhost']])('lets through what %s allows', async (entry) => {
    const guard = createGuard({ allow: [entry] });
    expect(await get(`http://localhost:${port}/`, guard.httpAgent)).toBe(200);
    guard.httpAgent.destroy();
  });

  it('judges the address a name has when it connects, whatever it had before', async () => {
    const guard = createGuard({ allow: [] });
    // A name of a public zone that leads here is what a rebinding attack ends in.
    const answer = await new Promise<unknown>((resolve) => guard.lookup('localhost', {}, resolve));
    expect(answer).toMatchObject({ code: 'address_refused' });
  });
});
