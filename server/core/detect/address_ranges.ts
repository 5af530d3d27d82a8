import { IPv6 } from 'ipaddr.js';

/**
 * Addresses from `from` to `to`, both included, as 128-bit numbers. IPv4 addresses are those of ::ffff:0:0/96 (RFC 4291, section 2.5.5.2), as
 * Lucene keeps them too, so that one order holds for both.
 */
export interface AddressRange {
  from: bigint;
  to: bigint;
}

const IPV4: AddressRange = { from: 0xffff_0000_0000n, to: 0xffff_ffff_ffffn };

/** The range of an address or CIDR block; undefined for any other text. A block of IPv6 has no IPv4 addresses in it, so it may be two ranges. */
export function parseRanges(text: string): AddressRange[] | undefined {
  const [address = '', length, ...more] = text.split('/');
  const number = parseAddress(address);
  if (number === undefined || more.length > 0) return undefined;
  const isV4 = !address.includes(':');
  const bits = length === undefined ? (isV4 ? 32 : 128) : /^\d{1,3}$/.test(length) ? Number(length) : NaN;
  if (!(bits <= (isV4 ? 32 : 128))) return undefined;
  const hosts = (1n << BigInt((isV4 ? 32 : 128) - bits)) - 1n;
  const from = number & ~hosts;
  return isV4 ? [{ from, to: from | hosts }] : withoutIpv4({ from, to: from | hosts });
}

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const DOTTED = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);

/** Whether the text is an IPv4 address as OpenSearch writes it. */
export function isIpv4(text: string): boolean {
  return DOTTED.test(text);
}

/** The number of an IPv4 or IPv6 address; undefined for any other text. */
export function parseAddress(text: string): bigint | undefined {
  if (isIpv4(text)) {
    return IPV4.from + BigInt(text.split('.').reduce((number, octet) => number * 256 + Number(octet), 0));
  }
  if (!text.includes(':') || text.includes('%')) return undefined;
  try {
    return BigInt(
      `0x${IPv6.parse(text)
        .parts.map((part) => part.toString(16).padStart(4, '0'))
        .join('')}`,
    );
  } catch {
    return undefined;
  }
}

/** As OpenSearch reads it. */
export function formatAddress(number: bigint): string {
  if (number >= IPV4.from && number <= IPV4.to) {
    const low = Number(number - IPV4.from);
    return [24, 16, 8, 0].map((shift) => (low >>> shift) & 255).join('.');
  }
  const digits = number.toString(16).padStart(32, '0');
  return (digits.match(/.{4}/g) ?? []).join(':');
}

/** The same addresses in as few ranges as can be, in order. */
export function mergeRanges(ranges: readonly AddressRange[]): AddressRange[] {
  const merged: AddressRange[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = merged[merged.length - 1];
    if (last && from <= last.to + 1n) {
      if (to > last.to) last.to = to;
    } else {
      merged.push({ from, to });
    }
  }
  return merged;
}

/** A range as the CIDR blocks that make it up, as few as can be; those of IPv6 have no IPv4 addresses in them. */
export function blocksOf(range: AddressRange): string[] {
  const from = range.from > IPV4.from ? range.from : IPV4.from;
  const to = range.to < IPV4.to ? range.to : IPV4.to;
  const isV4 = from === range.from && to === range.to;
  return [...(isV4 ? [] : withoutIpv4(range)), { from, to }].flatMap(alignedBlocks);
}

function alignedBlocks({ from, to }: AddressRange): string[] {
  const blocks: string[] = [];
  for (let start = from; start <= to;) {
    let bits = 0;
    // Twice as large as long as it begins at a multiple of its size and ends within the range.
    while (bits < 128 && !((start >> BigInt(bits)) & 1n) && start + (2n << BigInt(bits)) - 1n <= to) bits++;
    blocks.push(`${formatAddress(start)}/${(start >= IPV4.from && start <= IPV4.to ? 32 : 128) - bits}`);
    start += 1n << BigInt(bits);
  }
  return blocks;
}

/** At most `most` ranges that hold all the addresses of merged ranges, and as few others as can be. */
export function coverRanges(merged: readonly AddressRange[], most: number): AddressRange[] {
  if (merged.length <= most) return [...merged];
  const gaps = merged
    .slice(1)
    .map(({ from }, index) => ({ index, size: Number(from - (merged[index] as AddressRange).to) }))
    .sort((a, b) => b.size - a.size);
  const kept = new Set(gaps.slice(0, most - 1).map(({ index }) => index));
  const cover: AddressRange[] = [];
  let open: AddressRange | undefined;
  merged.forEach(({ from, to }, index) => {
    if (open) open.to = to;
    else open = { from, to };
    if (kept.has(index) || index === merged.length - 1) {
      cover.push(open);
      open = undefined;
    }
  });
  return cover;
}

/** Whether an address lies in one of the merged ranges. */
export function holdsAddress(merged: readonly AddressRange[], address: bigint): boolean {
  let low = 0;
  let high = merged.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((merged[middle] as AddressRange).from <= address) low = middle + 1;
    else high = middle;
  }
  const last = merged[low - 1];
  return last !== undefined && address <= last.to;
}

/** Texts such as `::ffff:192.0.2.0/120` mean IPv4. */
function withoutIpv4({ from, to }: AddressRange): AddressRange[] {
  if (from >= IPV4.from && to <= IPV4.to) return [{ from, to }];
  const before = { from, to: to < IPV4.from ? to : IPV4.from - 1n };
  const after = { from: from > IPV4.to ? from : IPV4.to + 1n, to };
  return [before, after].filter((part) => part.from <= part.to);
}
