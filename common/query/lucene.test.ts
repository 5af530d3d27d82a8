import fc from 'fast-check';
import { parseLucene } from './lucene';
import { mentionsOf } from './mentions';
import { QueryError } from './query_error';
import { luceneTraps } from './traps';

describe('reading Lucene', () => {
  it.each([
    ['a:b', [{ field: 'a', form: 'value', values: ['b'], quoted: false, at: 0 }]],
    ['user.name:"x y"~2^3', [{ field: 'user.name', form: 'value', values: ['x y'], quoted: true, at: 0 }]],
    [
      'a:(b OR "@c")',
      [
        { field: 'a', form: 'value', values: ['b'], quoted: false, at: 3 },
        { field: 'a', form: 'value', values: ['@c'], quoted: true, at: 8 },
      ],
    ],
    ['_exists_:source.ip', [{ field: 'source.ip', form: 'exists', values: [], quoted: false, at: 0 }]],
    ['a:[1 TO *}', [{ field: 'a', form: 'range', values: ['1'], quoted: false, at: 0 }]],
    ['a:>=5', [{ field: 'a', form: 'range', values: ['5'], quoted: false, at: 0 }]],
    ['a:/x.*/', [{ field: 'a', form: 'regexp', values: ['/x.*/'], quoted: false, at: 0 }]],
    [
      'a:x* -b:\\*',
      [
        { field: 'a', form: 'wildcard', values: ['x*'], quoted: false, at: 0 },
        { field: 'b', form: 'value', values: ['*'], quoted: false, at: 6 },
      ],
    ],
    ['foo', [{ form: 'value', values: ['foo'], quoted: false, at: 0 }]],
    [
      'source.ip:"2001:db8::/32"',
      [{ field: 'source.ip', form: 'value', values: ['2001:db8::/32'], quoted: true, at: 0 }],
    ],
    [
      '@timestamp:[2026-01-01T00:00:00 TO now]',
      [{ field: '@timestamp', form: 'range', values: ['2026-01-01T00:00:00', 'now'], quoted: false, at: 0 }],
    ],
    [
      'cloud.account.id:1 && event-x:y',
      [
        { field: 'cloud.account.id', form: 'value', values: ['1'], quoted: false, at: 0 },
        { field: 'event-x', form: 'value', values: ['y'], quoted: false, at: 22 },
      ],
    ],
  ])('%s', (text, mentions) => {
    expect(mentionsOf('lucene', text)).toEqual(mentions);
  });

  it.each([
    ['a:(b', 2, /never closed/],
    ['a OR', 2, /"OR" needs something after it/],
    ['AND a', 0, /"AND" needs something before it/],
    ['a)', 1, /expected a term or the end/],
    ['a:"b', 2, /closing quotation mark/],
  ])('%s is wrong at %i', (text, at, message) => {
    expect(() => parseLucene(text)).toThrow(
      expect.objectContaining({ at, message: expect.stringMatching(message) }),
    );
  });

  it('reads or refuses any text, and never fails otherwise', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          parseLucene(text);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
        }
      }),
    );
  });

  it.each([
    ['a:1 OR NOT b:2', ['or_not']],
    ['a:1 AND NOT b:2', []],
    ['a:1 OR b:2 AND c:3', ['mixed_operators']],
    ['a:1 OR (b:2 AND c:3)', []],
    ['a:x y', ['bare_word']],
    ['a:x b:y', []],
    ['(a:1 OR -b:2) AND c:3', ['or_not']],
  ])('traps in %s', (text, codes) => {
    expect(luceneTraps(text).map(({ code }) => code)).toEqual(codes);
  });
});
