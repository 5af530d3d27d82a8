import { parseRison } from './rison';
import { getStateFromOsdUrl } from './url_state';

describe('parseRison', () => {
  it.each([
    [
      "(index:logs,query:(language:lucene,query:'type:elblogs'))",
      { index: 'logs', query: { language: 'lucene', query: 'type:elblogs' } },
    ],
    ["!(type,source.ip,'@timestamp')", ['type', 'source.ip', '@timestamp']],
    ['(a:!t,b:!f,c:!n,d:-1.5,e:!(),f:())', { a: true, b: false, c: null, d: -1.5, e: [], f: {} }],
    ["'it!'s 5 !!'", "it's 5 !"],
    ['now-24h', 'now-24h'],
  ])('reads %s', (text, expected) => {
    expect(parseRison(text)).toEqual(expected);
  });

  it.each(['(a:1', '!x', "'open", ''])('refuses %s', (text) => {
    expect(() => parseRison(text)).toThrow('Not rison');
  });
});

describe('getStateFromOsdUrl', () => {
  it('finds a state behind the #', () => {
    const url = 'http://h/app/discover#/?_g=(time:(from:now-1h,to:now))&_a=(index:logs)';
    expect(getStateFromOsdUrl('_a', url)).toEqual({ index: 'logs' });
    expect(getStateFromOsdUrl('_q', url)).toBeNull();
  });
});
