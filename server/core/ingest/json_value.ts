/** An object of a vendor's JSON, of which nothing is sure. */
export type Json = Record<string, unknown>;

/** The value if it is an object. */
export function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

/** The value if it is a text that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The values of what may be one or many: a list, EC2's `{ items: […] }`, or a single value. Nothing gives none. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value as unknown[];
  const items = objectOf(value)?.items;
  return Array.isArray(items) ? (items as unknown[]) : [value];
}
