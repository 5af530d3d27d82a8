import http from 'http';
import https from 'https';
import { createGunzip } from 'zlib';
import { SiemError } from '../../core/errors';
import type { Download, DownloadAnswer, DownloadRequest } from '../../core/ports';
import type { Guard } from './guard';

const TIMEOUT_MS = 120_000;
/** Client errors that pass: time-out, too early, too many requests. */
const PASSING = new Set([408, 425, 429]);

/** Fetches texts through the address guard. Redirects are not followed: a new address would be a server nobody chose. */
export function createDownload(guard: Guard): Download {
  return {
    async get(request, signal) {
      const ended = new AbortController();
      const end = () => ended.abort();
      signal?.addEventListener('abort', end, { once: true });
      const deadline = setTimeout(end, TIMEOUT_MS);
      try {
        return await fetchText(guard, request, ended.signal);
      } catch (thrown) {
        if (thrown instanceof SiemError) throw thrown;
        const reason =
          ended.signal.aborted && !signal?.aborted
            ? `no end within ${TIMEOUT_MS / 1_000} s`
            : (thrown as Error).message;
        throw new SiemError('download_failed', `${request.url} could not be fetched: ${reason}.`, {
          cause: thrown,
        });
      } finally {
        clearTimeout(deadline);
        signal?.removeEventListener('abort', end);
      }
    },
  };
}

async function fetchText(
  guard: Guard,
  request: DownloadRequest,
  signal: AbortSignal,
): Promise<DownloadAnswer> {
  const { url, etag, lastModified, maxBytes } = request;
  const response = await open(guard, request, signal);
  const status = response.statusCode ?? 0;
  if (status === 304 && (etag !== undefined || lastModified !== undefined)) {
    response.resume();
    return 'unchanged';
  }
  if (status !== 200) {
    response.destroy();
    throw refusal(url, status);
  }
  const zipped = /gzip/.test(response.headers['content-encoding'] ?? '');
  const body = zipped ? response.pipe(createGunzip()) : response;
  response.on('error', (error) => body.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) {
      response.destroy();
      throw new SiemError(
        'download_refused',
        `${url} has more than ${maxBytes} bytes, which are the most that are read.`,
      );
    }
    chunks.push(chunk as Buffer);
  }
  return {
    text: Buffer.concat(chunks).toString('utf8'),
    etag: response.headers.etag,
    lastModified: response.headers['last-modified'],
  };
}

function open(
  guard: Guard,
  { url, etag, lastModified }: DownloadRequest,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const target = new URL(url);
    const secure = target.protocol === 'https:';
    const headers = {
      accept: 'text/plain, text/csv, */*',
      'accept-encoding': 'gzip',
      ...(etag !== undefined && { 'if-none-match': etag }),
      ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
    };
    const agent = secure ? guard.httpsAgent : guard.httpAgent;
    const request = (secure ? https : http).request(target, { method: 'GET', headers, agent, signal });
    request.on('error', reject);
    request.on('response', resolve);
    request.end();
  });
}

function refusal(url: string, status: number): SiemError {
  if (status >= 300 && status < 400) {
    return new SiemError(
      'download_refused',
      `${url} answered ${status}, and redirects are not followed: use the address it leads to.`,
    );
  }
  const passing = status >= 500 || PASSING.has(status);
  return new SiemError(passing ? 'download_failed' : 'download_refused', `${url} answered ${status}.`);
}
