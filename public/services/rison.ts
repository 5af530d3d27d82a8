const BARE = /^[A-Za-z_./~][\w./~-]*$/;

/**
 * Writes rison, the compact JSON in the host's URLs (https://github.com/Nanonid/rison): `(a:!(1,'b c'),d:!t)`. Entries that are
 * undefined are left out. The text must still be encoded for a URL.
 */
export function toRison(value: unknown): string {
  if (value === null || value === undefined) return '!n';
  if (typeof value === 'boolean') return value ? '!t' : '!f';
  // Rison has no plus sign in exponents.
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).replace('+', '') : '!n';
  if (typeof value === 'string') return BARE.test(value) ? value : `'${value.replace(/[!']/g, '!$&')}'`;
  if (Array.isArray(value)) return `!(${value.map(toRison).join(',')})`;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return `(${entries.map(([key, entry]) => `${toRison(key)}:${toRison(entry)}`).join(',')})`;
}
