import type { Search, SearchAnswer, SearchRequest } from '../ports';
import { HEAVIEST_CALL, limitSearches } from './search_budget';

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A search whose calls are answered one by one, by hand; each answer names its request. */
function heldSearch() {
  const calls: Array<{ size: number; answer(): Promise<void>; fail(): Promise<void> }> = [];
  const search = {
    msearch: (requests: SearchRequest[]) =>
      new Promise<SearchAnswer[]>((resolve, reject) => {
        calls.push({
          size: requests.length,
          answer: () => (
            resolve(requests.map(({ index }) => ({ index }) as unknown as SearchAnswer)),
            settled()
          ),
          fail: () => (reject(new Error('away')), settled()),
        });
      }),
  } as unknown as Search;
  return { search, calls };
}
const requests = (name: string, count = 1) =>
  Array.from({ length: count }, (_, n) => ({ index: `${name}${n}`, body: {} }));

describe('the budget of searches', () => {
  it('lets so many calls go at once, and those that wait together, up to a weight', async () => {
    const { search, calls } = heldSearch();
    const limited = limitSearches(search, 2);
    const answers = [
      limited.msearch(requests('a')),
      limited.msearch(requests('b')),
      limited.msearch(requests('c', HEAVIEST_CALL - 20)),
      limited.msearch(requests('d', 20)),
      limited.msearch(requests('e', 5), undefined, HEAVIEST_CALL),
      limited.msearch(requests('f')),
    ];
    await settled();
    expect(calls.map(({ size }) => size)).toEqual([HEAVIEST_CALL - 18, 20]);
    await calls[0]?.answer();
    expect(calls[2]?.size).toBe(5);
    await calls[1]?.answer();
    expect(calls[3]?.size).toBe(1);
    for (const call of calls.slice(2)) await call.answer();
    for (const call of calls.slice(4)) await call.answer();
    expect((await Promise.all(answers)).map((own) => (own[0] as unknown as SearchRequest).index)).toEqual([
      'a0',
      'b0',
      'c0',
      'd0',
      'e0',
      'f0',
    ]);
  });

  it('goes on after a failure, and leaves out what was given up while it waited', async () => {
    const { search, calls } = heldSearch();
    const limited = limitSearches(search, 1);
    const first = limited.msearch(requests('a')).catch((error: Error) => error.message);
    await settled();
    const abort = new AbortController();
    const second = limited.msearch(requests('b'), abort.signal).catch(() => 'given up');
    const third = limited.msearch(requests('c'));
    abort.abort();
    await settled();
    await calls[0]?.fail();
    expect(await first).toBe('away');
    expect(await second).toBe('given up');
    expect(calls[1]?.size).toBe(1);
    await calls[1]?.answer();
    expect(await third).toHaveLength(1);
  });
});
