import { setTimeout as sleep } from 'timers/promises';
import { openHttpServer } from '../../../test/fakes/http_server';
import { createGuard } from '../outbound/guard';
import { requestHandlerOf } from './request_handler';

const SILENCE = 300;
const server = openHttpServer();

async function call() {
  const handler = requestHandlerOf(createGuard({ allow: ['127.0.0.0/8'] }), SILENCE);
  const port = server.port();
  const request = { protocol: 'http:', hostname: '127.0.0.1', port, path: '/', method: 'GET' };
  const { response } = await handler.handle(request as Parameters<typeof handler.handle>[0]);
  return response.body as AsyncIterable<Buffer>;
}

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of body) text += chunk.toString();
  return text;
}

describe('a service of AWS', () => {
  it('that does not begin to answer is not waited for', async () => {
    server.answer(() => undefined);
    await expect(call()).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('that falls silent within an answer is not waited for', async () => {
    server.answer((response) => response.write('half'));
    await expect(call().then(textOf)).rejects.toThrow('nothing came for 0.3 seconds');
  });

  it('may take long over an answer', async () => {
    server.answer(async (response) => {
      for (let part = 0; part < 8; part++) {
        response.write('.');
        await sleep(SILENCE / 4);
      }
      response.end();
    });
    expect(await textOf(await call())).toBe('........');
  });

  it('is not blamed while it is we who do not read on', async () => {
    const size = 4 * 1024 * 1024;
    server.answer((response) => response.end(Buffer.alloc(size, 'x')));
    const body = await call();
    await sleep(3 * SILENCE);
    let length = 0;
    for await (const chunk of body) length += chunk.length;
    expect(length).toBe(size);
  });
});
