import http from 'http';
import https from 'https';
import { SiemError } from '../../core/errors';
import type { OutboundMessage } from '../../core/ports';
import type { Guard } from './guard';

type HttpMessage = Extract<OutboundMessage, { kind: 'http' }>;

const TIMEOUT_MS = 15_000;
/** As much of an answer as is read; the rest is of no interest. */
const ANSWER_BYTES = 64 * 1_024;
const EXCERPT = 300;
/** Client errors that pass: time-out, too early, too many requests. */
const PASSING = new Set([408, 425, 429]);

interface Answer {
  status: number;
  text: string;
}

/** Sends one request. Redirects are not followed: a new address would be a receiver nobody chose. */
export async function sendHttp(
  guard: Guard,
  message: HttpMessage,
  signal?: AbortSignal,
): Promise<{ detail: string }> {
  const { status, text } = await exchange(guard, message, signal);
  if (status >= 200 && status < 300) return { detail: `The receiver answered ${status}.` };
  const excerpt = text.trim().slice(0, EXCERPT);
  const answered = `The receiver answered ${status}${excerpt ? `: ${excerpt}` : ''}.`;
  if (status >= 500 || PASSING.has(status)) throw new SiemError('delivery_failed', answered);
  if (status >= 300 && status < 400) {
    throw new SiemError(
      'delivery_refused',
      `The receiver answered ${status}, and redirects are not followed: use the address it leads to.`,
    );
  }
  throw new SiemError('delivery_refused', answered);
}

function exchange(guard: Guard, message: HttpMessage, signal?: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { url, method, body } = message;
    let request: http.ClientRequest;
    const fail = (error: Error) => {
      clearTimeout(deadline);
      reject(deliveryError(error, message));
    };
    const deadline = setTimeout(
      () => request.destroy(new Error(`no answer within ${TIMEOUT_MS / 1_000} s`)),
      TIMEOUT_MS,
    );
    try {
      const target = new URL(url);
      const secure = target.protocol === 'https:';
      const headers = { ...message.headers, 'content-length': String(Buffer.byteLength(body)) };
      const agent = secure ? guard.httpsAgent : guard.httpAgent;
      request = (secure ? https : http).request(target, { method, headers, agent, signal });
    } catch (error) {
      fail(error as Error);
      return;
    }
    request.on('error', fail);
    request.on('response', (response) => {
      readText(response).then((text) => {
        clearTimeout(deadline);
        resolve({ status: response.statusCode ?? 0, text });
      }, fail);
    });
    request.end(body);
  });
}

async function readText(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > ANSWER_BYTES) break;
  }
  return Buffer.concat(chunks).toString('utf8', 0, ANSWER_BYTES);
}

/** A request that Node will not even make is wrong for good; one that did not get through may later. */
function deliveryError(error: Error, { url }: HttpMessage): SiemError {
  if (error instanceof SiemError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const wrong = code.startsWith('ERR_INVALID') || code === 'ERR_UNESCAPED_CHARACTERS';
  const host = /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? 'The receiver';
  return new SiemError(
    wrong ? 'delivery_refused' : 'delivery_failed',
    wrong
      ? `The request cannot be made: ${error.message}.`
      : `${host} could not be reached: ${error.message}.`,
    { cause: error },
  );
}
