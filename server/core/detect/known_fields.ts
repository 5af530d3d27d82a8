import type { IndexField, Search } from '../ports';

export type KnownField = IndexField;
/** Fields of an index pattern, by name; empty where nothing is known of them. */
export type FieldTypes = ReadonlyMap<string, KnownField>;

/**
 * The fields of the indices behind a pattern, and those that events of ours will have as soon as they come. Empty where no index matches
 * and none of ours can.
 */
export async function knownFields(
  pattern: string,
  search: Pick<Search, 'fields'>,
  declared: (pattern: string) => readonly KnownField[],
): Promise<FieldTypes> {
  const known = new Map<string, KnownField>();
  for (const field of declared(pattern)) known.set(field.name, field);
  for (const field of await search.fields(pattern)) known.set(field.name, field);
  return known;
}
