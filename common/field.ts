import * as t from 'io-ts';
import { decimal, integer, oneOf, pattern, text } from './codec';
import { Duration } from './duration';
import { ListName, type ListKind } from './list';
import { object } from './object_codec';

interface FieldBase {
  /** Key of the value in the settings object. */
  name: string;
  label: string;
  help?: string;
  optional?: boolean;
  /**
   * Shown, and asked for, only where another field of the same object has one of these values; `rows.sub` looks at the field `sub` of
   * each of the `rows`, one of which is enough.
   */
  visibleIf?: { field: string; in: readonly unknown[] };
}

/** One input of a declared kind (rule type, channel type). Forms, validation, redaction and reference pages are made from it. */
export type Field = FieldBase &
  (
    | { type: 'text'; default?: string; placeholder?: string; multiline?: boolean; maxLength?: number }
    /** Kept encrypted, never sent to the browser; changing a `boundTo` field asks for it again. */
    | { type: 'secret'; boundTo: string[] }
    /** A whole number unless it has `decimals`. */
    | { type: 'number'; default?: number; min: number; max: number; unit?: string; decimals?: true }
    | { type: 'boolean'; default?: boolean }
    | { type: 'select'; default?: string; options: Array<{ value: string; label: string }> }
    | { type: 'duration'; default?: string }
    /** A list of texts: recipients, addresses. */
    | { type: 'text_list'; default?: string[]; placeholder?: string; maxItems?: number }
    /** Names and values: HTTP headers. */
    | { type: 'key_values'; default?: Record<string, string> }
    /** A query in the rule's language, beside the rule's own. */
    | { type: 'query'; default?: string; placeholder?: string }
    /** Name of an event field, picked from the rule's index pattern; `types` are OpenSearch's, any if left out. */
    | { type: 'event_field'; default?: string; types?: readonly string[] }
    /** Names of event fields to group by, say; with `mayBeAbsent` also of those that the rule's indices do not have. */
    | {
        type: 'event_fields';
        default?: string[];
        maxItems: number;
        types?: readonly string[];
        mayBeAbsent?: true;
      }
    /** Names of value lists of these kinds. */
    | { type: 'value_lists'; default?: string[]; kinds: readonly ListKind[]; maxItems: number }
    /** Objects of further fields, one a row, in order; `rowLabel` names one of them. */
    | {
        type: 'rows';
        default?: FieldValues[];
        fields: readonly Field[];
        rowLabel: string;
        minItems: number;
        maxItems: number;
      }
  );

/** Values of declared fields, by field name. */
export type FieldValues = Record<string, unknown>;

/** A query in a field: an empty one means every event. */
export const Query = pattern(/^[\s\S]{0,10000}$/, 'a query of at most 10,000 characters');

function codecOf(field: Field): t.Mixed {
  switch (field.type) {
    case 'text':
      return text(field.maxLength ?? 2_000);
    case 'secret':
      return text(4_000);
    case 'number':
      return field.decimals ? decimal(field.min, field.max) : integer(field.min, field.max);
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
    case 'query':
      return Query;
    case 'event_field':
      return text(500);
    case 'event_fields':
      return maxItems(t.array(text(500)), field.maxItems);
    case 'value_lists':
      return maxItems(t.array(ListName), field.maxItems);
    case 'rows':
      return maxItems(t.array(fieldsCodec(field.fields)), field.maxItems, field.minItems);
  }
}

/** Whether a field is to be shown, and its value used, beside these values. */
export function isVisible({ visibleIf }: Field, values: FieldValues): boolean {
  if (!visibleIf) return true;
  const [name = '', sub] = visibleIf.field.split('.');
  const value = values[name];
  if (sub === undefined) return visibleIf.in.includes(value);
  return Array.isArray(value) && value.some((row) => isPlain(row) && visibleIf.in.includes(row[sub]));
}

/**
 * The codec of the settings that `fields` declare: unknown names are refused, required ones must be there, those that are not visible are
 * left out. A field left out takes its default. Secrets are optional here: an update that leaves one out keeps the stored one.
 */
export function fieldsCodec(fields: readonly Field[]): t.Type<FieldValues, FieldValues, unknown> {
  const codecFor = (values: FieldValues) => {
    const required: t.Props = {};
    const optional: t.Props = {};
    for (const field of fields) {
      if (!isVisible(field, values)) continue;
      const target = field.optional || field.type === 'secret' ? optional : required;
      target[field.name] = codecOf(field);
    }
    return object(required, optional);
  };
  const defaults = defaultsOf(fields);
  const visible = (values: FieldValues): FieldValues => {
    const hidden = new Set(fields.filter((field) => !isVisible(field, values)).map(({ name }) => name));
    return Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name)));
  };
  return new t.Type(
    'settings',
    (value): value is FieldValues => isPlain(value) && codecFor(value).is(value),
    (value, context) => {
      if (!isPlain(value)) return codecFor({}).validate(value, context);
      const complete = visible({ ...defaults, ...value });
      return codecFor(complete).validate(complete, context);
    },
    t.identity,
  );
}

function isPlain(value: unknown): value is FieldValues {
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

/** An array codec that refuses more than `limit` items, or fewer than `least`. */
export function maxItems<C extends t.Mixed>(
  array: t.ArrayC<C>,
  limit: number,
  least = 0,
): t.Type<t.TypeOf<C>[], t.TypeOf<C>[], unknown> {
  return new t.Type(
    array.name,
    (value): value is t.TypeOf<C>[] => array.is(value) && value.length <= limit && value.length >= least,
    (value, context) => {
      if (Array.isArray(value) && value.length > limit) {
        return t.failure(value, context, `must have at most ${limit} entries`);
      }
      if (Array.isArray(value) && value.length < least) {
        return t.failure(value, context, `must have at least ${least} ${least === 1 ? 'entry' : 'entries'}`);
      }
      return array.validate(value, context);
    },
    t.identity,
  );
}
