import * as t from 'io-ts';

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const PATTERN = /^(\d{1,6})([smhd])$/;

/**
 * Milliseconds of a duration as people and OpenSearch write it: a whole number and one of s, m, h, d.
 * Returns undefined for anything else, zero included.
 */
export function parseDuration(text: string): number | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const milliseconds = Number(match[1]) * UNITS[match[2] as keyof typeof UNITS];
  return milliseconds > 0 ? milliseconds : undefined;
}

/** Those asked for: they are few, and each rule has several that are asked for at each run. */
const known = new Map<string, number>();

/** Milliseconds of a duration that a codec has already accepted; throws on any other text. */
export function durationMs(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined) throw new Error(`"${text}" is not a duration such as 30s, 5m, 1h or 1d`);
  known.set(text, milliseconds);
  return milliseconds;
}

/** The duration in the largest unit that needs no fraction, of at least a second: `15m`, not `900s`. */
export function durationText(milliseconds: number): string {
  const [unit, length] = Object.entries(UNITS)
    .reverse()
    .find(([, each]) => milliseconds % each === 0) ?? ['s', UNITS.s];
  return `${Math.round(milliseconds / length)}${unit}`;
}

/** io-ts codec of a duration such as `30s`, `5m`, `1h`, `1d`. */
export const Duration = new t.Type<string, string, unknown>(
  'Duration',
  (value): value is string => typeof value === 'string' && parseDuration(value) !== undefined,
  (value, context) =>
    typeof value === 'string' && parseDuration(value) !== undefined
      ? t.success(value)
      : t.failure(value, context, 'must be a duration such as 30s, 5m, 1h or 1d'),
  t.identity,
);
