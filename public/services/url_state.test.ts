import { readParams, writeParams } from './url_state';

const defaults = { from: 'now-24h', to: 'now', query: '' };

describe('URL state', () => {
  it('is the defaults without a query string', () => {
    expect(readParams('', defaults)).toEqual(defaults);
  });

  it('comes out as it went in, defaults left out', () => {
    const search = writeParams('', { query: 'a:"b & c#d"', to: 'now' }, defaults);
    expect(search).toBe('?query=a%3A%22b+%26+c%23d%22');
    expect(readParams(search, defaults)).toEqual({ ...defaults, query: 'a:"b & c#d"' });
  });

  it('leaves parameters of others alone', () => {
    expect(writeParams('?other=1&from=now-1h', { from: 'now-24h' }, defaults)).toBe('?other=1');
  });
});
