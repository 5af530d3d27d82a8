import { createServer } from 'net';
import { setTimeout as sleep } from 'timers/promises';
import type { RunningProcess } from './process';

const ANSWER_WITHIN = 10_000;

/** A port of 127.0.0.1 that is free now, the system's choice. */
export function freePort(): Promise<number> {
  return tryPort(0).then((port) => {
    if (port === undefined) throw new Error('no free port');
    return port;
  });
}

/** A free port between `first` and `last`, for servers that take no other; starts anywhere, so that two at once seldom meet. */
export async function freePortBetween(first: number, last: number): Promise<number> {
  const count = last - first + 1;
  const start = Math.floor(Math.random() * count);
  for (let step = 0; step < count; step++) {
    const port = await tryPort(first + ((start + step) % count));
    if (port !== undefined) return port;
  }
  throw new Error(`no free port between ${first} and ${last}`);
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

/**
 * Waits until `ready` says yes; what it throws counts as no, and so does no answer for ten seconds.
 *
 * @throws Error with the end of the program's log when it dies or `timeoutMs` pass first
 */
export async function waitUntilUp(
  name: string,
  running: RunningProcess,
  ready: () => Promise<boolean>,
  timeoutMs = 90_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (running.running()) {
    const late = sleep(ANSWER_WITHIN, false, { ref: false });
    if (await Promise.race([ready(), late]).catch(() => false)) return;
    if (Date.now() > deadline) {
      const log = running.logTail();
      await running.stop();
      throw new Error(`${name} did not answer within ${timeoutMs / 1000} s. Its last lines:\n${log}`);
    }
    await sleep(200);
  }
  throw new Error(`${name} ended while starting. Its last lines:\n${running.logTail()}`);
}

/** Waits for `find` to return something, for at most `timeoutMs`. @throws Error saying `what` did not come */
export async function waitFor<T>(
  what: string,
  find: () => T | undefined | Promise<T | undefined>,
  timeoutMs = 10_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${timeoutMs / 1000} s`);
    await sleep(50);
  }
}
