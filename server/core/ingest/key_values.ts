/** More of them are left out: nobody searches for the ten-thousandth value of one call. */
const MAX_ENTRIES = 2_000;

/**
 * The leaves of an open-ended vendor object as `path=value`, without array indexes and without repetition, so that
 * no two events can disagree about a field's type. Null and empty containers give nothing.
 */
export function keyValues(value: unknown, path = ''): string[] {
  const entries = new Set<string>();
  collect(value, path, entries);
  return [...entries];
}

function collect(value: unknown, path: string, entries: Set<string>): void {
  if (value === null || value === undefined || entries.size >= MAX_ENTRIES) return;
  if (typeof value !== 'object') {
    entries.add(`${path === '' ? 'value' : path}=${value as string | number | boolean}`);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, path, entries);
  } else {
    for (const key in value) {
      collect((value as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`, entries);
    }
  }
}
