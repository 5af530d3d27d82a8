import { createServer } from 'http';
import type { AddressInfo } from 'net';
import { waitFor } from './wait';

export interface SunkCall {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  /** The body as JSON; undefined where it is none. */
  json: unknown;
  at: number;
}

export interface HttpSink {
  url: string;
  calls(): SunkCall[];
  /** The first call that fits, now or within `timeoutMs` (10 s). */
  waitFor(fits: (call: SunkCall) => boolean, timeoutMs?: number): Promise<SunkCall>;
  /** What calls are answered from now on; 200 `ok` at first. */
  setAnswer(status: number, body?: string): void;
  stop(): Promise<void>;
}

/** A receiver of webhooks on a free port of 127.0.0.1 that remembers every call. */
export async function startHttpSink(): Promise<HttpSink> {
  const calls: SunkCall[] = [];
  let answer = { status: 200, body: 'ok' };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const { method = '', url = '', headers } = request;
      calls.push({ method, path: url, headers, body, json: parse(body), at: Date.now() });
      response.writeHead(answer.status, { 'content-type': 'text/plain' }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls: () => [...calls],
    waitFor: (fits, timeoutMs) => waitFor('the call', () => calls.find(fits), timeoutMs),
    setAnswer: (status, body = '') => (answer = { status, body }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
