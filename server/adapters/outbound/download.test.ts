import http from 'http';
import type { AddressInfo } from 'net';
import { gzipSync } from 'zlib';
import { createDownload } from './download';
import { createGuard } from './guard';

const LIMIT = { maxBytes: 1_000 };
let server: http.Server;
let url: string;
let asked: http.IncomingHttpHeaders | undefined;

beforeAll(async () => {
  server = http.createServer((request, response) => {
    asked = request.headers;
    switch (request.url) {
      case '/list':
        if (asked['if-none-match'] === '"1"') response.writeHead(304).end();
        else
          response
            .writeHead(200, { etag: '"1"', 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT' })
            .end('a\nb\n');
        break;
      case '/zipped':
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('zipped'));
        break;
      case '/bomb':
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1_000_000)));
        break;
      case '/large':
        response.writeHead(200).end('x'.repeat(1_001));
        break;
      case '/moved':
        response.writeHead(302, { location: '/list' }).end();
        break;
      case '/cut':
        response.writeHead(200, { 'content-length': '100' }).write('half');
        setImmediate(() => response.destroy());
        break;
      default:
        response.writeHead(request.url === '/busy' ? 503 : 404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const download = createDownload(createGuard({ allow: ['127.0.0.0/8'] }));
const get = (path: string, known = {}) => download.get({ url: url + path, ...LIMIT, ...known });

test('gives the text and what the server calls this version, and asks only for news with it', async () => {
  const answer = await get('/list');
  expect(answer).toEqual({ text: 'a\nb\n', etag: '"1"', lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' });
  expect(asked).not.toHaveProperty('if-none-match');
  expect(await get('/list', { etag: '"1"' })).toBe('unchanged');
  expect(await get('/zipped')).toMatchObject({ text: 'zipped' });
});

test.each([
  ['/large', 'download_refused'],
  ['/bomb', 'download_refused'],
  ['/moved', 'download_refused'],
  ['/none', 'download_refused'],
  ['/busy', 'download_failed'],
  ['/cut', 'download_failed'],
])('%s fails with %s', async (path, code) => {
  await expect(get(path)).rejects.toMatchObject({ code });
});

test('private addresses are refused', async () => {
  const guarded = createDownload(createGuard({ allow: [] }));
  await expect(guarded.get({ url: `${url}/list`, ...LIMIT })).rejects.toMatchObject({
    code: 'address_refused',
  });
});
