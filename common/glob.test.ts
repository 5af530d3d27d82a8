import { globText, hasWildcards, matchGlob, parseGlob } from './glob';

describe('globs', () => {
  it.each([
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['a*c', 'abbbc', true],
    ['a*c', 'abcd', false],
    ['*a*b*', 'xxaxxbxx', true],
    ['*ab', 'aab', true],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['*/us-east-1/*', 'AWSLogs/1/CloudTrail/us-east-1/2026/x.gz', true],
    ['a.c', 'abc', false],
    ['a\\*c', 'a*c', true],
    ['a\\*c', 'abc', false],
    ['ends\\', 'ends\\', true],
  ])('%j fits %j: %p', (glob, text, expected) => {
    expect(matchGlob(parseGlob(glob), text)).toBe(expected);
  });

  it('takes no longer for many wildcards', () => {
    expect(matchGlob(parseGlob(`${'*a'.repeat(100)}*b`), 'a'.repeat(8_000))).toBe(false);
  });

  it('knows texts without wildcards', () => {
    expect(hasWildcards(parseGlob('a\\*b'))).toBe(false);
    expect(globText(parseGlob('a\\*b'))).toBe('a*b');
  });
});
