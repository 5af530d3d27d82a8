import fc from 'fast-check';
import { parse, parseCIDR } from 'ipaddr.js';
import {
  blocksOf,
  coverRanges,
  formatAddress,
  holdsAddress,
  mergeRanges,
  parseAddress,
  parseRanges,
} from './address_ranges';

/** Few different bits, so that blocks touch, overlap and hold the addresses. */
const octet = fc.constantFrom(0, 1, 2, 127, 128, 254, 255);
const ipv4 = fc.tuple(fc.constantFrom(10, 11, 255, 0), octet, octet, octet).map((parts) => parts.join('.'));
const ipv6 = fc
  .tuple(
    fc.constantFrom('2001:db8', '0:0', 'ffff:ffff'),
    fc.constantFrom('0:0:0:0', '0:0:1:0', '1:0:0:0'),
    octet,
    octet,
  )
  .map(([high, middle, third, fourth]) => `${high}:${middle}:${third.toString(16)}00:${fourth.toString(16)}`);
const address = fc.oneof(ipv4, ipv6);
const block = fc.oneof(
  address,
  fc.tuple(ipv4, fc.integer({ min: 0, max: 32 })).map(([base, bits]) => `${base}/${bits}`),
  fc.tuple(ipv6, fc.integer({ min: 0, max: 128 })).map(([base, bits]) => `${base}/${bits}`),
);

function holdsNaively(blocks: string[], text: string): boolean {
  const wanted = parse(text);
  return blocks.some((each) => {
    const [base, bits] = each.includes('/') ? parseCIDR(each) : [parse(each), undefined];
    return base.kind() === wanted.kind() && wanted.match(base, bits ?? (base.kind() === 'ipv4' ? 32 : 128));
  });
}

const rangesOf = (blocks: string[]) => mergeRanges(blocks.flatMap((each) => parseRanges(each) ?? []));
const numberOf = (text: string) => parseAddress(text) ?? -1n;

describe('blocksOf', () => {
  it('are the same addresses', () => {
    fc.assert(
      fc.property(fc.array(block), (texts) => {
        const ranges = rangesOf(texts);
        expect(rangesOf(ranges.flatMap(blocksOf))).toEqual(ranges);
      }),
    );
  });

  it.each([
    ['10.0.0.0/25 10.0.0.128/25', '10.0.0.0/24'],
    ['10.0.0.1 10.0.0.2/31', '10.0.0.1/32 10.0.0.2/31'],
    ['0.0.0.0/0', '0.0.0.0/0'],
  ])('%s are %s', (texts, blocks) => {
    expect(rangesOf(texts.split(' ')).flatMap(blocksOf).join(' ')).toBe(blocks);
  });
});

describe('address ranges', () => {
  it('hold what the blocks they were merged from hold', () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 30 }),
        fc.array(address, { minLength: 10 }),
        (blocks, asked) => {
          const merged = rangesOf(blocks);
          for (const text of asked) {
            expect([text, holdsAddress(merged, numberOf(text))]).toEqual([text, holdsNaively(blocks, text)]);
          }
        },
      ),
    );
  });

  it('are in order and apart once merged', () => {
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        const merged = rangesOf(blocks);
        merged
          .slice(1)
          .forEach(({ from }, index) => expect(from > (merged[index]?.to ?? 0n) + 1n).toBe(true));
        expect(mergeRanges([...merged].reverse())).toEqual(merged);
      }),
    );
  });

  it('are covered by few that hold at least the same', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1 }), fc.integer({ min: 1, max: 6 }), (blocks, most) => {
        const merged = rangesOf(blocks);
        const cover = coverRanges(merged, most);
        expect(cover).toHaveLength(Math.min(most, merged.length));
        for (const { from, to } of merged) {
          expect(cover.some((each) => each.from <= from && to <= each.to)).toBe(true);
        }
      }),
    );
  });

  it('bridge the smallest gaps', () => {
    const merged = rangesOf(['10.0.0.0/24', '10.0.2.0/24', '10.9.0.0/24']);
    expect(coverRanges(merged, 2).map(({ from, to }) => [formatAddress(from), formatAddress(to)])).toEqual([
      ['10.0.0.0', '10.0.2.255'],
      ['10.9.0.0', '10.9.0.255'],
    ]);
  });

  it('are written as they are read', () => {
    fc.assert(
      fc.property(address, (text) => {
        expect(parseAddress(formatAddress(numberOf(text)))).toBe(numberOf(text));
      }),
    );
  });

  it.each([
    ['192.0.2.7', [['192.0.2.7', '192.0.2.7']]],
    ['192.0.2.7/24', [['192.0.2.0', '192.0.2.255']]],
    ['0.0.0.0/0', [['0.0.0.0', '255.255.255.255']]],
    ['::ffff:192.0.2.0/120', [['192.0.2.0', '192.0.2.255']]],
    // IPv6 as a whole leaves IPv4 out.
    [
      '::/0',
      [
        ['0000:0000:0000:0000:0000:0000:0000:0000', '0000:0000:0000:0000:0000:fffe:ffff:ffff'],
        ['0000:0000:0000:0000:0001:0000:0000:0000', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
      ],
    ],
    [
      '2001:db8::/127',
      [['2001:0db8:0000:0000:0000:0000:0000:0000', '2001:0db8:0000:0000:0000:0000:0000:0001']],
    ],
  ])('of %s', (text, expected) => {
    expect(parseRanges(text)?.map(({ from, to }) => [formatAddress(from), formatAddress(to)])).toEqual(
      expected,
    );
  });

  it.each([
    '',
    'evil.example',
    '192.0.2',
    '192.0.2.256',
    '010.0.0.1',
    '192.0.2.0/33',
    '192.0.2.0/',
    '192.0.2.0/8/8',
    '1',
    'fe80::1%eth0',
    '::/129',
    '::g',
  ])('are not read from %j', (text) => expect(parseRanges(text)).toBeUndefined());
});
