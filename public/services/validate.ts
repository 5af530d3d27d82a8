import type * as t from 'io-ts';
import { describeErrors } from '../../common/codec';
import { splitByField, type FieldErrors } from './errors';

/** Mistakes of a value by path, found with the codec that the server uses too. */
export function validate(codec: t.Mixed, value: unknown): FieldErrors {
  const result = codec.decode(value);
  if (result._tag === 'Right') return {};
  const { fields, rest } = splitByField(describeErrors(result.left));
  return rest.length === 0 ? fields : { ...fields, '': rest.join('; ') };
}

/** Mistakes of a part, with the path that the part has in the whole. */
export function validateAt(path: string, codec: t.Mixed, value: unknown): FieldErrors {
  return Object.fromEntries(
    Object.entries(validate(codec, value)).map(([key, message]) => [key ? `${path}.${key}` : path, message]),
  );
}

/** Without entries that are empty texts or undefined: what was cleared is left out, not sent as empty. */
export function withoutEmpty<T extends object>(values: T): T {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== '' && value !== undefined),
  ) as T;
}
