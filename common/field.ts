import * as t from 'io-ts';
import { integer, oneOf, text } from './codec';
import { Duration } from './duration';
import { object } from './object_codec';

interface FieldBase {
  /** Key of the value in the settings object. */
  name: string;
  label: string;
  help?: string;
  optional?: boolean;
}

/** One input of a declared kind (rule type, channel type). Forms, validation, redaction and reference pages are made from it. */
export type Field = FieldBase &
  (
    | { type: 'text'; default?: string; placeholder?: string; multiline?: boolean; maxLength?: number }
    /** Kept encrypted, never sent to the browser; changing a `boundTo` field asks for it again. */
    | { type: 'secret'; boundTo: string[] }
    | { type: 'number'; default?: number; min: number; max: number; unit?: string }
    | { type: 'boolean'; default?: boolean }
    | { type: 'select'; default?: string; options: Array<{ value: string; label: string }> }
    | { type: 'duration'; default?: string }
    /** A list of texts: recipients, addresses. */
    | { type: 'text_list'; default?: string[]; placeholder?: string; maxItems?: number }
    /** Names and values: HTTP headers. */
    | { type: 'key_values'; default?: Record<string, string> }
    /** Names of event fields, picked from the rule's index pattern. */
    | { type: 'event_fields'; default?: string[]; maxItems: number }
  );

/** Values of declared fields, by field name. */
export type FieldValues = Record<string, unknown>;

function codecOf(field: Field): t.Mixed {
  switch (field.type) {
    case 'text':
      return text(field.maxLength ?? 2_000);
    case 'secret':
      return text(4_000);
    case 'number':
      return integer(field.min, field.max);
    case 'boolean':
      return t.boolean;
    case 'select':
      return oneOf(field.options.map((option) => option.value));
    case 'duration':
      return Duration;
    case 'text_list':
      return maxItems(t.array(text()), field.maxItems ?? 100);
    case 'key_values':
      return t.record(t.string, t.string);
    case 'event_fields':
      return maxItems(t.array(text(500)), field.maxItems);
  }
}

/**
 * The codec of the settings that `fields` declare: unknown names are refused, required ones must be there.
 * A field left out takes its default. Secrets are optional here: an update that leaves one out keeps the stored one.
 */
export function fieldsCodec(fields: readonly Field[]): t.Type<FieldValues, FieldValues, unknown> {
  const required: t.Props = {};
  const optional: t.Props = {};
  for (const field of fields) {
    const target = field.optional || field.type === 'secret' ? optional : required;
    target[field.name] = codecOf(field);
  }
  const complete = object(required, optional);
  const defaults = defaultsOf(fields);
  return new t.Type(
    'settings',
    complete.is,
    (value, context) => complete.validate(isPlain(value) ? { ...defaults, ...value } : value, context),
    t.identity,
  );
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Settings a new form starts with. */
export function defaultsOf(fields: readonly Field[]): FieldValues {
  const values: FieldValues = {};
  for (const field of fields) {
    if ('default' in field && field.default !== undefined) values[field.name] = field.default;
  }
  return values;
}

/** An array codec that refuses more than `limit` items. */
export function maxItems<C extends t.Mixed>(
  array: t.ArrayC<C>,
  limit: number,
): t.Type<t.TypeOf<C>[], t.TypeOf<C>[], unknown> {
  return new t.Type(
    array.name,
    (value): value is t.TypeOf<C>[] => array.is(value) && value.length <= limit,
    (value, context) =>
      Array.isArray(value) && value.length > limit
        ? t.failure(value, context, `must have at most ${limit} entries`)
        : array.validate(value, context),
    t.identity,
  );
}
