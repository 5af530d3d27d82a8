import fc from 'fast-check';
import { parseRison } from '../../dev/host/browser/plugins/rison';
import { toRison } from './rison';

describe('toRison', () => {
  it.each([
    [{ time: { from: 'now-24h', to: 'now' } }, '(time:(from:now-24h,to:now))'],
    ['type:elblogs', "'type:elblogs'"],
    ['', "''"],
    ['12', "'12'"],
    ["it's 5 !", "'it!'s 5 !!'"],
    [['a', 1, true, false, null], '!(a,1,!t,!f,!n)'],
    [1e21, '1e21'],
    [{ a: undefined, '@timestamp': 'b' }, "('@timestamp':b)"],
  ])('writes %j as %s', (value, expected) => {
    expect(toRison(value)).toBe(expected);
  });

  it('is read back as it was', () => {
    const values = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__'));
    fc.assert(
      fc.property(values, (value) => {
        // There is one zero in JSON.
        const json: unknown = JSON.parse(JSON.stringify(value));
        expect(parseRison(toRison(json))).toEqual(json);
      }),
    );
  });
});
