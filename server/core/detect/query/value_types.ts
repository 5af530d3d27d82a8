import { referencedList } from './list_references';

const WHOLE = /^[+-]?\d+$/;
const ADDRESS = /^[0-9a-fA-F:.]+(?:\/\d{1,3})?$/;

/** Whether OpenSearch can compare a value with a field of its type `type`. Dates are left to OpenSearch, which knows their formats. */
export function fitsType(value: string, type: string): boolean {
  switch (type) {
    case 'ip':
      return ADDRESS.test(value) || referencedList(value) !== undefined;
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
    case 'unsigned_long':
      return WHOLE.test(value) || Number.isInteger(Number(value)) || referencedList(value) !== undefined;
    case 'float':
    case 'half_float':
    case 'scaled_float':
    case 'double':
      return (value.trim() !== '' && Number.isFinite(Number(value))) || referencedList(value) !== undefined;
    case 'boolean':
      return value === 'true' || value === 'false';
    default:
      return true;
  }
}
