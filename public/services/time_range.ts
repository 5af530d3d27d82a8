import dateMath from '@elastic/datemath';

/** A period as the time picker has it: dates, or date math such as `now-24h`. */
export interface TimeRange {
  from: string;
  to: string;
}

/** The defaults of pages that show a period. `refresh` is the interval in milliseconds, in effect when `live` says so. */
export const TIME_DEFAULTS = { from: 'now-24h', to: 'now', refresh: '60000', live: 'off' };
/** The defaults of pages that are kept open to see what comes. */
export const LIVE_DEFAULTS = { ...TIME_DEFAULTS, live: 'auto' };

/** The shortest interval of asking again, in milliseconds; the time picker lets any be typed. */
const LEAST_REFRESH = 5_000;

/** How often a page asks again by itself, in milliseconds. */
export function refreshInterval({ refresh }: Pick<typeof TIME_DEFAULTS, 'refresh'>): number {
  return Math.max(Number(refresh) || Number(TIME_DEFAULTS.refresh), LEAST_REFRESH);
}

/** Whether a page asks again by itself: where the user said so (`on`), or (`auto`) as long as its period ends now. */
export function isLive({ to, live }: Pick<typeof TIME_DEFAULTS, 'to' | 'live'>): boolean {
  return live === 'on' || (live === 'auto' && to === 'now');
}

/** The moments in ISO 8601 that a period means now; text that is no time falls back to the last 24 hours. */
export function resolveRange({ from, to }: TimeRange, now = new Date()): TimeRange {
  const parse = (text: string, roundUp: boolean) => {
    // Moment would warn about a text that is neither date math nor a date.
    if (!/^now|^\d{4}-\d\d-\d\d/.test(text)) return undefined;
    const time = dateMath.parse(text, { roundUp, forceNow: now });
    return time?.isValid() ? time.toISOString() : undefined;
  };
  const start = parse(from, false) ?? (parse(TIME_DEFAULTS.from, false) as string);
  const end = parse(to, true) ?? now.toISOString();
  return { from: start, to: end };
}

/** Length of a period in milliseconds. */
export function rangeLength(range: TimeRange, now = new Date()): number {
  const { from, to } = resolveRange(range, now);
  return Date.parse(to) - Date.parse(from);
}
