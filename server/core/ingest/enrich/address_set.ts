import { IPv4, type IPv6, parse, parseCIDR } from 'ipaddr.js';
import { ipv4Number } from '../ip';

/** Room for the length of an IPv4 block behind its first address: 2^32 times this is still an exact number. */
const LENGTHS = 64;

/**
 * Many addresses and CIDR blocks, asked by binary search over ranges that neither overlap nor touch. IPv4 ranges are kept as numbers, those
 * of IPv6 as texts of 32 hexadecimal digits, which sort like them.
 */
export class AddressSet {
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private readonly longStarts: string[] = [];
  private readonly longEnds: string[] = [];

  /** @throws Error for a value that is neither an address nor a CIDR block */
  constructor(values: readonly string[]) {
    const packed: number[] = [];
    const long: Array<[start: string, end: string]> = [];
    for (const value of values) {
      if (value.includes(':')) long.push(longRange(value));
      else packed.push(packedBlock(value));
    }
    [this.starts, this.ends] = mergedRanges(Float64Array.from(packed).sort());
    long.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    for (const [start, end] of long) {
      const last = this.longEnds.length - 1;
      if (last >= 0 && start <= (this.longEnds[last] as string)) {
        if (end > (this.longEnds[last] as string)) this.longEnds[last] = end;
      } else {
        this.longStarts.push(start);
        this.longEnds.push(end);
      }
    }
  }

  /** Whether an address, as the slots of a row have it, is one of the set or in a block of it. */
  has(address: string): boolean {
    if (address.includes(':')) return isWithin(hexOf(parse(address) as IPv6), this.longStarts, this.longEnds);
    return isWithin(ipv4Number(address), this.starts, this.ends);
  }
}

/** Whether the last range that starts at or before `point` has not ended by then. */
function isWithin<T>(point: T, starts: ArrayLike<T>, ends: ArrayLike<T>): boolean {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as T) <= point) low = middle + 1;
    else high = middle;
  }
  return low > 0 && (ends[low - 1] as T) >= point;
}

/** A block as one number that sorts by its first address. */
function packedBlock(value: string): number {
  const slash = value.indexOf('/');
  const bits = slash < 0 ? 32 : Number(value.slice(slash + 1));
  const address = slash < 0 ? value : value.slice(0, slash);
  const size = 2 ** (32 - bits);
  const number = ipv4Number(address);
  if (!(number < 2 ** 32) || !Number.isInteger(bits) || bits < 0 || bits > 32) {
    throw new Error(`"${value}" is neither an address nor a CIDR block.`);
  }
  return Math.floor(number / size) * size * LENGTHS + bits;
}

function mergedRanges(sorted: Float64Array): [starts: Uint32Array, ends: Uint32Array] {
  const starts = new Uint32Array(sorted.length);
  const ends = new Uint32Array(sorted.length);
  let count = 0;
  for (const packed of sorted) {
    const bits = packed % LENGTHS;
    const start = (packed - bits) / LENGTHS;
    const end = start + 2 ** (32 - bits) - 1;
    if (count > 0 && start <= (ends[count - 1] as number) + 1) {
      if (end > (ends[count - 1] as number)) ends[count - 1] = end;
    } else {
      starts[count] = start;
      ends[count++] = end;
    }
  }
  return [starts.slice(0, count), ends.slice(0, count)];
}

function longRange(value: string): [start: string, end: string] {
  const [address, bits] = value.includes('/') ? parseCIDR(value) : ([parse(value), 128] as const);
  if (address instanceof IPv4) throw new Error(`"${value}" is no IPv6 block.`);
  const digits = BigInt(`0x${hexOf(address)}`);
  const hosts = (1n << BigInt(128 - bits)) - 1n;
  const start = digits & ~hosts;
  return [hex(start), hex(start | hosts)];
}

function hexOf(address: IPv6): string {
  return address.parts.map((part) => part.toString(16).padStart(4, '0')).join('');
}

function hex(digits: bigint): string {
  return digits.toString(16).padStart(32, '0');
}
