import type {
  HttpFetchOptions,
  HttpHandler,
  HttpStart,
} from '../../../../types/opensearch_dashboards_public';
import { HttpFetchError } from './http_fetch_error';

interface FetchOptions extends HttpFetchOptions {
  method?: string;
  asResponse?: boolean;
}

/** The browser's HTTP client: host-contracts 3.2. */
export function createHttp(serverBasePath: string, version: string): HttpStart {
  const basePath = {
    get: () => serverBasePath,
    prepend: (path: string) => (path.startsWith('/') ? `${serverBasePath}${path}` : path),
    remove: (path: string) =>
      path === serverBasePath || path.startsWith(`${serverBasePath}/`)
        ? path.slice(serverBasePath.length)
        : path,
  };

  async function call(path: string, options: FetchOptions = {}): Promise<unknown> {
    const request = new Request(`${basePath.prepend(path)}${queryString(options.query)}`, {
      method: options.method ?? 'GET',
      body: options.body,
      headers: headersOf(options, version),
      signal: options.signal,
      credentials: 'same-origin',
    });
    const response = await send(request);
    const body = await bodyOf(request, response);
    if (!response.ok) throw new HttpFetchError(response.statusText, 'Error', request, response, body);
    return options.asResponse ? { fetchOptions: options, request, response, body } : body;
  }

  const handler = (method: string) =>
    ((path: string, options?: HttpFetchOptions) => call(path, { ...options, method })) as HttpHandler;
  return {
    basePath,
    get: handler('GET'),
    post: handler('POST'),
    put: handler('PUT'),
    patch: handler('PATCH'),
    delete: handler('DELETE'),
    head: handler('HEAD'),
    fetch: call as HttpHandler,
  };
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const { message, name } = error as Error;
    throw new HttpFetchError(message, name || 'Error', request);
  }
}

async function bodyOf(request: Request, response: Response): Promise<unknown> {
  try {
    const type = response.headers.get('content-type') ?? '';
    if (/^application\/(x-)?ndjson/.test(type)) return await response.blob();
    return type.startsWith('application/json') ? await response.json() : parsedIfJson(await response.text());
  } catch (error) {
    const { message, name } = error as Error;
    throw new HttpFetchError(message, name || 'Error', request, response);
  }
}

/** Text of another type is parsed as well, when it happens to be JSON. */
function parsedIfJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function headersOf(options: FetchOptions, version: string): Headers {
  const merged: Record<string, string | undefined> = {
    'Content-Type': 'application/json',
    ...options.headers,
    'osd-version': version,
    'osd-xsrf': 'osd-fetch',
    ...(options.asSystemRequest ? { 'osd-system-request': 'true' } : {}),
  };
  const headers = new Headers();
  for (const [name, value] of Object.entries(merged)) if (value !== undefined) headers.set(name, value);
  return headers;
}

/** Arrays repeat their key; undefined values are left out. */
function queryString(query: HttpFetchOptions['query'] = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) params.append(key, String(item));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}
