import * as fc from 'fast-check';
import { entityKindOf, entityQuery, ENTITY_KINDS, isEntity } from './entity';
import { filterQueries, valueQuery } from './event_filter';
import { parseLucene } from './query/lucene';
import { SIGNAL_IDS, signalQuery } from './signal';

describe('filterQueries', () => {
  it('takes values of one field as alternatives, and refuses each of the others', () => {
    expect(
      filterQueries([
        { field: 'type', value: 'a' },
        { field: 'user.name', value: 'x"y' },
        { field: 'type', value: 'b' },
        { field: 'source.ip', value: '10.0.0.0/8', negate: true },
      ]),
    ).toEqual({
      all: ['type:"a" OR type:"b"', 'user.name:"x\\"y"'],
      none: ['source.ip:"10.0.0.0/8"'],
    });
  });

  it('knows signals; one that there is not matches nothing', () => {
    expect(
      filterQueries([
        { field: 'signal', value: 'rejected' },
        { field: 'signal', value: 'nonsense', negate: true },
      ]),
    ).toEqual({ all: ['(type:vpcflow AND (event.action:reject))'], none: ['(*:* NOT *:*)'] });
  });
});

describe('Lucene of ours', () => {
  it('can be read, whatever the value', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...ENTITY_KINDS), (value, kind) => {
        parseLucene(valueQuery('user.name', value));
        parseLucene(entityQuery(kind, value));
      }),
    );
  });

  it.each(SIGNAL_IDS)('signal %s', (id) => {
    expect(() => parseLucene(signalQuery(id))).not.toThrow();
  });
});

describe('entities', () => {
  it.each([
    ['source.ip', 'ip'],
    ['user.name', 'user'],
    ['cloud.account.id', 'account'],
    ['aws.s3access.bucket', 'bucket'],
    ['aws.elb.name', 'load_balancer'],
    ['event.action', undefined],
  ])('%s names %s', (field, kind) => expect(entityKindOf(field)).toBe(kind));

  it.each([
    ['203.0.113.7', true],
    ['2001:db8::1', true],
    ['::ffff:192.0.2.1', true],
    ['203.0.113.700', false],
    ['203.0.113', false],
    ['AWS Internal', false],
    ['10.0.0.0/8', false],
  ])('%s is an address: %s', (value, expected) => expect(isEntity('ip', value)).toBe(expected));
});
