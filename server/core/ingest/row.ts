import { isIp } from './ip';
import { openObject } from './open_object';
import type { RowLayout } from './row_layout';
import { cutText, isDecimal, isWholeNumber, mayBeTooLong, quote } from './text';
import { isEventTime, isoTime, parseIsoTime } from './time';

type Value = string | number | boolean;

/**
 * One event as a reused set of slots for the declared fields, written as nested JSON text without ever building an object.
 * Absent values (undefined, empty, AWS's `-`) leave their slot unset. Slots come from `RowLayout.slot`.
 */
export class Row {
  private readonly values: Array<Value | Value[] | undefined>;
  /** Encoded values of fields that are the same for a whole object. */
  private readonly fixed: Array<string | undefined>;
  private readonly fixedValues: Array<string | readonly string[] | undefined>;
  private readonly timestampSlot: number;
  private readonly truncatedSlot: number;

  constructor(readonly layout: RowLayout) {
    this.values = new Array<undefined>(layout.size).fill(undefined);
    this.fixed = new Array<undefined>(layout.size).fill(undefined);
    this.fixedValues = new Array<undefined>(layout.size).fill(undefined);
    this.timestampSlot = layout.slot('@timestamp');
    this.truncatedSlot = layout.slot('siem.truncated');
  }

  /** Forgets the event; what `fix` set stays. */
  clear(): void {
    this.values.fill(undefined);
  }

  /** Gives every event this text, or these texts, unless the event sets the field itself. */
  fix(slot: number, value: string | readonly string[]): void {
    this.fixedValues[slot] = value;
    this.fixed[slot] = typeof value === 'string' ? quote(cutText(value)) : `[${value.map(quote).join(',')}]`;
  }

  get(slot: number): Value | Value[] | undefined {
    return this.values[slot];
  }

  /** What the event will have in the field, whether it was set for this event or for all of the object. */
  effective(slot: number): Value | readonly Value[] | undefined {
    return this.values[slot] ?? this.fixedValues[slot];
  }

  /** Milliseconds since 1970 of `@timestamp`, or undefined when the parser found no valid one. */
  get timestamp(): number | undefined {
    return this.values[this.timestampSlot] as number | undefined;
  }

  /**
   * Sets a field from its text; texts over 8,000 bytes are cut and their path noted in `siem.truncated`.
   * False, and nothing set, when the text does not fit the field's type.
   */
  set(slot: number, value: string | undefined): boolean {
    if (value === undefined || value === '' || value === '-') return true;
    switch (this.layout.encodings[slot]) {
      case 'text':
        this.setText(slot, value);
        return true;
      case 'plain':
        if (!isIp(value)) return false;
        break;
      case 'whole':
        if (!isWholeNumber(value)) return false;
        break;
      case 'decimal':
        if (!isDecimal(value)) return false;
        break;
      case 'boolean':
        if (value !== 'true' && value !== 'false') return false;
        break;
      case 'time':
        return this.setTime(slot, parseIsoTime(value));
      default:
        return false;
    }
    this.values[slot] = value;
    return true;
  }

  /** Sets a text even if it is `-`, where that means something. */
  setText(slot: number, value: string): void {
    this.values[slot] = mayBeTooLong(value) ? this.cut(slot, value) : value;
  }

  /** Sets a number or boolean that is one already. */
  setScalar(slot: number, value: number | boolean): void {
    if (typeof value === 'boolean' || Number.isFinite(value)) this.values[slot] = value;
  }

  /** Sets a time in milliseconds since 1970; false when it is none that an event can have. */
  setTime(slot: number, ms: number): boolean {
    if (!isEventTime(ms)) return false;
    this.values[slot] = ms;
    return true;
  }

  /** Adds a text, or an address if it is one, to a field that holds many, unless it has it already. */
  add(slot: number, value: string | undefined): void {
    if (value === undefined || value === '' || value === '-') return;
    if (this.layout.encodings[slot] === 'plain' && !isIp(value)) return;
    const text = mayBeTooLong(value) ? this.cut(slot, value) : value;
    const list = this.values[slot] as Value[] | undefined;
    if (!list) this.values[slot] = [text];
    else if (!list.includes(text)) list.push(text);
  }

  /** Sets all texts of a field that holds many; the list is kept, not copied. */
  setList(slot: number, values: string[]): void {
    if (values.length === 0) return;
    this.values[slot] = values;
    for (let at = 0; at < values.length; at++) {
      const value = values[at] as string;
      if (mayBeTooLong(value)) values[at] = this.cut(slot, value);
    }
  }

  /** Sets an open-ended vendor object; texts in it that are too long are cut. */
  setObject(slot: number, value: unknown): void {
    if (value === undefined || value === null) return;
    const { json, cut } = openObject(value);
    this.values[slot] = json;
    if (cut) this.noteTruncated(slot);
  }

  /** The event as one line of JSON. */
  serialise(): string {
    const { layout, values, fixed } = this;
    const size = layout.size;
    let out = '';
    let previous = -1;
    for (let slot = 0; slot < size; slot++) {
      const value = values[slot];
      const encoded =
        value === undefined
          ? fixed[slot]
          : typeof value === 'object'
            ? this.encodeList(slot, value)
            : this.encode(slot, value);
      if (encoded === undefined) continue;
      out += layout.link(previous, slot) + encoded;
      previous = slot;
    }
    return previous < 0 ? '{}' : out + layout.link(previous, size);
  }

  private encode(slot: number, value: Value): string {
    switch (this.layout.encodings[slot]) {
      case 'text':
        return quote(String(value));
      case 'plain':
        return `"${value}"`;
      case 'time':
        return `"${isoTime(value as number)}"`;
      default:
        return String(value);
    }
  }

  private encodeList(slot: number, list: Value[]): string {
    let out = '[';
    for (let at = 0; at < list.length; at++) {
      if (at > 0) out += ',';
      out += this.encode(slot, list[at] as Value);
    }
    return `${out}]`;
  }

  private cut(slot: number, value: string): string {
    // What is only stored meets no limit of the index.
    if (this.layout.fields[slot]?.type === 'stored') return value;
    const kept = cutText(value);
    if (kept.length < value.length) this.noteTruncated(slot);
    return kept;
  }

  private noteTruncated(slot: number): void {
    this.add(this.truncatedSlot, this.layout.fields[slot]?.path);
  }
}
