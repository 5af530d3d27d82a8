import { createServer, type IncomingMessage, request, type ServerResponse } from 'http';
import type { AddressInfo } from 'net';
import { setTimeout as sleep } from 'timers/promises';
import { type Call, callOf } from './fault_calls';
import { type Fault, faultAnswer, type FaultPlan } from './fault_plan';

export interface FaultProxy {
  url: string;
  /** Faults from now on; replaces the plan before it. */
  setPlan(plan: FaultPlan): void;
  /** Calls so far by kind, such as `GetObject`, `ListObjects`, `PUT`, `_bulk`; see `callOf`. */
  counts(): Record<string, number>;
  /** Faults dealt out so far, by their kind. */
  faults(): Record<string, number>;
  resetCounts(): void;
  stop(): Promise<void>;
}

/**
 * An HTTP proxy on a free port of 127.0.0.1 that hands every call on to `target` (an S3 or an OpenSearch, such as `http://127.0.0.1:9200`), except
 * those that its plan has a fault for. The Host header is the target's; S3Mock looks at no signature, so that is well.
 */
export async function startFaultProxy(
  target: string,
  initialPlan: FaultPlan = () => undefined,
): Promise<FaultProxy> {
  let plan = initialPlan;
  let counts: Record<string, number> = {};
  let faults: Record<string, number> = {};

  const server = createServer((incoming, outgoing) => {
    const call = callOf(incoming.method ?? 'GET', incoming.url ?? '/');
    counts[call.kind] = (counts[call.kind] ?? 0) + 1;
    const fault = plan(call);
    if (fault) faults[fault.kind] = (faults[fault.kind] ?? 0) + 1;
    handle(target, call, fault, incoming, outgoing).catch(() => outgoing.destroy());
  });
  // Nobody waits for a kept-alive connection of a test to run out.
  server.keepAliveTimeout = 1_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    setPlan: (next) => (plan = next),
    counts: () => ({ ...counts }),
    faults: () => ({ ...faults }),
    resetCounts: () => {
      counts = {};
      faults = {};
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(
  target: string,
  call: Call,
  fault: Fault | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  if (fault?.kind === 'slow') await sleep(fault.ms);
  else if (fault?.kind === 'drop') {
    outgoing.destroy();
    return;
  } else if (fault && fault.kind !== 'cut') {
    // Read to its end first: a client that still sends would see a broken connection in place of the answer.
    incoming.resume();
    const answer = faultAnswer(fault, call);
    incoming.once('end', () => outgoing.writeHead(answer.status, answer.headers).end(answer.body));
    return;
  }
  forward(target, incoming, outgoing, fault?.kind === 'cut' ? fault.afterBytes : undefined);
}

function forward(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  cutAfter: number | undefined,
): void {
  const { hostname, port, host } = new URL(target);
  const onward = request(
    {
      hostname,
      port,
      method: incoming.method,
      path: incoming.url,
      headers: { ...incoming.headers, host, connection: 'close' },
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      // What breaks off there breaks off here.
      answer.on('error', () => outgoing.destroy());
      if (cutAfter === undefined) {
        answer.pipe(outgoing);
        return;
      }
      let sent = 0;
      answer.on('data', (chunk: Buffer) => {
        const rest = chunk.subarray(0, Math.max(0, cutAfter - sent));
        sent += rest.length;
        // Flushed before the connection goes, so that the client gets exactly this much.
        outgoing.write(rest, () => sent >= cutAfter && outgoing.destroy());
      });
      answer.on('end', () => sent < cutAfter && outgoing.end());
    },
  );
  // The target is down: so is the way to it.
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
