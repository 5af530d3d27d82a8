import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Agent as HttpAgent } from 'http';
import type { Agent as HttpsAgent } from 'https';

const CONNECT_TIMEOUT = 5_000;
const SILENCE_TIMEOUT = 60_000;

/** Connections to AWS go through these; the outbound guard makes them. */
export interface OutboundAgents {
  httpAgent: HttpAgent;
  httpsAgent: HttpsAgent;
}

/** How clients of the AWS SDK connect. */
export function requestHandlerOf(agents: OutboundAgents): NodeHttpHandler {
  return new NodeHttpHandler({
    httpAgent: agents.httpAgent,
    httpsAgent: agents.httpsAgent,
    connectionTimeout: CONNECT_TIMEOUT,
    // Counts from byte to byte, so that a large object may take as long as it needs; longer than a queue makes us wait.
    socketTimeout: SILENCE_TIMEOUT,
  });
}
