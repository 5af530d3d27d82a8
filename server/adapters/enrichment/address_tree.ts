import { Reader, type Response } from 'mmdb-lib';
import { RecentCache } from '../../core/ingest/enrich/recent_cache';
import { ipv4Number } from '../../core/ingest/ip';

/** Leading bits of an IPv4 address whose part of the tree is walked once, when the file is opened. */
const WALKED_BITS = 16;
/** Distinct answers of a country file are some hundred, those of a city file some hundred thousand. */
const KEPT_RECORDS = 20_000;
const KEPT_LONG_ADDRESSES = 20_000;

/**
 * A MaxMind DB (https://maxmind.github.io/MaxMind-DB/) asked for addresses as texts. The library decodes; walking the tree is done here, as it is
 * done for each event: answers are remembered by their place in the file, so that a million addresses cost no more memory than a hundred.
 */
export class AddressTree<Raw extends Response, Facts> {
  private readonly reader: Reader<Raw>;
  private readonly nodeCount: number;
  private readonly nodeBytes: number;
  private readonly starts = new Uint32Array(2 ** WALKED_BITS);
  private readonly byRecord = new RecentCache<number, Facts | undefined>(KEPT_RECORDS);
  private readonly byLongAddress = new RecentCache<string, Facts | undefined>(KEPT_LONG_ADDRESSES);

  /** @throws Error when the bytes are no MaxMind DB */
  constructor(
    private readonly bytes: Buffer,
    private readonly factsOf: (raw: Raw) => Facts | undefined,
  ) {
    this.reader = new Reader<Raw>(bytes);
    const { nodeCount, nodeByteSize, ipVersion } = this.reader.metadata;
    this.nodeCount = nodeCount;
    this.nodeBytes = nodeByteSize;
    let root = 0;
    // In a file for both versions IPv4 addresses lie where their first 96 bits are zero.
    if (ipVersion === 6)
      for (let depth = 0; depth < 96 && root < nodeCount; depth++) root = this.child(root, 0);
    this.fill(root, 0, 0);
  }

  get(address: string): Facts | undefined {
    if (address.includes(':')) return this.byLongAddress.get(address, () => this.decode(address));
    const number = ipv4Number(address);
    let node = this.starts[Math.floor(number / 2 ** (32 - WALKED_BITS))] as number;
    for (let bit = 31 - WALKED_BITS; bit >= 0 && node < this.nodeCount; bit--) {
      node = this.child(node, (number >>> bit) & 1);
    }
    return node > this.nodeCount ? this.byRecord.get(node, () => this.decode(address)) : undefined;
  }

  private decode(address: string): Facts | undefined {
    const raw = this.reader.get(address);
    return raw === null ? undefined : this.factsOf(raw);
  }

  /** Where the first bits lead: to a node, or already to a record (a number over the count of nodes), or to nothing (the count itself). */
  private fill(node: number, depth: number, prefix: number): void {
    if (depth < WALKED_BITS && node < this.nodeCount) {
      this.fill(this.child(node, 0), depth + 1, prefix * 2);
      this.fill(this.child(node, 1), depth + 1, prefix * 2 + 1);
      return;
    }
    const width = 2 ** (WALKED_BITS - depth);
    this.starts.fill(node, prefix * width, (prefix + 1) * width);
  }

  /** The left (0) or right (1) record of a node, of 24, 28 or 32 bits each. */
  private child(node: number, side: number): number {
    const { bytes } = this;
    const at = node * this.nodeBytes;
    if (this.nodeBytes === 6) return bytes.readUIntBE(at + side * 3, 3);
    if (this.nodeBytes === 8) return bytes.readUInt32BE(at + side * 4);
    const middle = bytes[at + 3] as number;
    return side === 0
      ? (middle >>> 4) * 2 ** 24 + bytes.readUIntBE(at, 3)
      : (middle & 15) * 2 ** 24 + bytes.readUIntBE(at + 4, 3);
  }
}
