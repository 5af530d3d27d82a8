import * as t from 'io-ts';

/** Text with something in it besides spaces, trimmed, of at most `max` characters. */
export function text(max = 1_000): t.Type<string, string, unknown> {
  return new t.Type<string, string, unknown>(
    `text(${max})`,
    (value): value is string => typeof value === 'string' && value.trim() !== '' && value.length <= max,
    (value, context) => {
      if (typeof value !== 'string') return t.failure(value, context, 'must be text');
      const trimmed = value.trim();
      if (trimmed === '') return t.failure(value, context, 'must not be empty');
      if (trimmed.length > max) return t.failure(value, context, `must be at most ${max} characters long`);
      return t.success(trimmed);
    },
    t.identity,
  );
}

/** Text that matches `pattern`; `expectation` completes the sentence "must be …". */
export function pattern(expression: RegExp, expectation: string): t.Type<string, string, unknown> {
  const is = (value: unknown): value is string => typeof value === 'string' && expression.test(value);
  return new t.Type<string, string, unknown>(
    expectation,
    is,
    (value, context) => (is(value) ? t.success(value) : t.failure(value, context, `must be ${expectation}`)),
    t.identity,
  );
}

/** A whole number from `min` to `max`, both included. */
export function integer(min: number, max: number): t.Type<number, number, unknown> {
  const is = (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
  return new t.Type<number, number, unknown>(
    `integer(${min}, ${max})`,
    is,
    (value, context) =>
      is(value)
        ? t.success(value)
        : t.failure(value, context, `must be a whole number from ${min} to ${max}`),
    t.identity,
  );
}

/** The same as a query string carries it: `7` as well as 7. */
export function integerFromText(min: number, max: number): t.Type<number, number, unknown> {
  const number = integer(min, max);
  return new t.Type<number, number, unknown>(
    number.name,
    number.is,
    (value, context) =>
      number.validate(typeof value === 'string' && value !== '' ? Number(value) : value, context),
    t.identity,
  );
}

/** A number from `min` to `max`, both included. */
export function decimal(min: number, max: number): t.Type<number, number, unknown> {
  const is = (value: unknown): value is number =>
    typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max;
  return new t.Type<number, number, unknown>(
    `decimal(${min}, ${max})`,
    is,
    (value, context) =>
      is(value) ? t.success(value) : t.failure(value, context, `must be a number from ${min} to ${max}`),
    t.identity,
  );
}

/** A point in time in ISO 8601, normalised to UTC with milliseconds. */
export const IsoTime = new t.Type<string, string, unknown>(
  'IsoTime',
  (value): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  (value, context) => {
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value) || Number.isNaN(Date.parse(value))) {
      return t.failure(value, context, 'must be a time such as 2026-01-31T12:00:00Z');
    }
    return t.success(new Date(value).toISOString());
  },
  t.identity,
);

/** One of the given words. */
export function oneOf<T extends string>(words: readonly T[]): t.Type<T, T, unknown> {
  const is = (value: unknown): value is T => words.includes(value as T);
  return new t.Type<T, T, unknown>(
    words.join(' | '),
    is,
    (value, context) =>
      is(value) ? t.success(value) : t.failure(value, context, `must be one of ${words.join(', ')}`),
    t.identity,
  );
}

/**
 * What is wrong with a value, one line per mistake: the path in it, and what it must be. Never the value itself, which may be a secret.
 */
export function describeErrors(errors: t.Errors): string[] {
  const lines = errors.map((error) => {
    const path = error.context
      .slice(1)
      .filter((entry, index, entries) => isNamedStep(entry, entries[index - 1]))
      .map((entry) => entry.key)
      .join('.');
    const expected =
      error.message ?? `must be ${error.context[error.context.length - 1]?.type.name ?? 'valid'}`;
    return path ? `${path}: ${expected}` : expected;
  });
  return [...new Set(lines)];
}

/** Intersections and unions add steps named 0, 1, … to the path; only keys the user typed are shown. */
function isNamedStep(entry: t.ContextEntry, parent: t.ContextEntry | undefined): boolean {
  if (entry.key === '') return false;
  const tag = (parent?.type as { _tag?: string } | undefined)?._tag;
  return tag !== 'IntersectionType' && tag !== 'UnionType';
}
