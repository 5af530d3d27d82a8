import { isEventTime, parseIsoTime } from '../../time';

/** Numbers up to the first one are seconds, up to the next milliseconds, then micro-, then nanoseconds: years from 1973 to 5138 stay apart. */
const UNITS: ReadonlyArray<readonly [below: number, toMs: number]> = [
  [1e11, 1e3],
  [1e14, 1],
  [1e17, 1e-3],
  [Infinity, 1e-6],
];

const WITHOUT_ZONE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?$/;

/** Milliseconds since 1970 of a time as logs write it: ISO 8601 (UTC where no zone is given) or a number since 1970; else NaN. */
export function usualTime(value: unknown): number {
  if (typeof value === 'number') return sinceEpoch(value);
  if (typeof value !== 'string') return NaN;
  if (/^\d{9,19}(?:\.\d+)?$/.test(value)) return sinceEpoch(Number(value));
  const text = value.replace(' ', 'T');
  return parseIsoTime(WITHOUT_ZONE.test(text) ? `${text.replace(',', '.')}Z` : text);
}

function sinceEpoch(number: number): number {
  const unit = UNITS.find(([below]) => number < below);
  const ms = unit ? Math.floor(number * unit[1]) : NaN;
  return number > 0 && isEventTime(ms) ? ms : NaN;
}
