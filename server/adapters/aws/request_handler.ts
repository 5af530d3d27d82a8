import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Agent as HttpAgent, IncomingMessage } from 'http';
import type { Agent as HttpsAgent } from 'https';

const CONNECT_TIMEOUT = 5_000;
/** Longer than a queue makes us wait. */
const SILENCE_TIMEOUT = 60_000;

/** Connections to AWS go through these; the outbound guard makes them. */
export interface OutboundAgents {
  httpAgent: HttpAgent;
  httpsAgent: HttpsAgent;
}

/** How clients of the AWS SDK connect. `silence` is how long in milliseconds is waited for an answer, and for more of it. */
export function requestHandlerOf(agents: OutboundAgents, silence = SILENCE_TIMEOUT): NodeHttpHandler {
  const handler = new NodeHttpHandler({
    httpAgent: agents.httpAgent,
    httpsAgent: agents.httpsAgent,
    connectionTimeout: CONNECT_TIMEOUT,
    requestTimeout: silence,
    throwOnRequestTimeout: true,
  });
  const handle = handler.handle.bind(handler);
  handler.handle = async (...call) => {
    const answer = await handle(...call);
    endWhenSilent(answer.response.body as IncomingMessage, silence);
    return answer;
  };
  return handler;
}

/**
 * Breaks off an answer of which nothing comes any more. The handler's own limits end with the answer's first line, and a reading that waits for
 * ever would hold up its source for as long. A large object may take as long as it needs.
 */
function endWhenSilent(body: IncomingMessage, silence: number): void {
  const { socket } = body;
  const onSilence = () => {
    // With data at hand it is we who do not read on, as while OpenSearch is down.
    if (body.readableLength > 0) socket.setTimeout(silence);
    else body.destroy(new Error(`nothing came for ${silence / 1_000} seconds`));
  };
  socket.setTimeout(silence, onSilence);
  body.once('close', () => socket.off('timeout', onSilence));
}
