import { i18n } from '@osd/i18n';

function numberFormat(options: Intl.NumberFormatOptions): (value: number) => string {
  let format: Intl.NumberFormat | undefined;
  // The host knows its locale only after our code was loaded.
  return (value) => (format ??= new Intl.NumberFormat(i18n.getLocale() || undefined, options)).format(value);
}

/** `1,234,567`. */
export const formatNumber = numberFormat({ maximumFractionDigits: 0 });
/** `1.2M`, for axes and tight places. */
export const formatCompact = numberFormat({ notation: 'compact', maximumFractionDigits: 1 });
const formatPercent = numberFormat({
  style: 'percent',
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
});

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'];
const byteFormats = BYTE_UNITS.map((unit, power) =>
  numberFormat({
    style: 'unit',
    unit,
    // The short form of bytes has no plural.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }),
);

/** `1.5 MB`, in steps of 1,000. */
export function formatBytes(bytes: number): string {
  let power = 0;
  let value = bytes;
  // 999.95 would be shown as 1,000.
  while (value >= 999.95 && power < BYTE_UNITS.length - 1) {
    value /= 1_000;
    power += 1;
  }
  return byteFormats[power]?.(value) ?? '';
}

const TIME_UNITS: Array<[unit: string, ms: number]> = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];
const timeFormats = new Map(
  TIME_UNITS.map(([unit]) => [
    unit,
    numberFormat({ style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits: 0 }),
  ]),
);

/** A length of time by its two largest units, `2h 5m`; below a second it is `0s`. */
export function formatDuration(ms: number): string {
  let rest = Math.max(0, Math.floor(ms / 1_000) * 1_000);
  const first = TIME_UNITS.findIndex(([, size]) => rest >= size);
  if (first < 0) return timeFormats.get('second')?.(0) ?? '';
  const parts: string[] = [];
  for (const [unit, size] of TIME_UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(timeFormats.get(unit)?.(count) ?? '');
  }
  return parts.join(' ');
}

/** How far the newest event lies behind `now`; undefined without an event. A clock that runs ahead counts as no lag. */
export function lagOf(newestEventAt: string | undefined, now = Date.now()): number | undefined {
  return newestEventAt === undefined ? undefined : Math.max(0, now - Date.parse(newestEventAt));
}

export interface Change {
  direction: 'up' | 'down' | 'same';
  /** `+12%`, or a word where a percentage says nothing. */
  text: string;
}

/** A count against the one of the period before. */
export function formatChange(count: number, before: number): Change {
  if (count === before) {
    return {
      direction: 'same',
      text: i18n.translate('awsSiem.change.none', { defaultMessage: 'no change' }),
    };
  }
  const direction = count > before ? 'up' : 'down';
  if (before === 0) {
    return { direction, text: i18n.translate('awsSiem.change.new', { defaultMessage: 'new' }) };
  }
  const ratio = (count - before) / before;
  if (ratio >= 10) {
    const factor = formatCompact(count / before);
    return {
      direction,
      text: i18n.translate('awsSiem.change.times', { defaultMessage: '{factor}×', values: { factor } }),
    };
  }
  return { direction, text: formatPercent(ratio) };
}
