import { createServer, type IncomingMessage, type ServerResponse } from 'http';
import type { AddressInfo } from 'net';

export type Answer = (response: ServerResponse, request: IncomingMessage) => unknown;

/** A server on a free port of 127.0.0.1 that answers as `answer` was told last, for as long as a test file's tests run. */
export function openHttpServer() {
  let current: Answer = (response) => response.end();
  const server = createServer((request, response) => void current(response, request));
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return {
    answer(next: Answer): void {
      current = next;
    },
    port: () => (server.address() as AddressInfo).port,
  };
}
