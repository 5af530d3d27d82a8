import fc from 'fast-check';
import { parseDql } from './dql';
import { QueryError } from './query_error';

const literal = (value: string | number | boolean | null, quoted = false) => ({ literal: value, quoted });

describe('reading DQL', () => {
  it.each([
    ['', { kind: 'all' }],
    ['type: elblogs', { kind: 'is', field: literal('type'), value: literal('elblogs'), at: 0 }],
    ['"two words"', { kind: 'is', value: literal('two words', true), at: 0 }],
    ['a: 5', { kind: 'is', field: literal('a'), value: literal(5), at: 0 }],
    ['a: "5"', { kind: 'is', field: literal('a'), value: literal('5', true), at: 0 }],
    ['a: true', { kind: 'is', field: literal('a'), value: literal(true), at: 0 }],
    ['a: x y', { kind: 'is', field: literal('a'), value: literal('x y'), at: 0 }],
    ['a: *', { kind: 'is', field: literal('a'), value: { wildcard: ['', ''] }, at: 0 }],
    ['a*: b*c', { kind: 'is', field: { wildcard: ['a', ''] }, value: { wildcard: ['b', 'c'] }, at: 0 }],
    ['a: \\*\\:', { kind: 'is', field: literal('a'), value: literal('*:'), at: 0 }],
    ['a >= 3', { kind: 'range', field: literal('a'), operator: 'gte', value: literal(3), at: 0 }],
    [
      'a: (x or not "y")',
      {
        kind: 'or',
        parts: [
          { kind: 'is', field: literal('a'), value: literal('x'), at: 0 },
          { kind: 'not', part: { kind: 'is', field: literal('a'), value: literal('y', true), at: 0 } },
        ],
      },
    ],
    [
      'a or b AND not c',
      {
        kind: 'or',
        parts: [
          { kind: 'is', value: literal('a'), at: 0 },
          {
            kind: 'and',
            parts: [
              { kind: 'is', value: literal('b'), at: 5 },
              { kind: 'not', part: { kind: 'is', value: literal('c'), at: 15 } },
            ],
          },
        ],
      },
    ],
    [
      'n: { a: 1 }',
      {
        kind: 'nested',
        path: 'n',
        part: { kind: 'is', field: literal('a'), value: literal(1), at: 5 },
      },
    ],
  ])('%s', (text, node) => {
    expect(parseDql(text)).toEqual(node);
  });

  it.each([
    ['a: (x or y', 10, /^expected "\)" to close "\(", but the query ends$/],
    ['a: "x', 3, /closing quotation mark/],
    ['a:', 2, /^expected a value, but the query ends$/],
    ['a: b)', 4, /^expected "and", "or" or the end of the query, but there is "\)"$/],
    ['a > b*', 4, /without \*/],
    [': x', 0, /^expected a field or a value/],
  ])('%s is wrong at %i', (text, at, message) => {
    let error: unknown;
    try {
      parseDql(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(QueryError);
    expect(error).toMatchObject({ at, message: expect.stringMatching(message) });
  });

  it('reads or refuses any text, and never fails otherwise', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      ':',
      '(',
      ')',
      '"',
      '\\',
      '*',
      '{',
      '}',
      ' or ',
      ' and ',
      'not ',
      '<',
      '5',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          try {
            parseDql(text);
          } catch (error) {
            expect(error).toBeInstanceOf(QueryError);
            expect((error as QueryError).at).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});
