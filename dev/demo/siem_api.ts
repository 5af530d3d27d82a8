/** The plugin's HTTP API as a script calls it. */
export interface SiemApi {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
}

/** Calls the API of a host at `url`. A refusal becomes an Error with the host's own message. */
export function createSiemApi(url: string): SiemApi {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'osd-xsrf': 'true', ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${messageOf(text)}`);
    return JSON.parse(text) as T;
  }
  return { get: (path) => call('GET', path), post: (path, body) => call('POST', path, body) };
}

function messageOf(text: string): string {
  try {
    return (JSON.parse(text) as { message?: string }).message ?? text;
  } catch {
    return text;
  }
}
