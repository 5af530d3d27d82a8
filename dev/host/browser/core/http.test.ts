import { createHttp } from './http';

const http = createHttp('/base', '2.8.0');

/** Answers the next call, and remembers its request. Relative URLs need a page, which tests lack. */
function answer(response: Response | Error): Request[] {
  const requests: Request[] = [];
  jest.spyOn(globalThis, 'Request').mockImplementation(((url: string, init: RequestInit) => {
    const request = { url, headers: init.headers, method: init.method } as Request;
    requests.push(request);
    return request;
  }) as never);
  jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() =>
      response instanceof Error ? Promise.reject(response) : Promise.resolve(response),
    );
  return requests;
}

const json = (body: unknown, status = 200, statusText = '') =>
  new Response(JSON.stringify(body), {
    status,
    statusText,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });

afterEach(() => jest.restoreAllMocks());

describe('the HTTP client', () => {
  it('adds base path, version and xsrf header, repeats arrays and drops undefined', async () => {
    const requests = answer(json({ a: 1 }));
    await expect(http.get('/api/x', { query: { a: ['1', '2'], b: undefined, c: 3 } })).resolves.toEqual({
      a: 1,
    });
    expect(requests[0]?.url).toBe('/base/api/x?a=1&a=2&c=3');
    const headers = requests[0]?.headers as Headers;
    expect(headers.get('osd-xsrf')).toBe('osd-fetch');
    expect(headers.get('osd-version')).toBe('2.8.0');
    expect(headers.get('content-type')).toBe('application/json');
  });

  it('leaves the content type of an upload to the browser', async () => {
    const requests = answer(json({}));
    await http.post('/api/x', { body: 'x', headers: { 'Content-Type': undefined } });
    expect((requests[0]?.headers as Headers).has('content-type')).toBe(false);
  });

  it('rejects with the status text and the parsed body', async () => {
    answer(json({ statusCode: 404, message: 'no such rule' }, 404, 'Not Found'));
    await expect(http.get('/api/x')).rejects.toMatchObject({
      name: 'Error',
      message: 'Not Found',
      body: { message: 'no such rule' },
      response: { status: 404 },
    });
  });

  it("rejects with the network's own name and without response when nothing answers", async () => {
    answer(new TypeError('Failed to fetch'));
    await expect(http.get('/api/x')).rejects.toMatchObject({ name: 'TypeError', response: undefined });
  });

  it('knows paths with and without the base', () => {
    expect(http.basePath.prepend('/app/siem')).toBe('/base/app/siem');
    expect(http.basePath.remove('/base/app/siem')).toBe('/app/siem');
    expect(http.basePath.remove('/based/app')).toBe('/based/app');
  });
});
