import type { ServerResponse } from 'http';
import { openHttpServer } from '../../../test/fakes/http_server';
import { createGuard } from '../outbound/guard';
import { createObjectStore } from './object_store';

const LIST =
  '<?xml version="1.0"?><ListBucketResult><Contents><Key>logs/a</Key><ETag>"e"</ETag><Size>3</Size></Contents></ListBucketResult>';
const server = openHttpServer();

function openStore() {
  const port = server.port();
  const credentials = { kind: 'access_keys' as const, accessKeyId: 'id', secretAccessKey: 'secret' };
  return createObjectStore(
    { bucket: 'logs', region: 'us-east-1', endpoint: `http://127.0.0.1:${port}`, credentials },
    createGuard({ allow: ['127.0.0.0/8'] }),
  );
}

/** Begins the answer and breaks the connection. */
function breakOff(response: ServerResponse): void {
  response.write(LIST.slice(0, 60), () => response.destroy());
}

describe('an object store', () => {
  it('asks again when a listing breaks off', async () => {
    let calls = 0;
    server.answer((response) => (calls++ === 0 ? breakOff(response) : response.end(LIST)));
    const { objects } = await openStore().list({ prefix: '' });
    expect(objects).toMatchObject([{ key: 'logs/a', etag: 'e', size: 3 }]);
  });

  it('fails when a listing, an object or a part of one breaks off again and again', async () => {
    server.answer(breakOff);
    const store = openStore();
    const object = { key: 'logs/a', etag: 'e' };
    await expect(store.list({ prefix: '' })).rejects.toMatchObject({ code: 's3_unavailable' });
    await expect((await store.open(object)).toArray()).rejects.toMatchObject({ code: 's3_unavailable' });
    await expect(store.read(object, 0, 100)).rejects.toMatchObject({ code: 's3_unavailable' });
  });
});
