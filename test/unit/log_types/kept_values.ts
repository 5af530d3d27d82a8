/** All single values of a JSON value, as text. */
export function leavesOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [String(value)];
  return Object.values(value).flatMap(leavesOf);
}

/** The values of a log line: what stands between spaces and quotes. */
export function valuesOfLine(line: string): string[] {
  return line.split(/[\s"]+/).filter((token) => token !== '');
}

const ABSENT = new Set(['', '-']);

/** Those of a record's values that its event has nowhere: neither as they are, nor as a part of a value, nor as a time. */
export function lostValues(values: string[], event: Record<string, unknown>): string[] {
  const leaves = leavesOf(event);
  const exact = new Set(leaves.flatMap((leaf) => [leaf, ...leaf.split(/[=?:]/)]));
  const times = new Set(leaves.map((leaf) => (/^\d{4}-\d\d-\d\dT/.test(leaf) ? Date.parse(leaf) : NaN)));
  const isKept = (text: string): boolean => {
    if (ABSENT.has(text) || exact.has(text)) return true;
    if (isNumber(text)) return exact.has(String(Number(text))) || times.has(Number(text) * 1_000);
    return times.has(timeOf(text)) || leaves.some((leaf) => leaf.includes(text));
  };
  return values.filter((value) => {
    if (isKept(value)) return false;
    const parts = value.split(/[:,;[\]/]+/).filter((part) => part !== '');
    return parts.length < 2 || !parts.every(isKept);
  });
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** Milliseconds, which is all that a date of OpenSearch holds; a time without zone is UTC. */
function timeOf(text: string): number {
  return Date.parse(/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(text) ? `${text}Z` : text);
}
