import { SiemError } from '../errors';

type SortValue = string | number;

/** Sort values of the last hit of a page, as one opaque text. */
export function cursorOf(values: readonly SortValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The sort values of a cursor; fails with `invalid_input` on any other text. */
export function sortValuesOf(cursor: string): SortValue[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(values) && values.every(isSortValue)) return values;
  } catch {
    // Told below.
  }
  throw new SiemError('invalid_input', 'after: must be what an answer named as next.');
}

function isSortValue(value: unknown): value is SortValue {
  return typeof value === 'string' || typeof value === 'number';
}
