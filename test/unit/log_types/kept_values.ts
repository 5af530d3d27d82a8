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

/** The values of each record in JSON objects, one or more a line, some in envelopes. */
export function valuesOfObjects(content: string, listKeys: readonly string[]): string[][] {
  const texts = content.split(/\n|(?<=\})(?=\{)/).filter((text) => text.trim() !== '');
  return texts.flatMap((text) => valuesInText(text.replace(/^[^{]*/, ''), listKeys));
}

function valuesInText(text: string, listKeys: readonly string[]): string[][] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [valuesOfLine(text)];
  }
  const { logEvents, message, detail } = value as Record<string, unknown>;
  if (Array.isArray(logEvents)) {
    const messages = (logEvents as Array<{ message: string }>).map((event) => event.message);
    return messages.flatMap((inner) => valuesInText(inner, listKeys));
  }
  if (typeof message === 'string') return valuesInText(message, listKeys);
  const inner = (detail ?? value) as Record<string, unknown>;
  const list = listKeys.map((key) => inner[key]).find((items) => Array.isArray(items));
  return ((list ?? [inner]) as unknown[]).map(leavesOf);
}

const ABSENT = new Set(['', '-']);

/** Those of a record's values that its event has nowhere: neither as they are, nor as a part of a value, nor as a time. */
export function lostValues(values: string[], event: Record<string, unknown>): string[] {
  const leaves = leavesOf(event);
  const exact = new Set(leaves.flatMap((leaf) => [leaf, ...leaf.split(/[=?:]/)]));
  const times = new Set(leaves.map((leaf) => (/^\d{4}-\d\d-\d\dT/.test(leaf) ? Date.parse(leaf) : NaN)));
  const isKept = (text: string): boolean => {
    if (ABSENT.has(text) || exact.has(text)) return true;
    if (isNumber(text)) {
      const number = Number(text);
      return exact.has(String(number)) || times.has(number * 1_000) || times.has(number);
    }
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
