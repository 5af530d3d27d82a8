import fc from 'fast-check';
import { parse, parseCIDR } from 'ipaddr.js';
import { AddressSet } from './address_set';

/** What the library says, block by block. */
function naive(values: string[], address: string): boolean {
  const wanted = parse(address);
  return values.some((value) => {
    const [base, bits] = value.includes('/')
      ? parseCIDR(value)
      : [parse(value), value.includes(':') ? 128 : 32];
    return base.kind() === wanted.kind() && wanted.match(base as never, bits as never);
  });
}

// Few distinct first octets and groups, so that blocks nest, touch and hit.
const short = fc
  .tuple(fc.constantFrom(9, 10, 11, 223), fc.constantFrom(0, 1, 128, 255), fc.nat(3), fc.nat(255))
  .map((octets) => octets.join('.'));
const long = fc
  .tuple(fc.constantFrom('2001', 'fe80'), fc.constantFrom('db8', '0', 'ffff'), fc.nat(3), fc.nat(0xffff))
  .map(([a, b, c, d]) => `${a}:${b}::${c.toString(16)}:${d.toString(16)}`);
const block = fc.oneof(
  short,
  long,
  fc.tuple(short, fc.nat(32)).map(([address, bits]) => `${address}/${bits}`),
  fc.tuple(long, fc.nat(128)).map(([address, bits]) => `${address}/${bits}`),
);

test('holds exactly the addresses that a naive matcher holds', () => {
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 30 }),
      fc.array(fc.oneof(short, long), { minLength: 1, maxLength: 30 }),
      (values, addresses) => {
        const set = new AddressSet(values);
        for (const address of addresses)
          expect([address, set.has(address)]).toEqual([address, naive(values, address)]);
      },
    ),
    { numRuns: process.env.SIEM_SOAK ? 5_000 : 300 },
  );
});

test.each([
  ['0.0.0.0/0', '255.255.255.255'],
  ['255.255.255.255', '255.255.255.255'],
  ['0.0.0.0', '0.0.0.0'],
  ['::/0', 'ffff::1'],
])('%s holds %s', (value, address) => {
  expect(new AddressSet([value]).has(address)).toBe(true);
});

test('neighbouring blocks become one range, nested ones are swallowed', () => {
  const set = new AddressSet(['10.0.0.0/25', '10.0.0.128/25', '10.0.0.7', '10.0.1.0/24']);
  expect(['10.0.0.0', '10.0.1.255'].every((address) => set.has(address))).toBe(true);
  expect(['9.255.255.255', '10.0.2.0'].some((address) => set.has(address))).toBe(false);
});

test('what is no address is refused', () => {
  expect(() => new AddressSet(['10.0.0.0/33'])).toThrow('10.0.0.0/33');
});

test('a hundred thousand networks are asked in well under a millisecond', () => {
  const values = Array.from(
    { length: 100_000 },
    (_, at) => `${11 + (at >> 16)}.${(at >> 8) & 255}.${at & 255}.0/25`,
  );
  const set = new AddressSet(values);
  const startedAt = process.hrtime.bigint();
  let held = 0;
  for (let at = 0; at < 100_000; at++) if (set.has(`11.${at & 255}.${(at >> 8) & 255}.${at & 127}`)) held++;
  expect(held).toBeGreaterThan(65_000);
  expect(Number(process.hrtime.bigint() - startedAt) / 1e6).toBeLessThan(1_000);
});
