import { openProbe, type FactContext } from './context';

const PREFIX = '/api/siem_probe/http';

/** How the HTTP client of the browser behaves. */
export function httpFacts(context: FactContext): void {
  const { fact } = context;

  fact('http.request', async (page) => {
    await openProbe(page, context);
    const answer = await page.evaluate(
      (path) =>
        window.siemProbe.start.core.http.post<Record<string, unknown>>(path, {
          query: { a: ['1', '2'], none: undefined, n: 3 },
          body: JSON.stringify({ x: 1 }),
          headers: { 'x-probe': 'here' },
        }),
      `${PREFIX}/validated/7`,
    );
    expect(answer).toMatchObject({
      params: { id: '7' },
      query: { a: ['1', '2'], n: '3', validated: true },
      body: { x: 1 },
      probeHeader: 'here',
    });
    expect(answer['query']).not.toHaveProperty('none');
  });

  fact('http.no_content', async (page) => {
    await openProbe(page, context);
    const answer = await page.evaluate(
      (path) => window.siemProbe.start.core.http.get(path),
      `${PREFIX}/answer/noContent`,
    );
    expect(answer).toBe('');
  });

  fact('http.error', async (page) => {
    await openProbe(page, context);
    const failure = await page.evaluate(
      (path) =>
        window.siemProbe.start.core.http.get(path).catch((error) => ({
          name: error.name,
          message: error.message,
          status: error.response.status,
          body: error.body,
        })),
      `${PREFIX}/answer/badRequest`,
    );
    expect(failure).toEqual({
      name: 'Error',
      message: 'Bad Request',
      status: 400,
      body: {
        statusCode: 400,
        error: 'Bad Request',
        message: 'not so',
        attributes: { code: 'bad_thing', retryable: false },
      },
    });
  });

  fact('http.abort', async (page) => {
    await openProbe(page, context);
    const failure = await page.evaluate((path) => {
      const controller = new AbortController();
      const call = window.siemProbe.start.core.http.get(path, { signal: controller.signal });
      controller.abort();
      return call.catch((error) => ({ name: error.name, hasResponse: error.response !== undefined }));
    }, `${PREFIX}/answer/ok`);
    expect(failure).toEqual({ name: 'AbortError', hasResponse: false });
  });
}
