import { server as createHapi, type ServerInjectOptions } from '@hapi/hapi';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { serveDirectory } from './static_files';

const directory = mkdtempSync(join(tmpdir(), 'static-'));
const hapi = createHapi();

beforeAll(() => {
  writeFileSync(join(directory, 'app.js'), 'plain');
  writeFileSync(join(directory, 'app.js.br'), 'brotli');
  writeFileSync(join(directory, 'app.js.gz'), 'gzip');
  writeFileSync(join(directory, 'app.mjs'), 'module');
  serveDirectory(hapi, '/bundles/', () => directory, { forever: true });
  serveDirectory(hapi, '/assets/', () => directory, { forever: false });
});
afterAll(() => rmSync(directory, { recursive: true }));

const get = (url: string, headers: ServerInjectOptions['headers'] = {}) => hapi.inject({ url, headers });

describe('static files', () => {
  it('prefer what was compressed before, the better first', async () => {
    const both = await get('/bundles/app.js', { 'accept-encoding': 'gzip, br' });
    expect([both.payload, both.headers['content-encoding']]).toEqual(['brotli', 'br']);
    const gzip = await get('/bundles/app.js', { 'accept-encoding': 'gzip' });
    expect([gzip.payload, gzip.headers['content-encoding']]).toEqual(['gzip', 'gzip']);
    expect((await get('/bundles/app.js')).payload).toBe('plain');
  });

  it('are kept for a year only as scripts of bundles', async () => {
    const year = 'max-age=31536000';
    expect((await get('/bundles/app.js')).headers['cache-control']).toBe(year);
    expect((await get('/bundles/app.mjs')).headers['cache-control']).not.toBe(year);
    expect((await get('/assets/app.js')).headers['cache-control']).not.toBe(year);
  });

  it('are not sent again to whom has them', async () => {
    const { headers } = await get('/bundles/app.mjs');
    expect((await get('/bundles/app.mjs', { 'if-none-match': headers.etag as string })).statusCode).toBe(304);
  });

  it('are only those of the directory', async () => {
    expect((await get('/bundles/..%2f..%2fetc%2fpasswd')).statusCode).toBe(403);
    expect((await get('/bundles/none.js')).statusCode).toBe(404);
    expect((await get('/bundles/')).statusCode).toBe(403);
  });
});
