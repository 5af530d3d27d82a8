import * as fc from 'fast-check';
import { parseDql } from '../../../common/query/dql';
import { parseLucene } from '../../../common/query/lucene';
import { complete, completionAt } from './completion';

/** `|` marks the caret. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  return completionAt(marked.replace('|', ''), caret);
}

describe('completionAt', () => {
  it.each([
    ['sour|', { kind: 'field', typed: 'sour', from: 0, to: 4 }],
    ['type:elblogs AND us|er', { kind: 'field', typed: 'us', from: 17, to: 21 }],
    ['(NOT url.p|', { kind: 'field', typed: 'url.p', from: 5, to: 10 }],
    ['type:|', { kind: 'value', field: 'type', typed: '', quoted: false, from: 5, to: 5 }],
    ['type : el|', { kind: 'value', field: 'type', typed: 'el', quoted: false, from: 7, to: 9 }],
    ['type:(a OR b|', { kind: 'value', field: 'type', typed: 'b', quoted: false, from: 11, to: 12 }],
    ['user.name:"al|"', { kind: 'value', field: 'user.name', typed: 'al', quoted: true, from: 10, to: 14 }],
    ['source.ip:"@bl|', { kind: 'list', typed: 'bl', from: 10, to: 14 }],
  ])('%s', (marked, expected) => expect(at(marked)).toEqual(expected));

  it.each(['|', 'type:a |', 'type:a AND|', 'us|er.name:x', '"free te|'])('offers nothing at %s', (marked) =>
    expect(at(marked)).toBeUndefined(),
  );
});

describe('complete', () => {
  it.each([
    ['sour|', 'source.ip', 'source.ip:'],
    ['a:b AND us|er', 'user.name', 'a:b AND user.name:'],
    ['type:el|', 'elblogs', 'type:elblogs'],
    ['url.path:|', '/login', 'url.path:"/login"'],
    ['a:"x|" AND b:c', 'x "y"', 'a:"x \\"y\\"" AND b:c'],
    ['source.ip:"@|', 'blocklist', 'source.ip:"@blocklist"'],
  ])('%s with %s', (marked, choice, expected) => {
    const caret = marked.indexOf('|');
    const text = marked.replace('|', '');
    const completion = completionAt(text, caret);
    if (!completion) throw new Error('nothing to complete');
    expect(complete(text, completion, choice, 'lucene').text).toBe(expected);
  });

  it('makes queries that can be read of whatever values there are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        const [completion] = [completionAt('type:', 5)];
        if (!completion) throw new Error('nothing to complete');
        const { text } = complete('type:', completion, value, 'lucene');
        parseLucene(text);
        parseDql(text);
      }),
    );
  });
});
