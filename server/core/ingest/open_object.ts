import { cutText, mayBeTooLong } from './text';

/** Deeper levels are kept as JSON text: parsers on the way to a user give up on endless nesting. */
const MAX_DEPTH = 16;

/**
 * JSON text of an open-ended vendor object. OpenSearch's `flat_object` takes objects only, so any other value is put
 * under `value`. `cut` tells that a text in it was too long and was shortened.
 */
export function openObject(value: unknown): { json: string; cut: boolean } {
  const object = typeof value === 'object' && !Array.isArray(value) ? value : { value };
  const json = JSON.stringify(object);
  const nested = depthOver(object, MAX_DEPTH);
  if (!mayBeTooLong(json) && !nested) return { json, cut: false };
  const outcome = { cut: false };
  const shortened = shorten(object, 1, outcome);
  return { json: JSON.stringify(shortened), cut: outcome.cut };
}

function depthOver(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (left === 0) return true;
  for (const key in value) {
    if (depthOver((value as Record<string, unknown>)[key], left - 1)) return true;
  }
  return false;
}

function shorten(value: unknown, depth: number, outcome: { cut: boolean }): unknown {
  if (typeof value === 'string') {
    const kept = mayBeTooLong(value) ? cutText(value) : value;
    if (kept.length < value.length) outcome.cut = true;
    return kept;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) return shorten(JSON.stringify(value), depth, outcome);
  if (Array.isArray(value)) return value.map((item) => shorten(item, depth + 1, outcome));
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, shorten(child, depth + 1, outcome)]),
  );
}
