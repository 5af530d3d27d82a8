import type { HostUnderTest } from './host_under_test';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body; undefined when it is not JSON. */
  json: unknown;
}

/** What became of a call inside the probe plugin. */
export interface Outcome<T = Record<string, unknown>> {
  result: T;
  error: {
    name: string;
    message: string;
    isBoom: boolean;
    boomStatus?: number;
    statusCode?: number;
    errorType?: string;
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Sends one request to the host; objects go as JSON, and `osd-xsrf` goes along unless headers are given. */
export async function send(
  host: HostUnderTest,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = { 'osd-xsrf': 'contract' },
): Promise<Answer> {
  const answer = await fetch(host.url + path, {
    method,
    redirect: 'manual',
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: parsed(text) };
}

/** Calls a method of one of the host's services from inside the probe plugin. */
export async function callInside<T = Record<string, unknown>>(
  host: HostUnderTest,
  service: string,
  ...args: unknown[]
): Promise<Outcome<T>> {
  return (await send(host, 'POST', `/api/siem_probe/${service}`, args)).json as Outcome<T>;
}
