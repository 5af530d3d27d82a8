export type ThriftValue = number | boolean | Uint8Array | ThriftValue[] | ThriftStruct;
/** Values by field number. */
export type ThriftStruct = Map<number, ThriftValue>;

const STOP = 0;
const TRUE = 1;
const FALSE = 2;
const BYTE = 3;
const I16 = 4;
const I32 = 5;
const I64 = 6;
const DOUBLE = 7;
const BINARY = 8;
const LIST = 9;
const STRUCT = 12;

const MAX_DEPTH = 16;
const MAX_TEXT_BYTES = 64 * 1024;

/**
 * Reads a struct of Thrift's compact protocol, as Parquet's footer and page headers are, in time that grows with its bytes only: numbers, texts, lists and
 * nesting have limits. What passes here is safe to be read by the library. Whole numbers of more than 53 bits lose their last ones.
 * https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
 *
 * @throws Error where the bytes are no such struct
 */
export function readStruct(bytes: Uint8Array, from = 0): { struct: ThriftStruct; end: number } {
  const cursor = new Cursor(bytes, from);
  return { struct: cursor.struct(0), end: cursor.at };
}

/** Reads numbers one after the other; damage is an error, never a number. */
export class Cursor {
  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
  ) {}

  byte(): number {
    const value = this.bytes[this.at++];
    if (value === undefined) throw new Error('it ends early');
    return value;
  }

  /** An unsigned LEB128 number of at most so many bits. */
  varint(bits: 32 | 64): number {
    let value = 0;
    for (let shift = 0; shift < bits; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80 && value < 2 ** bits) return value;
    }
    throw new Error('a number is too large');
  }

  skip(bytes: number): void {
    if (bytes > this.bytes.length - this.at) throw new Error('it ends early');
    this.at += bytes;
  }

  struct(depth: number): ThriftStruct {
    const fields: ThriftStruct = new Map();
    let field = 0;
    for (;;) {
      const head = this.byte();
      const type = head & 0x0f;
      if (type === STOP) return fields;
      field = head >> 4 ? field + (head >> 4) : this.zigzag(32);
      fields.set(field, this.value(type, depth));
    }
  }

  private zigzag(bits: 32 | 64): number {
    const value = this.varint(bits);
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  private value(type: number, depth: number): ThriftValue {
    if (depth > MAX_DEPTH) throw new Error('nested too deeply');
    switch (type) {
      case TRUE:
      case FALSE:
        return type === TRUE;
      case BYTE:
        return this.byte();
      case I16:
      case I32:
        return this.zigzag(32);
      case I64:
        return this.zigzag(64);
      case DOUBLE:
        this.skip(8);
        return NaN;
      case BINARY: {
        const length = this.varint(32);
        if (length > MAX_TEXT_BYTES) throw new Error('a text is too long');
        this.skip(length);
        return this.bytes.subarray(this.at - length, this.at);
      }
      case LIST:
        return this.list(depth);
      case STRUCT:
        return this.struct(depth + 1);
      default:
        throw new Error(`a value of the unknown type ${type}`);
    }
  }

  private list(depth: number): ThriftValue[] {
    const head = this.byte();
    const type = head & 0x0f;
    const size = head >> 4 === 15 ? this.varint(32) : head >> 4;
    if (size > this.bytes.length - this.at) throw new Error('it ends early');
    // In a list a truth value takes a byte.
    const element = type === TRUE || type === FALSE ? BYTE : type;
    return Array.from({ length: size }, () => this.value(element, depth + 1));
  }
}
