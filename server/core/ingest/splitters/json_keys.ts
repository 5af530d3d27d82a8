const QUOTE = 34;
const COLON = 58;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Keys longer than this are not looked at. */
const MAX_KEY_BYTES = 200;
/** How many of an object's own keys are remembered, to tell what it is when it lacks the array. */
const MAX_NAMES = 5;

/** Walks the own keys of a JSON object whose brace was just read, until its array or its end. */
export class JsonKeys {
  /** The scan stopped behind the bracket that opens the array; call `scan` again behind the one that closes it. */
  atArray = false;
  sawArray = false;
  closed = false;
  readonly names: string[] = [];
  private depth = 1;
  private inString = false;
  private escaped = false;
  private afterColon = false;
  private key: number[] | undefined;
  private name = '';

  constructor(private readonly arrayKey: string) {}

  /** Reads on from `from`; returns the place behind the last byte that was read. */
  scan(chunk: Buffer, from: number): number {
    this.atArray = false;
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (this.inString) this.readString(byte);
      else this.readStructure(byte);
      if (this.atArray || this.closed) return at + 1;
    }
    return chunk.length;
  }

  private readString(byte: number): void {
    if (!this.escaped && byte === QUOTE) {
      this.inString = false;
      return;
    }
    this.escaped = !this.escaped && byte === BACKSLASH;
    if (this.key && this.key.length < MAX_KEY_BYTES) this.key.push(byte);
  }

  private readStructure(byte: number): void {
    switch (byte) {
      case QUOTE:
        this.inString = true;
        this.key = this.depth === 1 && !this.afterColon ? [] : undefined;
        this.afterColon = false;
        break;
      case COLON:
        if (this.depth === 1) this.readKey();
        break;
      case OPEN_ARRAY:
        if (this.depth === 1 && this.afterColon && this.name === this.arrayKey) {
          this.atArray = this.sawArray = true;
        } else this.depth++;
        this.afterColon = false;
        break;
      case OPEN_OBJECT:
        this.depth++;
        this.afterColon = false;
        break;
      case CLOSE_ARRAY:
      case CLOSE_OBJECT:
        this.closed = --this.depth === 0;
        break;
      default:
        if (byte > 32) this.afterColon = false;
    }
  }

  private readKey(): void {
    this.afterColon = true;
    this.name = Buffer.from(this.key ?? []).toString('utf8');
    if (this.names.length < MAX_NAMES) this.names.push(this.name);
  }
}
