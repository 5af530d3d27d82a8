/** The end of the year 9999: later times have no plain ISO form. */
const LAST = 253_402_300_799_999;

/** Whether `ms` since 1970 is a time that an event can have. */
export function isEventTime(ms: number): boolean {
  return ms >= 0 && ms <= LAST;
}

/** Milliseconds since 1970 of an ISO 8601 time with a zone, such as AWS writes (`2026-01-02T03:04:05.678901Z`); NaN for anything else. */
export function parseIsoTime(text: string): number {
  if (
    text.length < 20 ||
    text.charCodeAt(4) !== 45 ||
    text.charCodeAt(7) !== 45 ||
    text.charCodeAt(10) !== 84 ||
    text.charCodeAt(13) !== 58 ||
    text.charCodeAt(16) !== 58
  ) {
    return NaN;
  }
  const zone = text.charCodeAt(text.length - 1);
  // Without a zone Date.parse would take the machine's own.
  if (zone !== 90 && text.indexOf('+', 19) < 0 && text.indexOf('-', 19) < 0) return NaN;
  return Date.parse(text);
}

const CACHE_SIZE = 256;
const cachedMs = new Float64Array(CACHE_SIZE).fill(NaN);
const cachedIso = new Array<string>(CACHE_SIZE).fill('');

/** ISO form of milliseconds since 1970. Neighbouring log lines share their seconds, so answers of late are kept. */
export function isoTime(ms: number): string {
  const at = Math.floor(ms / 1_000) % CACHE_SIZE;
  if (cachedMs[at] !== ms) {
    cachedMs[at] = ms;
    cachedIso[at] = new Date(ms).toISOString();
  }
  return cachedIso[at] as string;
}
