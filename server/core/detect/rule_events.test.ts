import { eventsQueryOf } from './rule_events';

describe('the query of the events behind an alert', () => {
  it.each([
    [{ query: 'a:1' }, { language: 'lucene', text: 'a:1' }],
    [
      { query: 'a:1 OR b:2', exceptions: [{ query: 'c:3' }, { query: 'd:4 e:5' }] },
      { language: 'lucene', text: '(a:1 OR b:2) AND NOT (c:3) AND NOT (d:4 e:5)' },
    ],
    [
      { query: ' ', language: 'kuery' as const, exceptions: [{ query: 'c: 3' }] },
      { language: 'kuery', text: '* and not (c: 3)' },
    ],
  ])('%j', (rule, expected) => {
    expect(eventsQueryOf(rule)).toEqual(expected);
  });
});
